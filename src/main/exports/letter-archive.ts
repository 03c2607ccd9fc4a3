import { ZipFile } from 'yazl'

import type { Instant } from '#core/kernel/calendar.ts'
import { DomainError } from '#core/kernel/errors.ts'

import { checkArchiveSize } from '../common/files/archive-size.ts'
import { distinctNames } from '../common/files/numbered-name.ts'
import { sha256Of } from '../common/sha256.ts'
import { VietnamTime } from './vietnam-time.ts'

export type ArchiveEntry = Readonly<{
  /** As it is to be shown; made safe and unique here. */
  fileName: string
  modifiedAt: Instant
  bytes: Uint8Array
  /** Of `bytes`, in lower-case hexadecimal. */
  sha256: string
}>

export type ArchiveHooks = Readonly<{
  /** The entries packed so far, after each. */
  onProgress(done: number): void
  signal: AbortSignal
}>

export type LetterArchive = Readonly<{
  bytes: Uint8Array
  /** The entries, without the list of checksums. */
  count: number
}>

/** The list's name: what `sha256sum` calls it and people who check such lists look for. */
export const CHECKSUMS_FILE = 'SHA256SUMS'

/** Before the name in the header that precedes each entry (APPNOTE.TXT 4.3.7). */
const LOCAL_HEADER_BYTES = 30

/** A regular file for its owner only, once unpacked on a Mac or on Linux: letters name people. */
const OWNER_ONLY = 0o100600

/** The oldest a zip can hold; for a list without entries. */
const EARLIEST: Instant = '1980-01-01T00:00:00.000Z'

/**
 * Packs files into one flat zip, with a `SHA256SUMS` as its last entry that `sha256sum -c` accepts. Entries
 * are asked for one at a time and let go of one at a time; beside them the archive is held, twice for the
 * moment of handing it over, and 64 KB for each entry (yazl keeps its name, Node the pool that is cut
 * from). Names are UTF-8, safe and unique on Windows and macOS; times are Vietnamese; all is deflated, by
 * which our PDFs lose about 30 %. The same entries give the same bytes as long as the zlib is the same.
 * @throws DomainError FILE_ALTERED when `bytes` are not those of `sha256`, FILE_TOO_LARGE; the signal's
 * reason when it is aborted, and whatever `entries` throws.
 */
export async function packLetters(
  entries: AsyncIterable<ArchiveEntry>,
  { onProgress, signal }: ArchiveHooks,
): Promise<LetterArchive> {
  const archive = startArchive()
  const nameFor = distinctNames([CHECKSUMS_FILE])
  const sums: string[] = []
  let size = 0
  let newest = EARLIEST
  signal.throwIfAborted()
  for await (const entry of entries) {
    signal.throwIfAborted()
    size += entry.bytes.byteLength
    checkArchiveSize(size)
    if (sha256Of(entry.bytes) !== entry.sha256) {
      throw new DomainError('FILE_ALTERED')
    }
    const name = nameFor(entry.fileName)
    await archive.add(name, entry.modifiedAt, entry.bytes)
    // Two spaces: read as text, which on every system but old Windows is the same as binary.
    sums.push(`${entry.sha256}  ${name}\n`)
    if (entry.modifiedAt > newest) newest = entry.modifiedAt
    onProgress(sums.length)
    signal.throwIfAborted()
  }
  await archive.add(CHECKSUMS_FILE, newest, Buffer.from(sums.join('')))
  return { bytes: await archive.finish(), count: sums.length }
}

type GrowingArchive = Readonly<{
  /** Resolves when the entry is in the archive and its bytes are no longer needed. */
  add(name: string, modifiedAt: Instant, bytes: Uint8Array): Promise<void>
  finish(): Promise<Uint8Array>
}>

function startArchive(): GrowingArchive {
  const zip = new ZipFile()
  const chunks: Buffer[] = []
  let written = 0
  let wake = (): void => undefined
  let fail: (error: unknown) => void = () => undefined
  zip.outputStream.on('data', (chunk: Buffer) => {
    chunks.push(chunk)
    written += chunk.length
    wake()
  })
  zip.on('error', (error) => fail(error))

  /** yazl does not say when it is done with an entry; its bytes coming out do. */
  function until(condition: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      wake = () => {
        if (condition()) resolve()
      }
      fail = reject
      wake()
    })
  }

  return {
    async add(name, modifiedAt, bytes) {
      const header = written + LOCAL_HEADER_BYTES + Buffer.byteLength(name)
      zip.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name, {
        mtime: new VietnamTime(modifiedAt),
        mode: OWNER_ONLY,
        compress: true,
      })
      // Deflated, even nothing at all has a length.
      await until(() => written > header)
    },
    async finish() {
      let ended = false
      zip.outputStream.on('end', () => {
        ended = true
        wake()
      })
      zip.end()
      await until(() => ended)
      return Buffer.concat(chunks, written)
    },
  }
}
