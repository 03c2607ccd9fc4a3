import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'

import { type Entry, fromBufferPromise } from 'yauzl'

import type { ArchiveEntry } from '#main/exports/letter-archive.ts'

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export function entryOf(
  fileName: string,
  content: string | Uint8Array = `nội dung của ${fileName}`,
  modifiedAt = '2026-11-22T16:30:10.000Z',
): ArchiveEntry {
  const bytes = Buffer.from(content)
  return { fileName, modifiedAt, bytes, sha256: sha256(bytes) }
}

export async function* from(entries: readonly ArchiveEntry[]): AsyncGenerator<ArchiveEntry> {
  yield* entries
}

/** Runs to its end with nobody watching. */
export function unwatched(): Readonly<{ onProgress: () => void; signal: AbortSignal }> {
  return { onProgress: () => undefined, signal: new AbortController().signal }
}

export type Unzipped = Readonly<{ entry: Entry; content: Buffer }>

export async function unzip(bytes: Uint8Array): Promise<readonly Unzipped[]> {
  const zip = await fromBufferPromise(Buffer.from(bytes), { strictFileNames: true })
  const all: Unzipped[] = []
  for await (const entry of zip.eachEntry()) {
    all.push({ entry, content: await buffer(await zip.openReadStreamPromise(entry)) })
  }
  return all
}

export function has(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
