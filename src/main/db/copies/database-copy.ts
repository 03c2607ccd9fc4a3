import SqliteDriver, { type Database as SqliteHandle } from 'better-sqlite3-multiple-ciphers'
import { rm } from 'node:fs/promises'

import { DomainError } from '#core/kernel/errors.ts'

import { syncFile } from '../../common/files/atomic-write.ts'
import { mapFileError } from '../../common/files/fs-errors.ts'
import { settleReader, unlock } from '../sqlite-settings.ts'
import { factsOf, type DatabaseFacts } from './database-facts.ts'

/** What a copy must agree on with its original before it counts as one. */
type Census = Readonly<{ schema: string; rows: string; auditHead: string }>

export type DatabaseToCopy = Readonly<{
  /** The database, open or not: others may read and write it meanwhile. */
  file: string
  key: Buffer
  /** Where the copy is written; what lies there goes. On the disk, and no further, when the copying succeeds. */
  to: string
  /** Told when the copy is written and is going to be checked. */
  onChecking?: () => void
}>

export type CopiedDatabase = Readonly<{
  /** What the copy says of itself. */
  facts: DatabaseFacts
  /** Whether the pages and foreign keys of the original hold: a whole copy can be made of one where they do not. */
  originalSound: boolean
}>

/** A write that comes between the look and the copy, a millisecond, makes the two differ; so often it is tried. */
const ATTEMPTS = 5

/**
 * Copies a database under the same key while people work, opens the copy and checks it: pages, foreign keys, and the
 * number of rows of every table and the head of the journal against the very state that was copied. Raises
 * `DATABASE_DAMAGED` when the copy is not the original, also for an original that holds nobody or no journal (an
 * emptied file opens as a sound, empty database), and what the disk refuses. Leaves no file when it raises.
 *
 * Made with `VACUUM INTO`: the driver's `backup()` turns an encrypted database into an empty one that opens without
 * complaint.
 */
export async function copyDatabase(database: DatabaseToCopy): Promise<CopiedDatabase> {
  const { file, key, to } = database
  const reader = openReader(file, key)
  try {
    requireInhabited(reader)
    const copier = openReader(file, key)
    try {
      const facts = await copyState(reader, copier, database)
      return { facts, originalSound: isSound(reader) }
    } finally {
      copier.close()
    }
  } catch (error) {
    await rm(to, { force: true }).catch(() => undefined)
    throw error
  } finally {
    reader.close()
  }
}

/** `VACUUM` has no part in a transaction, so one connection copies and another keeps the state to compare with. */
async function copyState(
  reader: SqliteHandle,
  copier: SqliteHandle,
  { key, to, onChecking }: DatabaseToCopy,
): Promise<DatabaseFacts> {
  for (let attempt = 1; ; attempt += 1) {
    await rm(to, { force: true }).catch(raiseMapped)
    const copy = copier.prepare('VACUUM INTO ?')
    reader.exec('BEGIN')
    let census: Census
    try {
      reader.prepare('SELECT count(*) FROM sqlite_schema').get()
      copy.run(to)
      census = censusOf(reader)
    } finally {
      reader.exec('COMMIT')
    }
    onChecking?.()
    // `VACUUM INTO` leaves the copy to the system's own time; it must survive a power cut now.
    await syncFile(to).catch(raiseMapped)
    try {
      return verifyCopy(to, key, census)
    } catch (error) {
      if (attempt === ATTEMPTS) throw error
    }
  }
}

/** A connection that leaves the file as it is. Raises as `unlock` does. */
function openReader(file: string, key: Buffer): SqliteHandle {
  const handle = new SqliteDriver(file, { fileMustExist: true })
  try {
    unlock(handle, key)
    settleReader(handle)
    return handle
  } catch (error) {
    handle.close()
    throw error
  }
}

/** Nobody uses a board without people or journal: it is what is left of one. */
function isInhabited(handle: SqliteHandle): boolean {
  const facts = factsOf(handle)
  return facts !== null && facts.people > 0 && facts.sequence > 0
}

function requireInhabited(handle: SqliteHandle): void {
  if (!isInhabited(handle)) {
    throw new DomainError('DATABASE_DAMAGED', [{ path: '', code: 'SNAPSHOT_UNSOUND' }])
  }
}

function raiseMapped(error: unknown): never {
  throw mapFileError(error)
}

/** What the file says of itself; raises `DATABASE_DAMAGED` unless it opens, is sound and holds what it should. */
export function verifyCopy(file: string, key: Buffer, expected: Census): DatabaseFacts {
  const copy = new SqliteDriver(file, { readonly: true, fileMustExist: true })
  try {
    unlock(copy, key)
    const facts = factsOf(copy)
    if (facts === null || !isSound(copy) || !sameCensus(censusOf(copy), expected)) {
      throw new DomainError('DATABASE_DAMAGED', [{ path: '', code: 'SNAPSHOT_UNSOUND' }])
    }
    return facts
  } finally {
    copy.close()
  }
}

/**
 * Whether a file opens with the key, holds somebody and a journal, and its pages and foreign keys hold. Never raises for
 * a damaged one.
 */
export function isSoundFile(file: string, key: Buffer): boolean {
  try {
    const copy = new SqliteDriver(file, { readonly: true, fileMustExist: true })
    try {
      unlock(copy, key)
      return isInhabited(copy) && isSound(copy)
    } finally {
      copy.close()
    }
  } catch {
    return false
  }
}

/** Whether a file opens with the key and holds somebody and a journal. Looks at no more, and never raises. */
export function opensWith(file: string, key: Buffer): boolean {
  try {
    const handle = new SqliteDriver(file, { readonly: true, fileMustExist: true })
    try {
      unlock(handle, key)
      return isInhabited(handle)
    } finally {
      handle.close()
    }
  } catch {
    return false
  }
}

/** What a file under this key says of itself, or null when it says nothing; as it was, also while others write. */
export function factsOfFile(file: string, key: Buffer): DatabaseFacts | null {
  const handle = openReader(file, key)
  try {
    return factsOf(handle)
  } finally {
    handle.close()
  }
}

/** Counts what is in a database, so that two can be compared. */
export function censusOf(handle: SqliteHandle): Census {
  const tables = handle
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all()
  const rows = tables.map(({ name }) => [
    name,
    handle.prepare(`SELECT count(*) FROM "${name}"`).pluck().get(),
  ])
  const hasAudit = tables.some(({ name }) => name === 'audit_head')
  return {
    schema: JSON.stringify(tables),
    rows: JSON.stringify(rows),
    auditHead: hasAudit
      ? JSON.stringify(handle.prepare('SELECT sequence, hash FROM audit_head').all())
      : '',
  }
}

function sameCensus(one: Census, other: Census): boolean {
  return one.schema === other.schema && one.rows === other.rows && one.auditHead === other.auditHead
}

function isSound(handle: SqliteHandle): boolean {
  const integrity = handle.pragma('integrity_check', { simple: true })
  const orphans = handle.prepare('SELECT count(*) FROM pragma_foreign_key_check').pluck().get()
  return integrity === 'ok' && orphans === 0
}
