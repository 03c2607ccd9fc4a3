import { randomUUID } from 'node:crypto'
import { open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { mapFileError, systemCodeOf } from './fs-errors.ts'
import { OWNER_ONLY_FILE } from './owner-only.ts'

/** `temporaryFolder` must be on the same drive; without it the temporary file stands beside the target. */
export type PendingFile = Readonly<{ path: string; bytes: Uint8Array; temporaryFolder?: string }>

const TEMPORARY_NAME = /^\.hoi-am\.[0-9a-f-]{36}\.tmp$/

/**
 * Writes a file so that a reader, a crash or a power cut sees either all of the old content or all of
 * the new, and so that it is on the disk when this resolves.
 * @throws DomainError DISK_FULL, READ_ONLY, DATA_FOLDER_UNFIT; the old content is then still in place.
 */
export async function writeFileAtomically(
  path: string,
  bytes: Uint8Array,
  temporaryFolder: string = dirname(path),
): Promise<void> {
  await writeFilesAtomically([{ path, bytes, temporaryFolder }])
}

/**
 * Writes several files, each atomically. All new contents are on the disk before the first takes its
 * place, so a full disk changes none of them.
 */
export async function writeFilesAtomically(files: readonly PendingFile[]): Promise<void> {
  const writes = files.map((file) => ({ ...file, temporary: temporaryPathFor(file) }))
  try {
    for (const { temporary, bytes } of writes) await writeNewFile(temporary, bytes)
    for (const { temporary, path } of writes) await renameOver(temporary, path)
    for (const folder of new Set(files.map(({ path }) => dirname(path)))) await syncFolder(folder)
  } catch (error) {
    await Promise.allSettled(writes.map(({ temporary }) => rm(temporary, { force: true })))
    throw mapFileError(error)
  }
}

/** A name that `removeTemporaryFiles` knows. It holds nothing of the target's, which may be long already. */
export function temporaryPathIn(folder: string): string {
  return join(folder, `.hoi-am.${randomUUID()}.tmp`)
}

/** Removes what a killed program left half written in a folder, where there is one. Call it only while holding the data folder. */
export async function removeTemporaryFiles(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (systemCodeOf(error) === 'ENOENT') return []
    throw error
  })
  const leftovers = names.filter((name) => TEMPORARY_NAME.test(name))
  await Promise.all(leftovers.map((name) => rm(join(folder, name), { force: true })))
}

function temporaryPathFor({ path, temporaryFolder }: PendingFile): string {
  return temporaryPathIn(temporaryFolder ?? dirname(path))
}

/** Writes a file that must not be there yet; on the disk when it resolves. @throws the system's own error. */
export async function writeNewFile(
  path: string,
  bytes: Uint8Array,
  mode: number = OWNER_ONLY_FILE,
): Promise<void> {
  const file = await open(path, 'wx', mode)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/**
 * Puts a file in the place of another. On Windows a virus scanner may hold a file for a moment after it was written:
 * try for about a second. @throws the system's own error.
 */
export async function renameOver(from: string, to: string): Promise<void> {
  const pauses = process.platform === 'win32' ? [20, 50, 100, 200, 300, 400] : []
  for (const pause of pauses) {
    try {
      await rename(from, to)
      return
    } catch (error) {
      const code = systemCodeOf(error)
      if (code !== 'EPERM' && code !== 'EACCES' && code !== 'EBUSY') throw error
      await wait(pause)
    }
  }
  await rename(from, to)
}

/** Makes what was written to a file durable. @throws the system's own error. */
export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes the new name itself durable. Windows offers no such call and journals names by itself. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
