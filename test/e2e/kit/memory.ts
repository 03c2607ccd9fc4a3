import { closeSync, openSync, readFileSync, readSync } from 'node:fs'

/** Why no memory can be searched here, or null. Another process's can be read on Linux, by root. */
export function whyNoScan(): string | null {
  if (process.platform !== 'linux') return 'needs Linux'
  return process.getuid?.() === 0 ? null : 'needs root'
}

/** Text as V8 and as C++ keep it. */
export function asText(text: string): readonly Buffer[] {
  return [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]
}

/** A key as bytes, and as the text it may be handed on in. */
export function asKey(key: Buffer): readonly Buffer[] {
  const texts = [key.toString('hex'), key.toString('base64')]
  return [key, ...texts.flatMap(asText)]
}

const CHUNK = 4 * 1024 * 1024
const OVERLAP = 4096

/** How often each of these lies in the writable memory of a process, under its name. */
export function countInMemory<Name extends string>(
  pid: number,
  canaries: Readonly<Record<Name, readonly Buffer[]>>,
): Record<Name, number> {
  const counts = Object.fromEntries(Object.keys(canaries).map((name) => [name, 0]))
  const memory = openSync(`/proc/${pid}/mem`, 'r')
  const chunk = Buffer.alloc(CHUNK + OVERLAP)
  try {
    for (const [from, to] of writableRanges(pid)) {
      for (let at = from; at < to; at += CHUNK) {
        const read = readOrNothing(memory, chunk, Math.min(CHUNK + OVERLAP, to - at), at)
        for (const [name, needles] of Object.entries<readonly Buffer[]>(canaries)) {
          for (const needle of needles)
            counts[name] = (counts[name] ?? 0) + found(chunk, read, needle)
        }
      }
    }
  } finally {
    closeSync(memory)
  }
  return counts as Record<Name, number>
}

function writableRanges(pid: number): readonly (readonly [number, number])[] {
  return readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .map((line) => /^([\da-f]+)-([\da-f]+) rw/u.exec(line))
    .filter((range) => range !== null)
    .map(([, from = '', to = '']) => [Number.parseInt(from, 16), Number.parseInt(to, 16)])
}

/** Pages that were never touched, or are gone by now, hold nothing. */
function readOrNothing(memory: number, into: Buffer, length: number, at: number): number {
  try {
    return readSync(memory, into, 0, length, at)
  } catch {
    return 0
  }
}

/** What begins in the overlap is counted with the next piece. */
function found(chunk: Buffer, length: number, needle: Buffer): number {
  let count = 0
  const piece = chunk.subarray(0, length)
  for (let at = piece.indexOf(needle); at !== -1 && at < CHUNK; at = piece.indexOf(needle, at + 1))
    count += 1
  return count
}
