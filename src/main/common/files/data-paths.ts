import { join, posix, win32 } from 'node:path'

import { sha256Of } from '../sha256.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Everything the program keeps, and where. The only place that knows the names in the data folder. */
export type DataPaths = Readonly<{
  folder: string
  database: string
  /** A copy that is about to take the database's place. */
  restoring: string
  /** Databases that could not be used any more: set aside, never deleted. */
  damaged: string
  keys: string
  keysCopy: string
  /** Keys of a set-up that was given up: set aside, never deleted. */
  keysUnused: string
  files: string
  /** The copies of the board. */
  snapshots: string
  attempts: string
  lock: string
  /** What happened, without anybody's data; written by the host. */
  logs: string
}>

export function dataPaths(dir: string): DataPaths {
  return {
    folder: dir,
    database: join(dir, 'hoi-am.db'),
    restoring: join(dir, 'hoi-am.restoring.db'),
    damaged: join(dir, 'damaged'),
    keys: join(dir, 'keys.json'),
    keysCopy: join(dir, 'keys.json.bak'),
    keysUnused: join(dir, 'keys.unused.json'),
    files: join(dir, 'files'),
    snapshots: join(dir, 'snapshots'),
    attempts: join(dir, 'attempts.json'),
    lock: join(dir, 'instance.lock'),
    logs: join(dir, 'logs'),
  }
}

/** A database and the files SQLite keeps beside it. */
export function databaseFilesOf(database: string): readonly string[] {
  return ['', '-wal', '-shm'].map((end) => `${database}${end}`)
}

/**
 * Where a system keeps such data when nobody says otherwise: first the folder for new boards, then those where earlier
 * programs made them. On Windows the local profile comes first: the roaming one is carried to a server at each signing
 * in and out, or lies there altogether.
 */
export function standardDataDirs(
  platform: NodeJS.Platform,
  env: Environment,
): readonly [string, ...string[]] {
  switch (platform) {
    case 'win32': {
      const appData = win32.join(env['USERPROFILE'] ?? '', 'AppData')
      const local = win32.join(env['LOCALAPPDATA'] || win32.join(appData, 'Local'), 'Hoi Am')
      const roaming = win32.join(env['APPDATA'] || win32.join(appData, 'Roaming'), 'Hoi Am')
      return local.toLowerCase() === roaming.toLowerCase() ? [local] : [local, roaming]
    }
    case 'darwin':
      return [posix.join(env['HOME'] ?? '', 'Library', 'Application Support', 'Hoi Am')]
    default: {
      const home = posix.join(env['HOME'] ?? '', '.local', 'share')
      return [posix.join(env['XDG_DATA_HOME'] || home, 'hoi-am')]
    }
  }
}

/**
 * Where the program keeps what belongs to this machine and person and to no board: Chromium's files, the folder that
 * was chosen. `appData` is where the system keeps such things; on Windows that may roam, so the local profile is taken.
 */
export function profileRoot(
  platform: NodeJS.Platform,
  env: Environment,
  appData: string = appDataOf(platform, env),
): string {
  if (platform !== 'win32') return posix.join(appData, PROFILE_NAME)
  const local = win32.join(env['USERPROFILE'] ?? '', 'AppData', 'Local')
  return win32.join(env['LOCALAPPDATA'] || local, PROFILE_NAME)
}

const PROFILE_NAME = 'Hoi Am Window'

/** As Electron calls it, for the host that has none. */
function appDataOf(platform: NodeJS.Platform, env: Environment): string {
  const home = env['HOME'] ?? ''
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support')
  return env['XDG_CONFIG_HOME'] || posix.join(home, '.config')
}

/** Where a board's window keeps Chromium's files: apart for each data folder, so that two can be open at once. */
export function profileDir(root: string, dataDir: string): string {
  return join(root, sha256Of(dataDir).slice(0, 16))
}
