import type { RelaunchOptions } from 'electron'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * How the program is started again with a data folder that was just chosen: without one named on the command line,
 * which would win over it. An AppImage is started by its own file, for what it unpacked goes with this process.
 */
export function restartOptions(argv: readonly string[], env: Environment): RelaunchOptions {
  return byItsOwnFile(
    argv.slice(1).filter((argument) => !argument.startsWith('--data-dir=')),
    env,
  )
}

/** How the program is started again just as it was. */
export function startAgainOptions(argv: readonly string[], env: Environment): RelaunchOptions {
  return byItsOwnFile(argv.slice(1), env)
}

function byItsOwnFile(args: string[], env: Environment): RelaunchOptions {
  const appImage = env['APPIMAGE']
  return appImage ? { args, execPath: appImage } : { args }
}
