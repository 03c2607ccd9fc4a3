import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { DomainError } from '#core/kernel/errors.ts'
import { MAX_FILE_BYTES } from '#shared/protocol/envelope.ts'

import { removeTemporaryFiles, writeFileAtomically } from '../common/files/atomic-write.ts'
import { sha256Of } from '../common/sha256.ts'
import { openSealedFile, sealFile, type FilesKeys } from './file-seal.ts'
import { mapFileError, systemCodeOf } from '../common/files/fs-errors.ts'
import { makeFolder } from '../common/files/make-folder.ts'

export type FileStoreConfig = Readonly<{
  /** The folder of the store; made when missing. */
  dir: string
  /** The files keys of the vault as they are now. */
  keys: () => FilesKeys
  /** Asked before anything is written; what it raises is the answer. */
  beforePut?: () => Promise<void>
  /** Hears of every file that is kept now and was not before. */
  onKept?: (sha256: string) => void
  /** The largest file taken in, in bytes. */
  maxBytes?: number
}>

export type StoredFile = Readonly<{
  /** Lower-case hexadecimal SHA-256 of the content: its name from now on. */
  sha256: string
  size: number
  /** False when the very same content was already here, whole. */
  stored: boolean
}>

export interface FileStore {
  /**
   * Keeps bytes under their SHA-256, encrypted; durable when it resolves. The same bytes are kept once,
   * and putting them again repairs a damaged copy.
   * @throws DomainError FILE_EMPTY, FILE_TOO_LARGE (`megabytes`), DISK_FULL, READ_ONLY.
   */
  put(bytes: Uint8Array): Promise<StoredFile>
  /**
   * Gives back the very bytes, checked against their hash.
   * @throws DomainError FILE_MISSING, FILE_ALTERED.
   */
  get(sha256: string): Promise<Uint8Array>
  /**
   * Removes files that nobody names: uploads and issues that were cut off before they were on record. Nothing that was
   * put since this store was made goes, for its record may be about to be written. `isOld` is asked with the moment a
   * file was last written, in milliseconds since 1970. Says how many went. @throws DomainError what the disk refuses.
   */
  sweep(named: ReadonlySet<string>, isOld: (writtenAt: number) => boolean): Promise<number>
  /**
   * Destroys files nobody names any more, and says which of these are not there now. One that was put within the last
   * minutes stays: what is about to be put on record may name it. @throws DomainError what the disk refuses.
   */
  destroy(sha256s: readonly string[]): Promise<readonly string[]>
}

/** For so many milliseconds after it was put a file is not destroyed: it takes seconds to put what names it on record. */
const PUT_LATELY_MS = 10 * 60_000

const SHA256_NAME = /^[0-9a-f]{64}$/

/** Whether a name is one that a stored file has. */
export function isStoredFileName(name: string): boolean {
  return SHA256_NAME.test(name)
}

/** Where in a folder of such files one of them lies. `sha256` is 64 lower-case hexadecimal digits. */
export function storedFilePath(dir: string, sha256: string): string {
  return join(dir, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
}

/** Evidence and issued letters, encrypted on disk with AES-256-GCM and named by what they contain. */
export function createFileStore(config: FileStoreConfig): FileStore {
  const { dir, keys, maxBytes = MAX_FILE_BYTES } = config
  /** Put since this store was made. */
  const recent = new Map<string, number>()

  async function put(bytes: Uint8Array): Promise<StoredFile> {
    if (bytes.byteLength === 0) throw new DomainError('FILE_EMPTY')
    if (bytes.byteLength > maxBytes) {
      throw new DomainError('FILE_TOO_LARGE', [
        { path: '', code: 'FILE_TOO_LARGE', params: { megabytes: maxBytes / 1024 / 1024 } },
      ])
    }
    const sha256 = sha256Of(bytes)
    const kept = { sha256, size: bytes.byteLength }
    await config.beforePut?.()
    recent.set(sha256, performance.now())
    if (await isWhole(sha256)) return { ...kept, stored: false }
    try {
      await sweepOnce()
      await makeFolder(dirname(pathOf(sha256)))
      await writeFileAtomically(pathOf(sha256), sealFile(keys(), sha256, bytes), dir)
    } catch (error) {
      throw mapFileError(error)
    }
    config.onKept?.(sha256)
    return { ...kept, stored: true }
  }

  async function get(sha256: string): Promise<Uint8Array> {
    if (!SHA256_NAME.test(sha256)) throw new DomainError('FILE_MISSING')
    return openSealedFile(keys(), sha256, await readStored(pathOf(sha256)))
  }

  async function sweep(
    named: ReadonlySet<string>,
    isOld: (writtenAt: number) => boolean,
  ): Promise<number> {
    let removed = 0
    try {
      await sweepOnce()
      const entries = await readdir(dir, { recursive: true, withFileTypes: true })
      for (const { name, parentPath } of entries.filter((entry) => entry.isFile())) {
        if (!isStoredFileName(name) || named.has(name)) continue
        const path = join(parentPath, name)
        if (!isOld((await stat(path)).mtimeMs) || recent.has(name)) continue
        await rm(path, { force: true })
        removed += 1
      }
    } catch (error) {
      throw mapFileError(error)
    }
    return removed
  }

  async function destroy(sha256s: readonly string[]): Promise<readonly string[]> {
    const gone: string[] = []
    try {
      for (const sha256 of sha256s.filter((each) => SHA256_NAME.test(each))) {
        const putAt = recent.get(sha256)
        if (putAt !== undefined && performance.now() - putAt < PUT_LATELY_MS) continue
        await rm(pathOf(sha256), { force: true })
        gone.push(sha256)
      }
    } catch (error) {
      throw mapFileError(error)
    }
    return gone
  }

  function pathOf(sha256: string): string {
    return storedFilePath(dir, sha256)
  }

  /** A copy that is there but damaged does not count: writing it again heals it. */
  async function isWhole(sha256: string): Promise<boolean> {
    try {
      await get(sha256)
      return true
    } catch (error) {
      if (error instanceof DomainError && isLostContent(error)) return false
      throw error
    }
  }

  let swept: Promise<void> | undefined
  /** Half-written files of a program that was killed are taken away before the first write of this one. */
  async function sweepOnce(): Promise<void> {
    await makeFolder(dir)
    swept ??= removeTemporaryFiles(dir)
    await swept
  }

  return { put, get, sweep, destroy }
}

function isLostContent(error: DomainError): boolean {
  return error.code === 'FILE_MISSING' || error.code === 'FILE_ALTERED'
}

async function readStored(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    const code = systemCodeOf(error)
    if (code === 'ENOENT') throw new DomainError('FILE_MISSING')
    // Somebody put a folder where the file was.
    if (code === 'EISDIR') throw new DomainError('FILE_ALTERED')
    throw mapFileError(error)
  }
}
