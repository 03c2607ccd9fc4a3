import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import type { KeyObject } from 'node:crypto'

import {
  MANIFEST_FILE,
  MAX_MANIFEST,
  type Manifest,
  readManifest,
  type ReleaseFile,
  SIGNATURE_FILE,
} from './manifest.ts'
import { onDisk, UpdateError } from './problem.ts'
import { isSignedBy, readSignature } from './signature.ts'

/** What a server answered. */
export type DoorAnswer = Readonly<{ status: number; body: AsyncIterable<Uint8Array> }>

/**
 * The one way out to the network. It sends nothing that says who asks, follows no redirect (it raises
 * `UPDATE_REDIRECTED` or answers the status), and ends when the signal says so.
 */
export type Door = (url: URL, signal: AbortSignal) => Promise<DoorAnswer>

/** How long a server may be silent before it counts as not there, in milliseconds. */
const SILENCE = 60_000
const MAX_SIGNATURE = 1_024
/** How long a small file may take in all: a server that sends a byte now and then is not silent. In milliseconds. */
const SMALL_FILE = 60_000

/** Fetches a release from the folder at `base`, proved by our key. Raises `UpdateError`. */
export async function readRelease(
  door: Door,
  base: string,
  key: KeyObject,
  signal: AbortSignal,
): Promise<Manifest> {
  const manifest = await fetchWhole(door, base, MANIFEST_FILE, MAX_MANIFEST, signal)
  if (manifest === null) throw new UpdateError('UPDATE_NOT_FOUND')
  const signed = await fetchWhole(door, base, SIGNATURE_FILE, MAX_SIGNATURE, signal)
  if (signed === null) throw new UpdateError('UPDATE_UNSIGNED')
  const signature = readSignature(signed)
  // A page of some other site, or of the network's own sign-in, answers whatever it is asked for.
  if (signature === null) throw new UpdateError('UPDATE_NOT_A_FEED')
  if (!isSignedBy(key, manifest, signature)) throw new UpdateError('UPDATE_WRONG_SIGNATURE')
  const release = readManifest(manifest)
  if (release === null) throw new UpdateError('UPDATE_UNREADABLE')
  return release
}

/** Fetches a small file of the folder; null when it is not there. */
export async function fetchWhole(
  door: Door,
  base: string,
  name: string,
  limit: number,
  signal: AbortSignal,
): Promise<Buffer | null> {
  const parts: Uint8Array[] = []
  let size = 0
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), SMALL_FILE)
  try {
    const ends = { signal, late: late.signal }
    const found = await receive(door, base, name, ends, async (part) => {
      size += part.length
      if (size > limit) throw new UpdateError('UPDATE_TOO_LARGE')
      parts.push(part)
    })
    return found ? Buffer.concat(parts) : null
  } finally {
    clearTimeout(timer)
  }
}

export type FileFetch = Readonly<{
  base: string
  file: ReleaseFile
  /** All files of the release, to tell a file of another system from one that was altered. */
  release: Manifest
  destination: string
  signal: AbortSignal
  /** Hears how many bytes are there. */
  onProgress: (done: number) => void
}>

/** Fetches a file of the release and proves it. What is not proved does not stay on disk. Raises `UpdateError`. */
export async function fetchFile(door: Door, asked: FileFetch): Promise<void> {
  const { base, file, release, destination, signal, onProgress } = asked
  try {
    const out = await onDisk(() => open(destination, 'wx', 0o600))
    const hash = createHash('sha512')
    let size = 0
    let found: boolean
    try {
      found = await receive(door, base, file.name, { signal }, async (part) => {
        size += part.length
        if (size > file.size) throw new UpdateError('UPDATE_TOO_LARGE')
        hash.update(part)
        await onDisk(() => out.appendFile(part))
        onProgress(size)
      })
    } finally {
      await out.close()
    }
    if (!found) throw new UpdateError('UPDATE_NOT_FOUND')
    prove(hash.digest('base64'), file, release)
  } catch (error) {
    await rm(destination, { force: true })
    throw error
  }
}

/** Proves a file that lies on disk already; one that fails is removed, so that it is fetched anew. Raises `UpdateError`. */
export async function proveFile(path: string, file: ReleaseFile, release: Manifest): Promise<void> {
  const hash = createHash('sha512')
  try {
    const parts: AsyncIterable<Uint8Array> = createReadStream(path)
    for await (const part of parts) hash.update(part)
  } catch (error) {
    throw new UpdateError('UPDATE_ALTERED', { cause: error })
  }
  try {
    prove(hash.digest('base64'), file, release)
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}

function prove(sha512: string, file: ReleaseFile, release: Manifest): void {
  if (sha512 === file.sha512) return
  const isAnother = release.files.some((each) => each.sha512 === sha512)
  throw new UpdateError(isAnother ? 'UPDATE_MIXED' : 'UPDATE_ALTERED')
}

/** Gives a file of the folder to `take`, part by part. False when it is not there. */
async function receive(
  door: Door,
  base: string,
  name: string,
  { signal, late }: Readonly<{ signal: AbortSignal; late?: AbortSignal }>,
  take: (part: Uint8Array) => Promise<void>,
): Promise<boolean> {
  const url = new URL(name, base)
  // The address was checked when it was set; this holds even if somebody finds a way around that.
  if (url.protocol !== 'https:' || !url.href.startsWith(base)) {
    throw new UpdateError('UPDATE_REDIRECTED')
  }
  const silence = new AbortController()
  const timer = setTimeout(() => silence.abort(), SILENCE)
  try {
    const ends = late === undefined ? [] : [late]
    const answer = await door(url, AbortSignal.any([signal, silence.signal, ...ends]))
    if (answer.status >= 300 && answer.status < 400) throw new UpdateError('UPDATE_REDIRECTED')
    if (answer.status === 404 || answer.status === 410) return false
    if (answer.status !== 200) throw new UpdateError('UPDATE_UNREACHABLE')
    for await (const part of answer.body) {
      timer.refresh()
      await take(part)
    }
    return true
  } catch (error) {
    if (error instanceof UpdateError) throw error
    throw new UpdateError(signal.aborted ? 'UPDATE_STOPPED' : 'UPDATE_UNREACHABLE', {
      cause: error,
    })
  } finally {
    clearTimeout(timer)
  }
}
