import { join, posix, win32 } from 'node:path'

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
  snapshots: string
  attempts: string
  lock: string
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
  }
}

/** A database and the files SQLite keeps beside it. */
export function databaseFilesOf(database: string): readonly string[] {
  return ['', '-wal', '-shm'].map((end) => `${database}${end}`)
}

/** Where a system keeps such data when nobody says otherwise. */
export function defaultDataDir(platform: NodeJS.Platform, env: Environment): string {
  switch (platform) {
    case 'win32': {
      const home = env['USERPROFILE'] ?? ''
      return win32.join(env['APPDATA'] ?? win32.join(home, 'AppData', 'Roaming'), 'Hoi Am')
    }
    case 'darwin':
      return posix.join(env['HOME'] ?? '', 'Library', 'Application Support', 'Hoi Am')
    default: {
      const home = posix.join(env['HOME'] ?? '', '.local', 'share')
      return posix.join(env['XDG_DATA_HOME'] || home, 'hoi-am')
    }
  }
}
