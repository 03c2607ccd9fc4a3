import { EXECUTABLE } from './names.ts'

/** Ways to name a system on the builder's command line. */
const LINUX = /^--linux$|^-l$/
const OTHERS = /^--(?:win|windows|mac|macos)$|^-[wmo]$/

/**
 * The command line of electron-builder for what somebody asked to be packed; without a system it is this one. On Linux
 * the product's name becomes a folder (`/opt/…`), so there it is ASCII; the menu shows the real one by its desktop file.
 *
 * @throws when Linux is asked for together with another system, whose product would lose its marks.
 */
export function builderArguments(
  asked: readonly string[],
  platform: NodeJS.Platform,
): readonly string[] {
  const forOthers = asked.some((argument) => OTHERS.test(argument))
  const forLinux =
    asked.some((argument) => LINUX.test(argument)) || (platform === 'linux' && !forOthers)
  if (forLinux && forOthers) throw new Error('Pack for Linux by itself, apart from other systems.')
  return [
    '--config=electron-builder.config.ts',
    '--publish=never',
    ...(forLinux ? [`-c.productName=${EXECUTABLE}`] : []),
    ...asked,
  ]
}
