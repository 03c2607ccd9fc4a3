import { execFile } from 'node:child_process'
import { open, readFile, realpath, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'

import { DomainError } from '#core/kernel/errors.ts'

import { temporaryPathIn } from './atomic-write.ts'
import { mapFileError, systemCodeOf } from './fs-errors.ts'
import { makeFolder } from './make-folder.ts'
import { OWNER_ONLY_FILE } from './owner-only.ts'
import { fileSystemFromMounts, unfitReasonOf, type UnfitReason } from './storage-kind.ts'

/**
 * Makes sure that a folder, made when it is missing, can hold a board: on a disk of this machine, not synchronised by
 * a cloud, under a path the database can open, and really writable. `path` is absolute.
 * @throws DomainError DATA_FOLDER_UNFIT (NETWORK_SHARE, CLOUD_SYNC, PATH_TOO_LONG, UNREACHABLE), READ_ONLY, DISK_FULL.
 */
export async function proveFit(path: string): Promise<void> {
  requireShort(path)
  await refuseUnfit(path)
  try {
    await makeFolder(path)
    await proveWritable(path)
  } catch (error) {
    throw mapFileError(error)
  }
}

/**
 * SQLite opens no path of more than 512 bytes on Linux and macOS, and calls it read-only; Windows has 260 characters for
 * most programs. The longest name in the folder is that of a copy's journal.
 */
const LONGEST_PATH = { windows: 259, others: 512 }
const LONGEST_NAME = '/snapshots/board-000000000000-2026-01-01T00-00-00-000Z.db-journal'.length

function requireShort(path: string): void {
  const windows = process.platform === 'win32'
  const length = LONGEST_NAME + (windows ? path.length : Buffer.byteLength(path))
  if (length > (windows ? LONGEST_PATH.windows : LONGEST_PATH.others)) {
    throw new DomainError('DATA_FOLDER_UNFIT', [{ path: '', code: 'PATH_TOO_LONG' }])
  }
}

async function refuseUnfit(path: string): Promise<void> {
  const code = await unfitReason(path)
  if (code !== null) throw new DomainError('DATA_FOLDER_UNFIT', [{ path: '', code }])
}

/** Why a folder is not fit for a board's own data, links and mapped drives followed; null when nothing speaks against it. */
export async function unfitReason(path: string): Promise<UnfitReason | null> {
  const real = await realPathOf(path)
  const fileSystem = await fileSystemOf(real)
  const syncedFolders = ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial'].flatMap(
    (name) => process.env[name] ?? [],
  )
  for (const candidate of [path, real]) {
    const facts = { platform: process.platform, path: candidate, fileSystem, syncedFolders }
    const reason = unfitReasonOf(facts)
    if (reason !== null) return reason
  }
  return null
}

/** Resolves links and, on Windows, mapped drives, also for a folder that does not exist yet. */
async function realPathOf(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch (error) {
    const parent = dirname(path)
    if (systemCodeOf(error) !== 'ENOENT' || parent === path) return path
    return join(await realPathOf(parent), basename(path))
  }
}

/** Null where there is no mount table to ask: the path alone decides then. */
async function fileSystemOf(path: string): Promise<string | null> {
  try {
    const mounts = await readMounts()
    return mounts === null ? null : fileSystemFromMounts(process.platform, mounts, path)
  } catch {
    return null
  }
}

async function readMounts(): Promise<string | null> {
  switch (process.platform) {
    case 'linux':
      return await readFile('/proc/self/mounts', 'utf8')
    case 'darwin':
      return (await promisify(execFile)('/sbin/mount', { timeout: 3000 })).stdout
    default:
      return null
  }
}

/** Permission bits do not tell (root, Windows, read-only media), so a byte is really written. */
export async function proveWritable(folder: string): Promise<void> {
  const probe = temporaryPathIn(folder)
  const file = await open(probe, 'wx', OWNER_ONLY_FILE)
  try {
    await file.writeFile('.')
    await file.sync()
  } finally {
    await file.close()
    await rm(probe, { force: true })
  }
}
