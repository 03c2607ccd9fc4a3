import { join, posix, win32 } from 'node:path'

import { sha256Of } from '../sha256.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Everything the program keeps, and where. The only place that knows the names in the data folder. */
export type DataPaths = Readonly<{
  folder: string
  database: string
  /** A copy that is about to take the database's place. */
  restoring: string
  /** The database as it will be under the next data key. */
  rekeying: string
  /** What is read of a database that could not be used any more: a copy, gone again afterwards. */
  salvaging: string
  /** What is to go on record of a copy that takes the database's place; gone once it is. */
  goingBack: string
  /** Databases that could not be used any more: set aside, never deleted. */
  damaged: string
  keys: string
  keysCopy: string
  /** Keys that take the place of the present ones together with the database they open (ADR 31). */
  keysNext: string
  /** Keys of a board that is being brought back from its second place, until they are the folder's. */
  keysBrought: string
  /** Keys of a set-up that was given up: set aside, never deleted. */
  keysUnused: string
  files: string
  /** The copies of the board. */
  snapshots: string
  /** Where the journal stands and which numbers were given out, kept beside the database (ADR 25). */
  journalHead: string
  numbers: string
  /** Which second place was chosen for the board. */
  secondPlace: string
  /** Where going back to a copy is tried; gone again afterwards. */
  rehearsal: string
  attempts: string
  /** Room kept for the day the disk is full. */
  reserve: string
  lock: string
  /** What happened, without anybody's data; written by the host. */
  logs: string
}>

export function dataPaths(dir: string): DataPaths {
  return {
    folder: dir,
    database: join(dir, 'hoi-am.db'),
    restoring: join(dir, 'hoi-am.restoring.db'),
    rekeying: join(dir, 'hoi-am.rekeying.db'),
    salvaging: join(dir, 'hoi-am.salvaging.db'),
    goingBack: join(dir, 'going-back.json'),
    damaged: join(dir, 'damaged'),
    keys: join(dir, 'keys.json'),
    keysCopy: join(dir, 'keys.json.bak'),
    keysNext: join(dir, 'keys.next.json'),
    keysBrought: join(dir, 'keys.brought.json'),
    keysUnused: join(dir, 'keys.unused.json'),
    files: join(dir, 'files'),
    snapshots: join(dir, 'snapshots'),
    journalHead: join(dir, 'journal-head'),
    numbers: join(dir, 'numbers.log'),
    secondPlace: join(dir, 'second-place.json'),
    rehearsal: join(dir, 'rehearsal'),
    attempts: join(dir, 'attempts.json'),
    reserve: join(dir, 'disk-reserve'),
    lock: join(dir, 'instance.lock'),
    logs: join(dir, 'logs'),
  }
}

/** A database and the files SQLite keeps beside it. */
export function databaseFilesOf(database: string): readonly string[] {
  return ['', '-wal', '-shm', '-journal'].map((end) => `${database}${end}`)
}

/**
 * What must not outlive the run that made it: whatever the program writes beside the board for a while, but for what
 * `temporaryPathIn` names and what a place of copies tidies itself (`clearCutShort`). Removed at the next start: going back
 * to a copy or renewing keys that was stopped begins anew, and copy and database are still there.
 */
export function passingFilesOf(paths: DataPaths): readonly string[] {
  const { restoring, salvaging, rekeying, rehearsal } = paths
  return [...[restoring, salvaging, rekeying].flatMap(databaseFilesOf), rehearsal]
}

/** Where files are written by a name of `temporaryPathIn`. */
export function foldersOfTemporaryFiles({
  folder,
  files,
  snapshots,
}: DataPaths): readonly string[] {
  return [folder, files, snapshots, join(snapshots, 'files')]
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
