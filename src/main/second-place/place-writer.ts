import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import type { Instant } from '#core/kernel/calendar.ts'
import { DomainError } from '#core/kernel/errors.ts'

import { syncFolder, writeFileAtomically } from '../common/files/atomic-write.ts'
import type { DataPaths } from '../common/files/data-paths.ts'
import { systemCodeOf } from '../common/files/fs-errors.ts'
import { OWNER_ONLY_FILE, OWNER_ONLY_FOLDER } from '../common/files/owner-only.ts'
import { sha256Of } from '../common/sha256.ts'
import { filesKeysOf, presentOf, type CopyRing } from '../copies/copy-keys.ts'
import { bufferOf, hashOf } from '../copies/make-copy.ts'
import { fillPool, removeUnnamed } from '../copies/pool.ts'
import { applyLog } from '../db/copies/apply-log.ts'
import { lockFile, type FileLock } from '../db/file-lock.ts'
import { isStoredFileName } from '../files/file-store.ts'
import { parseKeyFile } from '../vault/key-file.ts'
import { appendBytes, appendLog, commonLog, framesOf } from './log-bytes.ts'
import {
  isGenuinePlace,
  isPlaceDatabase,
  parsePlace,
  placePaths,
  printPlace,
  type PlaceManifest,
} from './place.ts'

/** A board, and where its second place is. */
export type PlaceOrder = Readonly<{
  /** What is read of the board; nothing of it is ever written. */
  board: Pick<DataPaths, 'database' | 'files' | 'keys' | 'journalHead' | 'numbers'>
  /** A place from an earlier epoch is copied anew. */
  ring: CopyRing
  /** The folder that was chosen. */
  folder: string
  /** What this board is called in its second place. */
  boardId: string
  /** A whole board was there before: where there is none now, another drive lies at this path, or none. */
  begun: boolean
}>

/** How a place stands to its board when it is looked at. */
export type PlaceFound = Readonly<{
  /** How much of the board's log it has; null when it needs a copy of the whole database first. */
  shipped: number | null
  /** Whether a whole board lies there, however old. */
  whole: boolean
  /** On the very disk of the board: it would be lost with it. */
  sameDisk: boolean
  /** Issued letters and evidence it does not have. */
  missing: readonly string[]
}>

/** Writes into a second place, one thing after another; each is durable there when it resolves. */
export type PlaceWriter = Readonly<{
  /**
   * Takes the place for itself and looks how far it is. Raises `ALREADY_OPEN` while another program has it,
   * `NOT_ALLOWED` when it is another board's, and what the disk refuses, as all the others.
   */
  open(): Promise<PlaceFound>
  /** Copies the main file and `end` bytes of the log. Nothing may be brought into the file meanwhile. */
  base(end: number): Promise<void>
  /** What `base` copied is the board from now on; the one before goes. */
  adopt(at: Instant): Promise<void>
  /** Keys, numbers, files and then the log up to `end`. */
  ship(end: number, files: readonly string[]): Promise<void>
  /** The log was emptied: `tail` is its end, from byte `from` on. Brings it into the database there. */
  cut(from: number, tail: Uint8Array, at: Instant): Promise<void>
  /** Says that the database there holds what the one here does, whose log is empty, and gives the place back. */
  rest(at: Instant): Promise<void>
}>

const CHUNK_BYTES = 4 * 1024 * 1024

