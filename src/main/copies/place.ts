import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'

import { instantOfMilliseconds, type Instant } from '#core/kernel/calendar.ts'
import { DomainError } from '#core/kernel/errors.ts'

import { removeTemporaryFiles } from '../common/files/atomic-write.ts'
import { dataPaths } from '../common/files/data-paths.ts'
import { mapFileError, systemCodeOf } from '../common/files/fs-errors.ts'
import { OWNER_ONLY_FILE } from '../common/files/owner-only.ts'
import { parseManifest, type Manifest } from './manifest.ts'

/** A copy that lies in a place of copies, as its name and its manifest say. */
export type BoardCopy = Readonly<{
  /** What its files are called before the extension: sorts by the journal, then by when it was made. */
  name: string
  /** How many entries its journal has; 0 for an older copy of the database alone, whose name does not say. */
  sequence: number
  /** By the clock of the machine that made it. */
  at: Instant
  /** The database file, encrypted. Its keys lie beside it where there is a manifest. */
  database: string
  bytes: number
  /** The text of the wrapped keys as they were; null where the copy is of the database alone. */
  keys: string | null
  /** Null for a copy of the database alone: one of an earlier program, or one whose manifest cannot be read. */
  manifest: Manifest | null
}>

/** `board-` and twelve digits of the journal's sequence, so that names sort by it and not by a clock. */
const NAME = /^board-(\d{12})-(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z)$/u

/** A copy of the database alone, as programs before whole-board copies named it. */
const DATABASE_ONLY_NAME = /^hoi-am-(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z)$/u

/** What the files of a copy are called, made at this entry of the journal and this moment. */
export function copyName(sequence: number, at: Instant): string {
  return `board-${String(sequence).padStart(12, '0')}-${at.replaceAll(/[:.]/gu, '-')}`
}

/** The files of one copy in a place. */
export function copyFiles(
  place: string,
  name: string,
): Readonly<{ database: string; keys: string; manifest: string }> {
  const stem = join(place, name)
  return { database: `${stem}.db`, keys: `${stem}.keys.json`, manifest: `${stem}.json` }
}

/** Where a place keeps the files of all its copies, each once. */
export function poolOf(place: string): string {
  return join(place, 'files')
}

/** What a database is called while it is being copied; one at a time. */
export function unfinishedCopy(place: string): string {
  return join(place, 'copying.db.part')
}

/**
 * The copies in a place, newest first: by the journal, and by when it was made where the journal is the same. A copy
 * whose database or manifest is not there is none. Needs no key and proves nothing: `isGenuine` does, once there is one.
 * @throws DomainError as {@link mapFileError} says.
 */
export async function copiesIn(place: string): Promise<readonly BoardCopy[]> {
  try {
    const names = await readdir(place)
    const copies = await Promise.all(
      names
        .filter((name) => name.endsWith('.db'))
        .map((name) => copyOf(place, name.slice(0, -'.db'.length))),
    )
    return copies.filter((copy) => copy !== null).toSorted(newestFirst)
  } catch (error) {
    throw mapFileError(error)
  }
}

/**
 * Where the copies are in a folder somebody named: there, or in `snapshots` within, as in a data folder copied as a
 * whole. Raises `NOT_FOUND` with `NO_SNAPSHOT` at `place` when there are none, or no such folder.
 */
export async function placeWithin(folder: string): Promise<string> {
  for (const place of isAbsolute(folder) ? [folder, dataPaths(folder).snapshots] : []) {
    const copies = await copiesIn(place).catch(() => [])
    if (copies.length > 0) return place
  }
  throw new DomainError('NOT_FOUND', [{ path: 'place', code: 'NO_SNAPSHOT' }])
}

function newestFirst(one: BoardCopy, other: BoardCopy): number {
  if (one.sequence !== other.sequence) return other.sequence - one.sequence
  return one.at < other.at ? 1 : -1
}

async function copyOf(place: string, name: string): Promise<BoardCopy | null> {
  const whole = NAME.exec(name)
  const [, time] = DATABASE_ONLY_NAME.exec(name) ?? []
  const at = instantOf(whole?.[2] ?? time ?? '')
  if (at === null) return null
  const files = copyFiles(place, name)
  const manifest = await readIfThere(files.manifest)
  // Still being written, or cut short: the manifest comes last.
  if (whole !== null && manifest === null) return null
  return {
    name,
    sequence: Number(whole?.[1] ?? 0),
    at,
    database: files.database,
    bytes: (await stat(files.database)).size,
    keys: await readIfThere(files.keys),
    manifest: manifest === null ? null : parseManifest(manifest),
  }
}

/** The moment a name tells; null for a text that tells none. */
function instantOf(time: string): Instant | null {
  const [day = '', clock = ''] = time.split('T')
  const [hours, minutes, seconds, milliseconds] = clock.slice(0, -1).split('-')
  const moment = Date.parse(`${day}T${hours}:${minutes}:${seconds}.${milliseconds}Z`)
  return Number.isNaN(moment) ? null : instantOfMilliseconds(moment)
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** Removes a copy; its files in the pool stay for the others. The manifest first: without it the rest is none. */
export async function removeCopy(place: string, name: string): Promise<void> {
  const { manifest, keys, database } = copyFiles(place, name)
  for (const path of [manifest, keys, database]) await rm(path, { force: true })
}

/** Says, to the next run too, that the last copy was not finished; gone with the next one that is. */
const CUT_SHORT = 'cut-short'

export async function markCutShort(place: string): Promise<void> {
  await writeFile(join(place, CUT_SHORT), '', { mode: OWNER_ONLY_FILE })
}

export async function unmarkCutShort(place: string): Promise<void> {
  await rm(join(place, CUT_SHORT), { force: true })
}

/**
 * Removes what copies cut short left behind, and says whether the last copy was one of these. For a place nobody else
 * writes into: a copy being made would go as well.
 */
export async function clearCutShort(place: string): Promise<boolean> {
  await removeTemporaryFiles(place)
  const names = await readdir(place)
  const unfinished = names.filter((name) => isUnfinished(name, names))
  for (const name of unfinished) await rm(join(place, name), { force: true })
  if (unfinished.length > 0) await markCutShort(place)
  return unfinished.length > 0 || names.includes(CUT_SHORT)
}

/** A copy half written, what SQLite kept beside it or beside one that is gone, and database or keys whose manifest was never written. */
function isUnfinished(name: string, all: readonly string[]): boolean {
  if (/\.db\.part(?:-journal|-wal|-shm)?$/u.test(name)) return true
  const [, database] = /^(.+\.db)-(?:journal|wal|shm)$/u.exec(name) ?? []
  if (database !== undefined) return !all.includes(database)
  const [, stem] = /^(.+?)\.(?:db|keys\.json)$/u.exec(name) ?? []
  return stem !== undefined && NAME.test(stem) && !all.includes(`${stem}.json`)
}
