import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'

import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'

import { DomainError } from '#core/kernel/errors.ts'

import { checkArchiveSize } from '../../common/files/archive-size.ts'
import { writeNewFile } from '../../common/files/atomic-write.ts'
import { numberedName, sameOnDisk } from '../../common/files/numbered-name.ts'
import { safeFileName } from '../../common/files/safe-name.ts'
import { makeWholeFolder } from './whole-folder.ts'

export type UnpackedFolder = Readonly<{
  /** The whole path of the new folder. */
  folder: string
  /** Everything written, the list of checksums included. */
  files: number
}>

/** Documents of the person: as readable to others as their system makes documents (its umask). */
const DOCUMENT_FILE = 0o666

/**
 * Unpacks an archive into a new folder inside `folder`: `folderName` made safe, or `folderName (2)` when that
 * is taken. Nothing that exists is written to. The archive is read whole for what could go wrong before
 * anything is written; the new folder is there with all its files or not at all, whatever comes between.
 * Everything is on the disk when this resolves, so that a drive may be pulled out.
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
  const made = await makeWholeFolder(
    folder,
    (copy) => numberedName(folderName, copy, 'folder'),
    async (draft) => {
      for (const entry of entries) {
        const content = await contentOf(archive, entry)
        await writeNewFile(join(draft, entry.fileName), content, DOCUMENT_FILE)
      }
    },
  )
  return { folder: made, files: entries.length }
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