export function createPlaceWriter(order: PlaceOrder): PlaceWriter {
  const { board, ring, boardId } = order
  const { copiesKey, databaseKey } = presentOf(ring)
  const place = placePaths(order.folder)
  const ownLog = `${board.database}-wal`
  const writer = randomUUID()
  let { begun } = order
  let lock: FileLock | null = null
  /** What the manifest says, and its text: whoever else changes it has taken the place. */
  let current: Readonly<{ manifest: PlaceManifest; text: string }> | null = null
  let shipped = 0
  /** The hash of the database that `base` copied. */
  let copied: string | null = null
  /** By path, the hash of what was last carried over. */
  const carried = new Map<string, string>()

  async function say(generation: number, at: Instant, twin: string | null): Promise<void> {
    const says = { format: 'hoi-am-place', version: 1, board: boardId, writer } as const
    const text = printPlace({ ...says, generation, at, twin }, copiesKey)
    await writeFileAtomically(place.manifest, Buffer.from(text))
    const manifest = parsePlace(text)
    if (manifest !== null) current = { manifest, text }
  }

  /** The place is still ours: nobody else wrote into it, and it was not emptied. */
  async function requireOwn(): Promise<PlaceManifest> {
    const text = await readIfThere(place.manifest)
    if (current === null || text === null) throw unreachable()
    if (text.toString('utf8') !== current.text) throw new DomainError('ALREADY_OPEN')
    return current.manifest
  }

  async function carry(from: string, to: string): Promise<void> {
    const bytes = await readIfThere(from)
    if (bytes === null) return
    const hash = sha256Of(bytes)
    if (carried.get(to) === hash) return
    if (to === place.keys && parseKeyFile(bytes.toString('utf8')) === null) return
    await writeFileAtomically(to, bytes)
    carried.set(to, hash)
  }

  /** First what would tell of a loss, then what makes one good. */
  async function carrySmall(): Promise<void> {
    await carry(board.keys, place.keys)
    await carry(board.numbers, place.numbers)
    await carry(board.journalHead, place.journalHead)
  }

  async function shippedSoFar(manifest: PlaceManifest): Promise<number | null> {
    if (!isGenuinePlace(manifest, copiesKey)) return null
    const { generation, twin } = manifest
    if ((await readdir(place.folder)).every((name) => !place.database(generation).endsWith(name))) {
      return null
    }
    const common = await commonLog(ownLog, place.log(generation))
    if (common !== null) return common
    if (twin === null || (await framesOf(place.log(generation))) > 0) return null
    return (await hashOf(board.database)) === twin ? 0 : null
  }

  async function missingFiles(): Promise<readonly string[]> {
    const there = new Set(await storedIn(place.files))
    return (await storedIn(board.files)).filter((name) => !there.has(name))
  }

  return {
    async open() {
      await makeOwnFolder(place.folder)
      lock?.release()
      lock = lockFile(place.lock)
      current = null
      const missing = await missingFiles()
      const sameDisk = await isSameDisk(place.folder, board.database)
      const text = (await readIfThere(place.manifest))?.toString('utf8') ?? null
      if (text === null) {
        if (begun) throw unreachable()
        return { shipped: null, whole: false, sameDisk, missing }
      }
      const manifest = parsePlace(text)
      if (manifest === null || manifest.board !== boardId) {
        throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'SECOND_PLACE_TAKEN' }])
      }
      current = { manifest, text }
      const found = await shippedSoFar(manifest)
      if (found !== null) await say(manifest.generation, manifest.at, manifest.twin)
      shipped = found ?? 0
      return { shipped: found, whole: true, sameDisk, missing }
    },

    async base(end) {
      if (current !== null) await requireOwn()
      const generation = (current?.manifest.generation ?? 0) + 1
      // What an attempt before left.
      for (const path of [place.database(generation), place.log(generation)]) {
        await rm(path, { force: true })
      }
      await carrySmall()
      copied = await copyHashing(board.database, place.database(generation))
      if (end > 0) await appendLog(ownLog, place.log(generation), [0, end])
      await syncFolder(place.folder)
      shipped = end
    },

    async adopt(at) {
      const generation = (current?.manifest.generation ?? 0) + 1
      await say(generation, at, copied)
      begun = true
      const kept = [place.database(generation), place.log(generation)]
      for (const name of await readdir(place.folder)) {
        const path = join(place.folder, name)
        if (isPlaceDatabase(name) && !kept.includes(path)) await rm(path, { force: true })
      }
      await removeUnnamed(place.files, new Set(await storedIn(board.files)))
    },

    async ship(end, files) {
      const { generation } = await requireOwn()
      await carrySmall()
      await fillPool({
        ...{ from: board.files, pool: place.files, filesKeys: filesKeysOf(ring), wanted: files },
        known: new Map(),
      })
      if (end <= shipped) return
      await appendLog(ownLog, place.log(generation), [shipped, end])
      shipped = end
    },

    async cut(from, tail, at) {
      const { generation } = await requireOwn()
      const log = place.log(generation)
      await carrySmall()
      const rest = tail.subarray(Math.max(0, shipped - from))
      if (rest.byteLength > 0) await appendBytes(log, rest, Math.max(from, shipped))
      await say(generation, at, null)
      const frames = await framesOf(log)
      if (frames > 0) applyLog(place.database(generation), bufferOf(databaseKey), frames)
      shipped = 0
    },

    async rest(at) {
      const { generation } = await requireOwn()
      await carrySmall()
      if (shipped === 0) await say(generation, at, await hashOf(board.database))
      lock?.release()
      lock = null
    },
  }
}

/** In a folder that is there: one that is not is that of a drive that was pulled out, and is not made. */
async function makeOwnFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: OWNER_ONLY_FOLDER })
    await syncFolder(dirname(folder))
  } catch (error) {
    if (systemCodeOf(error) !== 'EEXIST') throw error
  }
}

/** Whether two things lie on one disk, as far as the system tells. */
export async function isSameDisk(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([stat(one), stat(other)])
  return first.dev === second.dev
}

/** Copies a file that stands still, durably; returns the SHA-256 of what was copied. */
async function copyHashing(from: string, to: string): Promise<string> {
  const hash = createHash('sha256')
  const source = await open(from, 'r')
  try {
    const target = await open(to, 'wx', OWNER_ONLY_FILE)
    try {
      const chunk = Buffer.alloc(CHUNK_BYTES)
      for (;;) {
        const { bytesRead } = await source.read(chunk, 0, chunk.length, null)
        if (bytesRead === 0) break
        const bytes = chunk.subarray(0, bytesRead)
        hash.update(bytes)
        await target.writeFile(bytes)
      }
      await target.sync()
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
  return hash.digest('hex')
}

async function storedIn(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder, { recursive: true })
    return names.flatMap((name) => name.split(/[/\\]/u).slice(-1).filter(isStoredFileName))
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return []
    throw error
  }
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return null
    throw error
  }
}

function unreachable(): DomainError {
  return new DomainError('DATA_FOLDER_UNFIT', [{ path: '', code: 'UNREACHABLE' }])
}
