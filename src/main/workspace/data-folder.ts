import { chmod, rm } from 'node:fs/promises'
import { resolve } from 'node:path'

import { DomainError } from '#core/kernel/errors.ts'
import { lockFile } from '#main/db/file-lock.ts'

import { removeTemporaryFiles } from '../common/files/atomic-write.ts'
import {
  databaseFilesOf,
  dataPaths,
  foldersOfTemporaryFiles,
  passingFilesOf,
  type DataPaths,
} from '../common/files/data-paths.ts'
import { proveFit } from '../common/files/folder-fitness.ts'
import { mapFileError } from '../common/files/fs-errors.ts'
import { makeFolder } from '../common/files/make-folder.ts'
import { giveUpReserve } from '../common/files/reserve-file.ts'
import { OWNER_ONLY_FILE, OWNER_ONLY_FOLDER } from '../common/files/owner-only.ts'
import { clearCutShort } from '../copies/place.ts'

export type DataFolder = Readonly<{
  paths: DataPaths
  /** Whether the last copy of the database was cut short, in an earlier run. */
  copyCutShort: boolean
  /** Lets another copy of the program open the folder. Calling it twice is fine. */
  release(): void
}>

/**
 * Takes the data folder for this process: makes it when missing, makes sure it can be written and is fit
 * for a database, and keeps every other copy of the program out until `release` or the process ends.
 * @throws DomainError DATA_FOLDER_UNFIT (NETWORK_SHARE, CLOUD_SYNC, UNREACHABLE), READ_ONLY, DISK_FULL,
 * ALREADY_OPEN.
 */
export async function openDataFolder(dir: string): Promise<DataFolder> {
  const path = resolve(dir)
  const paths = dataPaths(path)
  await proveFit(path).catch(async (error: unknown) => {
    // A full disk keeps nobody out who only wants to read.
    const isFull = error instanceof DomainError && error.code === 'DISK_FULL'
    if (!isFull || !(await giveUpReserve(paths.reserve))) throw error
    await proveFit(path)
  })
  const lock = lockFile(paths.lock)
  try {
    await closeToOthers(paths)
    for (const left of passingFilesOf(paths)) await rm(left, { recursive: true, force: true })
    await makeFolder(paths.files)
    await makeFolder(paths.snapshots)
    for (const folder of foldersOfTemporaryFiles(paths)) await removeTemporaryFiles(folder)
    const copyCutShort = await clearCutShort(paths.snapshots)
    return { paths, copyCutShort, release: lock.release }
  } catch (error) {
    lock.release()
    throw mapFileError(error)
  }
}

/**
 * A folder that somebody made for us, and a database of an earlier version, may be open to everybody on the machine.
 * Where the disk knows no owners, or another one, it stays as it is.
 */
async function closeToOthers(paths: DataPaths): Promise<void> {
  const close = (path: string, mode: number): Promise<void> =>
    chmod(path, mode).catch(() => undefined)
  await close(paths.folder, OWNER_ONLY_FOLDER)
  for (const path of databaseFilesOf(paths.database)) await close(path, OWNER_ONLY_FILE)
}
