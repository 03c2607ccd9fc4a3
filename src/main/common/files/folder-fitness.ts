import { execFile } from 'node:child_process'
import { open, readFile, realpath, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'

import { DomainError } from '#core/kernel/errors.ts'

import { temporaryPathIn } from './atomic-write.ts'
import { mapFileError, systemCodeOf } from './fs-errors.ts'
import { makeFolder } from './make-folder.ts'
import { OWNER_ONLY_FILE } from './owner-only.ts'
import { fileSystemFromMounts, unfitReasonOf } from './storage-kind.ts'

/**
 * Makes sure that a folder, made when it is missing, can hold a board: on a disk of this machine, not synchronised by
 * a cloud, and really writable. `path` is absolute.
 * @throws DomainError DATA_FOLDER_UNFIT (NETWORK_SHARE, CLOUD_SYNC, UNREACHABLE), READ_ONLY, DISK_FULL.
 */
export async function proveFit(path: string): Promise<void> {
  await refuseUnfit(path)
  try {
    await makeFolder(path)
    await proveWritable(path)
  } catch (error) {
    throw mapFileError(error)
  }
}

async function refuseUnfit(path: string): Promise<void> {
  const real = await realPathOf(path)
  const fileSystem = await fileSystemOf(real)
  const syncedFolders = ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial'].flatMap(
    (name) => process.env[name] ?? [],
  )
  for (const candidate of [path, real]) {
    const facts = { platform: process.platform, path: candidate, fileSystem, syncedFolders }
    const code = unfitReasonOf(facts)
    if (code !== null) throw new DomainError('DATA_FOLDER_UNFIT', [{ path: '', code }])
  }
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
async function proveWritable(folder: string): Promise<void> {
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
