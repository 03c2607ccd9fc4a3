import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { DomainError } from '#core/kernel/errors.ts'

import { writeFileAtomically } from '../common/files/atomic-write.ts'
import { mapFileError, systemCodeOf } from '../common/files/fs-errors.ts'
import { makeFolder } from '../common/files/make-folder.ts'
import { openSealedFile, type FilesKeys } from '../files/file-seal.ts'
import { isStoredFileName, storedFilePath } from '../files/file-store.ts'

/** A sealed file in a pool, and how many bytes it has there. */
export type PooledFile = Readonly<{ sha256: string; bytes: number }>

export type PoolReport = Readonly<{
  files: readonly PooledFile[]
  /** Neither where they are taken from nor in the pool. */
  missing: readonly string[]
  /** There, but not as they had been. */
  damaged: readonly string[]
}>

export type PoolFilling = Readonly<{
  /** Folder of the sealed files they are taken from, and the folder they are brought into; both by their hashes. */
  from: string
  pool: string
  /** What the files are sealed with, each in its epoch. */
  filesKeys: FilesKeys
  wanted: readonly string[]
  /** Looked through once already: by its hash, how many bytes each has. Of these only the length is looked at. */
  known: ReadonlyMap<string, number>
}>

/**
 * Brings every wanted file into a folder, each once, its seal and hash checked before it counts; one that is there
 * already and whole stays as it is, one that is not is replaced. Durable when it resolves.
 * @throws DomainError what a disk refuses: DISK_FULL, READ_ONLY, DATA_FOLDER_UNFIT.
 */
export async function fillPool(filling: PoolFilling): Promise<PoolReport> {
  const files: PooledFile[] = []
  const missing: string[] = []
  const damaged: string[] = []
  for (const sha256 of filling.wanted) {
    const bytes = await bringOne(filling, sha256)
    if (bytes === 'missing') missing.push(sha256)
    else if (bytes === 'damaged') damaged.push(sha256)
    else files.push({ sha256, bytes })
  }
  return { files, missing, damaged }
}

async function bringOne(
  { from, pool, filesKeys, known }: PoolFilling,
  sha256: string,
): Promise<number | 'missing' | 'damaged'> {
  const path = storedFilePath(pool, sha256)
  const length = await lengthOf(path)
  if (length !== null && length === known.get(sha256)) return length
  const there = length === null ? null : await readSealed(path, sha256, filesKeys)
  if (there instanceof Uint8Array) return there.byteLength
  const original = await readSealed(storedFilePath(from, sha256), sha256, filesKeys)
  if (!(original instanceof Uint8Array)) return there === 'damaged' ? 'damaged' : original
  try {
    await makeFolder(dirname(path))
    await writeFileAtomically(path, original, pool)
  } catch (error) {
    throw mapFileError(error)
  }
  return original.byteLength
}

/** The bytes as they lie there, when they are the sealed file of this hash. */
async function readSealed(
  path: string,
  sha256: string,
  filesKeys: FilesKeys,
): Promise<Uint8Array | 'missing' | 'damaged'> {
  let sealed: Uint8Array
  try {
    sealed = await readFile(path)
  } catch (error) {
    const code = systemCodeOf(error)
    if (code === 'ENOENT') return 'missing'
    // A bad sector: there, and not to be had.
    if (code === 'EIO') return 'damaged'
    throw mapFileError(error)
  }
  try {
    openSealedFile(filesKeys, sha256, sealed)
    return sealed
  } catch (error) {
    if (error instanceof DomainError && error.code === 'FILE_ALTERED') return 'damaged'
    throw error
  }
}

async function lengthOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return null
    throw mapFileError(error)
  }
}

/** Removes from a pool what no kept copy names. */
export async function removeUnnamed(pool: string, named: ReadonlySet<string>): Promise<void> {
  const entries = await readdir(pool, { recursive: true, withFileTypes: true }).catch(
    (error: unknown) => {
      if (systemCodeOf(error) === 'ENOENT') return []
      throw mapFileError(error)
    },
  )
  for (const entry of entries) {
    if (!entry.isFile() || !isStoredFileName(entry.name) || named.has(entry.name)) continue
    await rm(join(entry.parentPath, entry.name), { force: true })
  }
}
