import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'

import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'

import { DomainError } from '#core/kernel/errors.ts'

import { syncFolder } from '../../common/files/atomic-write.ts'
import { mapFileError, systemCodeOf } from '../../common/files/fs-errors.ts'
import { safeFileName } from '../../common/files/safe-name.ts'
import { checkArchiveSize } from '../../common/files/archive-size.ts'
import { numberedName, sameOnDisk } from '../../common/files/numbered-name.ts'

export type UnpackedFolder = Readonly<{
  /** The whole path of the new folder. */
  folder: string
  /** Everything written, the list of checksums included. */
  files: number
}>

/** Documents of the person: as readable to others as their system makes documents (its umask). */
const DOCUMENT_FOLDER = 0o777
const DOCUMENT_FILE = 0o666

/** Ends the search for a free name on a disk that answers every one with "taken". */
const MAX_COPIES = 1000

/**
 * Unpacks an archive into a new folder inside `folder`: `folderName` made safe, or `folderName (2)` when that
 * is taken. Nothing that exists is written to. The archive is read whole for what could go wrong before
 * anything is written; when writing fails the new folder is removed again. Everything is on the disk when
 * this resolves, so that a drive may be pulled out.
 * @throws DomainError FILE_ALTERED for what is no archive, is damaged, or has names `packLetters` would
 * not give; FILE_TOO_LARGE; DISK_FULL, READ_ONLY, DATA_FOLDER_UNFIT; ALREADY_EXISTS after 1000 folders.
 */
export async function unpackInto(
  zip: Uint8Array,
  folder: string,
  folderName: string,
): Promise<UnpackedFolder> {
  const archive = await openArchive(zip)
  const entries = await checkedEntries(archive)
  const target = await makeNewFolder(folder, folderName)
  try {
    for (const entry of entries) {
      await writeNewFile(join(target, entry.fileName), await contentOf(archive, entry))
    }
    await syncFolder(target)
    await syncFolder(folder)
  } catch (error) {
    // What went wrong first is worth more than that it could not be cleared up as well.
    await Promise.allSettled([rm(target, { recursive: true, force: true, maxRetries: 5 })])
    throw mapFileError(error)
  }
  return { folder: target, files: entries.length }
}

async function openArchive(zip: Uint8Array): Promise<ZipFile> {
  try {
    const bytes = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength)
    return await fromBufferPromise(bytes, { strictFileNames: true, validateEntrySizes: true })
  } catch {
    throw new DomainError('FILE_ALTERED')
  }
}

/** What the archive says it holds: only files with names of ours, no two of them one to the disk, not too much. */
async function checkedEntries(archive: ZipFile): Promise<readonly Entry[]> {
  const entries = await listEntries(archive)
  const names = new Set(entries.map(({ fileName }) => sameOnDisk(fileName)))
  if (names.size !== entries.length) throw new DomainError('FILE_ALTERED')
  if (entries.some(({ fileName }) => safeFileName(fileName) !== fileName)) {
    throw new DomainError('FILE_ALTERED')
  }
  checkArchiveSize(entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0))
  return entries
}

async function listEntries(archive: ZipFile): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  try {
    for await (const entry of archive.eachEntry()) entries.push(entry)
  } catch {
    throw new DomainError('FILE_ALTERED')
  }
  return entries
}

/** yauzl holds the content to its announced length, which `checkedEntries` has limited; the checksum is ours to check. */
async function contentOf(archive: ZipFile, entry: Entry): Promise<Buffer> {
  let content: Buffer
  try {
    content = await buffer(await archive.openReadStreamPromise(entry))
  } catch {
    throw new DomainError('FILE_ALTERED')
  }
  if (crc32(content) !== entry.crc32) throw new DomainError('FILE_ALTERED')
  return content
}

async function makeNewFolder(parent: string, name: string): Promise<string> {
  for (let copy = 1; copy <= MAX_COPIES; copy += 1) {
    const path = join(parent, numberedName(name, copy, 'folder'))
    try {
      await mkdir(path, { mode: DOCUMENT_FOLDER })
      return path
    } catch (error) {
      if (systemCodeOf(error) !== 'EEXIST') throw mapFileError(error)
    }
  }
  throw new DomainError('ALREADY_EXISTS')
}

async function writeNewFile(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', DOCUMENT_FILE)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}
