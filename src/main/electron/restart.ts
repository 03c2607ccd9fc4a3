import type { RelaunchOptions } from 'electron'

/**
 * How the program is started again with a data folder that was just chosen: without one named on the command line,
 * which would win over it. An AppImage is started by its own file, for what it unpacked goes with this process.
 */
export function restartOptions(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): RelaunchOptions {
  const args = argv.slice(1).filter((argument) => !argument.startsWith('--data-dir='))
  const appImage = env['APPIMAGE']
  return appImage ? { args, execPath: appImage } : { args }
}
