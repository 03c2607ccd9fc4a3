import { openBrowser } from '#main/browser/open-browser.ts'

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { ROOT } from '../build.ts'
import { type StartOptions, toHostArguments } from '../start-options.ts'
import { buildForElectron, DEVELOPMENT_PROGRAM } from './electron-build.ts'
import { type HostProcess, startHostProcess } from './host-process.ts'

/** What the two hosts do differently while they are developed. */
export type Way = Readonly<{
  /** Brings what the host runs from up to date. Throws when a source does not compile. */
  prepare: () => Promise<void>
  start: () => HostProcess
}>

export type WayOptions = Readonly<{
  options: StartOptions
  environment: Readonly<Record<string, string>>
  say: (line: string) => void
}>

/**
 * The browser host, run from its sources as they are. `hostPort` is its own; people come in by `origin`, where Vite
 * serves the page.
 */
export function browserWay(
  { options, environment, say }: WayOptions,
  hostPort: number,
  origin: string,
): Way {
  const flags = toHostArguments({ ...options, port: hostPort, open: false })
  const replace = pathToFileURL(join(ROOT, 'scripts/dev/replace-when-loaded.ts')).href
  return {
    prepare: () => Promise.resolve(),
    start: () =>
      startHostProcess({
        program: process.execPath,
        args: [`--import=${replace}`, join(ROOT, 'src/main/serve.ts'), ...flags],
        environment,
        isNode: true,
        onLine: (line) => {
          const [, launch] = /^Hoi Am ready at \S+\/(\?\S+)$/.exec(line) ?? []
          say(launch === undefined ? line : `Hoi Am ready at ${origin}/${launch}`)
          if (launch !== undefined && options.open) openBrowser(`${origin}/${launch}`)
        },
      }),
  }
}

/** Electron, given the program as it is built for the board, with the replacements (see `replacements.ts`). */
export function electronWay(way: WayOptions, program: string): Way {
  return {
    prepare: buildForElectron,
    start: () =>
      startHostProcess({
        program,
        args: [DEVELOPMENT_PROGRAM, ...toHostArguments(way.options)],
        environment: way.environment,
        isNode: false,
        onLine: way.say,
      }),
  }
}
