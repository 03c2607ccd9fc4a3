import { open, truncate, type FileHandle } from 'node:fs/promises'

import { DomainError } from '#core/kernel/errors.ts'

import { systemCodeOf } from '../common/files/fs-errors.ts'
import { OWNER_ONLY_FILE } from '../common/files/owner-only.ts'
import { framesIn, PAGE_SIZE_AT } from '../db/copies/apply-log.ts'
import { FRAME_HEADER_BYTES, LOG_HEADER_BYTES } from '../db/write-ahead-log.ts'

const CHUNK_BYTES = 1024 * 1024

/** The frames of a log a place has: how many bytes they and the header are, and how large a page is. */
export type LogExtent = Readonly<{ bytes: number; frames: number; pageSize: number }>

/** What a log of so many bytes has in whole frames; null for one without a header. */
async function extentOf(file: FileHandle): Promise<LogExtent | null> {
  const { size } = await file.stat()
  const header = await bytesAt(file, 0, LOG_HEADER_BYTES)
  if (header === null) return null
  const pageSize = header.readUInt32BE(PAGE_SIZE_AT)
  if (pageSize < 512) return null
  const frames = framesIn(size, pageSize)
  return { frames, pageSize, bytes: LOG_HEADER_BYTES + frames * (FRAME_HEADER_BYTES + pageSize) }
}

/**
 * How far the log in a place is the beginning of the board's own, in bytes; null when it is not. Both have the same
 * header, with random salts, and the same head of the last frame there, whose checksum is over all frames before it.
 * What was not written to the end of a frame is taken away. Raises the system's own error.
 */
export async function commonLog(own: string, theirs: string): Promise<number | null> {
  const there = await openIfThere(theirs, 'r')
  if (there === null) return null
  try {
    const extent = await extentOf(there)
    const here = await openIfThere(own, 'r')
    if (here === null || extent === null) {
      await here?.close()
      return null
    }
    try {
      const lastFrame = extent.bytes - FRAME_HEADER_BYTES - extent.pageSize
      const probes: readonly (readonly [number, number])[] =
        extent.frames === 0
          ? [[0, LOG_HEADER_BYTES]]
          : [
              [0, LOG_HEADER_BYTES],
              [lastFrame, FRAME_HEADER_BYTES],
            ]
      for (const [at, length] of probes) {
        const [one, other] = [await bytesAt(here, at, length), await bytesAt(there, at, length)]
        if (one === null || other === null || !one.equals(other)) return null
      }
    } finally {
      await here.close()
    }
    await truncate(theirs, extent.bytes)
    return extent.bytes
  } finally {
    await there.close()
  }
}

/**
 * Adds what a log has from one place to another to its twin; durable when it resolves. Raises `CONFLICT` when the log
 * was emptied meanwhile: what was read may be of the next one, and nothing of it was written.
 */
export async function appendLog(
  own: string,
  theirs: string,
  [from, to]: readonly [number, number],
): Promise<void> {
  const here = await open(own, 'r')
  try {
    const there = await open(theirs, from === 0 ? 'w' : 'r+', OWNER_ONLY_FILE)
    try {
      const before = await bytesAt(here, 0, LOG_HEADER_BYTES)
      for (let at = from; at < to; at += CHUNK_BYTES) {
        const bytes = await bytesAt(here, at, Math.min(CHUNK_BYTES, to - at))
        const after = await bytesAt(here, 0, LOG_HEADER_BYTES)
        if (bytes === null || before === null || after === null || !before.equals(after)) {
          throw new DomainError('CONFLICT')
        }
        await writeAll(there, bytes, at)
      }
      await there.sync()
    } finally {
      await there.close()
    }
  } finally {
    await here.close()
  }
}

/** Writes bytes a log had at a place to the same place of its twin; durable when it resolves. */
export async function appendBytes(theirs: string, bytes: Uint8Array, at: number): Promise<void> {
  const there = await open(theirs, at === 0 ? 'w' : 'r+', OWNER_ONLY_FILE)
  try {
    await writeAll(there, bytes, at)
    await there.sync()
  } finally {
    await there.close()
  }
}

/** How many whole frames the log at a path has; 0 where there is none. */
export async function framesOf(path: string): Promise<number> {
  const file = await openIfThere(path, 'r')
  if (file === null) return 0
  try {
    return (await extentOf(file))?.frames ?? 0
  } finally {
    await file.close()
  }
}

/** The bytes of a log between two places, as they are now. Raises the system's own error. */
export async function logBytes(
  own: string,
  from: number,
  to: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const file = await open(own, 'r')
  try {
    const bytes = await bytesAt(file, from, to - from)
    if (bytes === null) throw new DomainError('CONFLICT')
    return bytes
  } finally {
    await file.close()
  }
}

/** Null when the file does not reach so far. */
async function bytesAt(
  file: FileHandle,
  at: number,
  length: number,
): Promise<Buffer<ArrayBuffer> | null> {
  const bytes = Buffer.alloc(length)
  for (let done = 0; done < length;) {
    const { bytesRead } = await file.read(bytes, done, length - done, at + done)
    if (bytesRead === 0) return null
    done += bytesRead
  }
  return bytes
}

async function writeAll(file: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.byteLength;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.byteLength - done, at + done)
    done += bytesWritten
  }
}

async function openIfThere(path: string, flags: 'r'): Promise<FileHandle | null> {
  try {
    return await open(path, flags)
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return null
    throw error
  }
}
