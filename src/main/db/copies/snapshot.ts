import SqliteDriver, { type Database as SqliteHandle } from 'better-sqlite3-multiple-ciphers'
import { rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { instantOfMilliseconds } from '#core/kernel/calendar.ts'
import { DomainError } from '#core/kernel/errors.ts'
import { syncFile } from '../../common/files/atomic-write.ts'
import { mapFileError } from '../../common/files/fs-errors.ts'
import { makeFolder } from '../../common/files/make-folder.ts'
import { unfinishedCopy } from '../../files/snapshot-folder.ts'
import { snapshotName } from '../../files/snapshot-keeping.ts'
import type { Database } from '../data-source.ts'
import { unlock } from '../sqlite-settings.ts'

/** What a copy must agree on with its original before it counts as one. */
type Census = Readonly<{ schema: string; rows: string; auditHead: string }>

type SnapshotPlace = Readonly<{ snapshotsDir: string; key: Buffer }>

type CopyPlace = Readonly<{
  path: string
  key: Buffer
  /** Told when the copy is written and is going to be checked. */
  onChecking?: () => void
}>

/** Where a copy made now is kept. */
export function snapshotPath(snapshotsDir: string): string {
  return join(snapshotsDir, snapshotName(instantOfMilliseconds(Date.now())))
}

/** Copies the open database into `snapshotsDir`, as {@link copyTo}. Returns the path of the copy. */
export async function writeSnapshot(database: Database, place: SnapshotPlace): Promise<string> {
  if (database.sqlite === null) throw new Error('Only a file can be copied.')
  const path = snapshotPath(place.snapshotsDir)
  await copyTo(database.sqlite, { path, key: place.key })
  return path
}

/**
 * Copies a database to `path` under the same key, opens the copy and checks it: pages, foreign keys, the number of
 * rows of every table, the head of the audit chain. Raises
 * `DATABASE_DAMAGED` and leaves no file when the copy is not the original, the same once a whole copy is made of an
 * original that is not whole itself, and what the disk refuses
 * (`DISK_FULL`, `READ_ONLY`, `DATA_FOLDER_UNFIT`).
 *
 * Made with `VACUUM INTO`: the driver's `backup()` turns an encrypted database into an empty one that
 * opens without complaint.
 */
export async function copyTo(original: SqliteHandle, place: CopyPlace): Promise<void> {
  const { path, key } = place
  await makeFolder(dirname(path)).catch(raiseMapped)
  const unfinished = unfinishedCopy(path)
  try {
    original.prepare('VACUUM INTO ?').run(unfinished)
    place.onChecking?.()
    // `VACUUM INTO` leaves the copy to the system's own time; a snapshot must survive a power cut now.
    await syncFile(unfinished).catch(raiseMapped)
    verifySnapshot(unfinished, key, censusOf(original))
    await rename(unfinished, path).catch(raiseMapped)
  } catch (error) {
    // What is left of it is cleared away with the next one.
    await rm(unfinished, { force: true }).catch(() => undefined)
    throw error
  }
  // The copy reads tables and builds its indexes anew: it may be whole where the original is not.
  if (!isSound(original)) throw new DomainError('DATABASE_DAMAGED')
}

function raiseMapped(error: unknown): never {
  throw mapFileError(error)
}

/** Raises `DATABASE_DAMAGED` unless the file opens with the key, is sound, and holds what it should. */
export function verifySnapshot(file: string, key: Buffer, expected: Census): void {
  const copy = new SqliteDriver(file, { readonly: true, fileMustExist: true })
  try {
    unlock(copy, key)
    if (!isSound(copy) || !sameCensus(censusOf(copy), expected)) {
      throw new DomainError('DATABASE_DAMAGED', [{ path: '', code: 'SNAPSHOT_UNSOUND' }])
    }
  } finally {
    copy.close()
  }
}

/** Whether a file opens with the key, and its pages and foreign keys hold. Never raises for a damaged one. */
export function isSoundFile(file: string, key: Buffer): boolean {
  try {
    const copy = new SqliteDriver(file, { readonly: true, fileMustExist: true })
    try {
      unlock(copy, key)
      return isSound(copy)
    } finally {
      copy.close()
    }
  } catch {
    return false
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
