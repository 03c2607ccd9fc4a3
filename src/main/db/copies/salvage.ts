import SqliteDriver, { type Database as SqliteHandle } from 'better-sqlite3-multiple-ciphers'

import type { AuditHead } from '#core/audit/model.ts'
import { SEARCH_WORDS } from '#core/ports/erasures.ts'
import { ChainCheck } from '../audit/audit-chain.ts'
import { erasedBy, isErasing } from '../audit/erasure.ts'
import { EVENT_COLUMNS, type StoredEvent } from '../audit/stored-event.ts'
import { settle, unlock } from '../sqlite-settings.ts'
import { filesOfCases, scrubCase } from '../retention/scrub.ts'
import { readableRows, type Row } from './readable-rows.ts'

/** What was brought over from a damaged database into a copy of an earlier state of it. */
export type Salvaged = Readonly<{
  /** Entries of the journal that follow on the copy's, each proven by the chain. */
  entries: number
  /** Rows the copy did not have, or had otherwise. */
  rows: number
  /** Whether everything could be read and nothing was refused. */
  complete: boolean
  /** The complaints that were worked on after the copy, or of which a row was refused; not for everybody's eyes. */
  complaints: readonly string[]
}>

/** The search copies are made anew from the cases; what an event is, and where the journal ends, the chain decides. */
const NOT_COPIED = ['schema_version', 'audit_event', 'audit_head', 'complaint_search']

const EVENTS = `SELECT ${EVENT_COLUMNS} FROM audit_event WHERE sequence = ?`

/**
 * Brings what can still be read of a damaged database over into a copy of an earlier state of the same board: the
 * journal as far as it follows on the copy's head, and the rows of every table, each under all constraints of the
 * schema. Every page that can be read is as the board wrote it (each has a MAC of its own); the journal says whether
 * the damaged one is the newer of the two. Null when it is not, or when too little of it can be read to tell; the copy is
 * then as it was. Both files are closed databases under the same key; the damaged one is opened to be read, as is the
 * log beside it, so a copy of it must do. Of the keys that link journals the first is that of the copy's last epoch.
 */
export function salvage(
  damaged: string,
  into: string,
  keys: Readonly<{ key: Buffer; auditKeys: readonly Buffer[] }>,
): Salvaged | null {
  const target = new SqliteDriver(into, { fileMustExist: true })
  let source: SqliteHandle | null = null
  try {
    unlock(target, keys.key)
    settle(target)
    source = new SqliteDriver(damaged, { fileMustExist: true })
    unlock(source, keys.key)
    return bringOver(source, target, keys.auditKeys)
  } catch {
    return null
  } finally {
    source?.close()
    target.close()
  }
}

function bringOver(
  source: SqliteHandle,
  target: SqliteHandle,
  auditKeys: readonly Buffer[],
): Salvaged | null {
  if (schemaOf(source) !== schemaOf(target)) return null
  const head = headOf(target)
  const events = head === null ? [] : followingEvents(source, head, auditKeys)
  if (head === null || !(events.length > 0 || isAhead(source, head))) return null
  // Only outside a transaction; every key is checked at its end.
  target.pragma('foreign_keys = OFF')
  target.exec('BEGIN IMMEDIATE')
  try {
    const salvaged = merge(source, target, events)
    target.exec(salvaged === null ? 'ROLLBACK' : 'COMMIT')
    return salvaged
  } catch (error) {
    target.exec('ROLLBACK')
    throw error
  }
}

function schemaOf(handle: SqliteHandle): string {
  const all = handle.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all()
  return JSON.stringify(all)
}

function headOf(handle: SqliteHandle): AuditHead | null {
  return handle.prepare<[], AuditHead>('SELECT sequence, hash FROM audit_head').get() ?? null
}

/** Whether the journal of the damaged one goes on from the copy's, where its entries cannot be read. */
function isAhead(source: SqliteHandle, { sequence, hash }: AuditHead): boolean {
  const at = eventAt(source, sequence)
  const end = attempt(() => headOf(source))
  return (at === null || at.hash === hash) && end !== null && end.sequence > sequence
}

function followingEvents(
  source: SqliteHandle,
  head: AuditHead,
  auditKeys: readonly Buffer[],
): readonly StoredEvent[] {
  const chain = new ChainCheck(auditKeys, null, head)
  const events: StoredEvent[] = []
  for (;;) {
    const event = eventAt(source, chain.last.sequence + 1)
    if (event === null) return events
    chain.add(event)
    if (!chain.intact) return events
    events.push(event)
  }
}

function eventAt(handle: SqliteHandle, sequence: number): StoredEvent | null {
  return attempt(() => handle.prepare<[number], StoredEvent>(EVENTS).get(sequence) ?? null)
}

function attempt<Result>(read: () => Result | null): Result | null {
  try {
    return read()
  } catch {
    return null
  }
}

function merge(
  source: SqliteHandle,
  target: SqliteHandle,
  events: readonly StoredEvent[],
): Salvaged | null {
  const guards = dropTriggers(target)
  const touched = new Set(events.flatMap(({ complaintId }) => complaintId ?? []))
  const erasing = events.filter(isErasing)
  const doomed = filesOfCases(
    target,
    erasing.flatMap(({ complaintId }) => complaintId ?? []),
  )
  let rows = 0
  let complete = true
  for (const table of tablesOf(target)) {
    const merged = mergeTable(source, target, table)
    rows += merged.rows
    complete &&= merged.complete
    for (const id of merged.touched) touched.add(id)
  }
  const orphans = dropOrphans(target)
  if (orphans === null) return null
  complete &&= orphans === 0
  appendEvents(target, events)
  // Of entries that could not be brought along; the next ones get their numbers.
  target.exec('DELETE FROM audit_value WHERE sequence > (SELECT sequence FROM audit_head)')
  eraseAgain(source, target, events)
  finishErasures(target, erasing, doomed)
  renewSearch(target, touched)
  for (const sql of guards) target.exec(sql)
  const end = attempt(() => headOf(source))
  complete &&= end !== null && end.sequence === headOf(target)?.sequence
  const there = target.prepare<[string], string>('SELECT id FROM complaint WHERE id = ?').pluck()
  const complaints = [...touched].flatMap((id) => there.get(id) ?? [])
  return { entries: events.length, rows, complete, complaints }
}

/** They keep what the program must never do: change an entry, take back an issued letter. Put back when all is there. */
function dropTriggers(target: SqliteHandle): readonly string[] {
  const triggers = target
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`,
    )
    .all()
  for (const { name } of triggers) target.exec(`DROP TRIGGER "${name}"`)
  return triggers.map(({ sql }) => sql)
}

function tablesOf(target: SqliteHandle): readonly string[] {
  return target
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite_%'`,
    )
    .pluck()
    .all()
    .filter((name) => !NOT_COPIED.includes(name))
}

type Merged = Readonly<{ rows: number; complete: boolean; touched: readonly string[] }>

function mergeTable(source: SqliteHandle, target: SqliteHandle, table: string): Merged {
  const found = readableRows(source, table)
  const keys = target
    .prepare<[string], string>('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
    .pluck()
    .all(table)
  const keyOf = (row: Row): string => JSON.stringify(keys.map((key) => row[key]))
  const there = new Map(readableRows(target, table).rows.map((row) => [keyOf(row), row]))
  const wanted = new Map(found.rows.map((row) => [keyOf(row), row]))
  const changed = found.rows.filter(
    (row) => JSON.stringify(there.get(keyOf(row))) !== JSON.stringify(row),
  )
  // Absent from a table that was read to its end: taken away after the copy was made.
  const gone = found.complete ? [...there].filter(([key]) => !wanted.has(key)) : []
  const byKey = keys.map((key) => `"${key}" IS ?`).join(' AND ')
  for (const [, row] of gone) {
    target.prepare(`DELETE FROM "${table}" WHERE ${byKey}`).run(keys.map((key) => row[key]))
  }
  // A row that takes a value over from another one is refused until that has changed, too.
  let left = changed
  for (let tries = 0; tries < 2; tries += 1)
    left = left.filter((row) => !put(target, table, keys, row))
  return {
    rows: gone.length + changed.length - left.length,
    complete: found.complete && left.length === 0,
    touched: [...changed, ...gone.map(([, row]) => row)].flatMap((row) => complaintOf(table, row)),
  }
}

function complaintOf(table: string, row: Row): readonly string[] {
  const id = table === 'complaint' ? row['id'] : row['complaint_id']
  return typeof id === 'string' ? [id] : []
}

function put(target: SqliteHandle, table: string, keys: readonly string[], row: Row): boolean {
  const columns = Object.keys(row)
  const named = columns.map((column) => `"${column}"`).join(', ')
  const others = columns.filter((column) => !keys.includes(column))
  const update =
    others.length === 0
      ? 'NOTHING'
      : `UPDATE SET ${others.map((column) => `"${column}" = excluded."${column}"`).join(', ')}`
  try {
    target
      .prepare(
        `INSERT INTO "${table}" (${named}) VALUES (${columns.map(() => '?').join(', ')})
         ON CONFLICT (${keys.map((key) => `"${key}"`).join(', ')}) DO ${update}`,
      )
      .run(Object.values(row))
    return true
  } catch {
    return false
  }
}

/** Rows that refer to what could not be read go again. How many; null when one cannot be told from the others. */
function dropOrphans(target: SqliteHandle): number | null {
  let dropped = 0
  for (;;) {
    const orphans = target
      .prepare<[], { table: string; rowid: number | null }>('PRAGMA foreign_key_check')
      .all()
    if (orphans.length === 0) return dropped
    for (const { table, rowid } of orphans) {
      if (rowid === null) return null
      target.prepare(`DELETE FROM "${table}" WHERE rowid = ?`).run(rowid)
      dropped += 1
    }
  }
}

function appendEvents(target: SqliteHandle, events: readonly StoredEvent[]): void {
  const append = target.prepare(
    `INSERT INTO audit_event (sequence, at, person_id, person_name, action, complaint_id, entity, entity_id,
       changes, previous_hash, hash)
     VALUES (@sequence, @at, @personId, @personName, @action, @complaintId, @entity, @entityId,
       @changes, @previousHash, @hash)`,
  )
  for (const event of events) append.run(event)
  const last = events.at(-1)
  if (last === undefined) return
  target.prepare('UPDATE audit_head SET sequence = ?, hash = ?').run(last.sequence, last.hash)
}

/** What the entries that were brought along erased is in the copy as it was before. */
function eraseAgain(
  source: SqliteHandle,
  target: SqliteHandle,
  events: readonly StoredEvent[],
): void {
  const blank = target.prepare('UPDATE audit_event SET changes = ? WHERE sequence = ?')
  const remove = target.prepare('DELETE FROM audit_value WHERE sequence = ?')
  for (const { sequence, hash } of events.flatMap(erasedBy)) {
    remove.run(sequence)
    const blanked = hash === null ? null : eventAt(source, sequence)
    if (blanked !== null) blank.run(blanked.changes, sequence)
  }
}

/**
 * Cases that were made anonymous after the copy: their rows come along as they then were, or, where these cannot be read,
 * are emptied here. Their files come with the copy and are destroyed when the board is opened.
 */
function finishErasures(
  target: SqliteHandle,
  erasing: readonly StoredEvent[],
  files: readonly string[],
): void {
  const whole = target
    .prepare<[string], string>('SELECT id FROM complaint WHERE id = ? AND anonymised_at IS NULL')
    .pluck()
  for (const { complaintId, at } of erasing) {
    const id = whole.get(complaintId ?? '')
    if (id !== undefined) scrubCase(target, id, at)
  }
  const doom = target.prepare('INSERT OR IGNORE INTO doomed (what) VALUES (?)')
  if (erasing.length > 0) for (const what of [...files, SEARCH_WORDS]) doom.run(what)
}

/** Cases without a search copy get one after the board is opened, a few at a time. */
function renewSearch(target: SqliteHandle, touched: ReadonlySet<string>): void {
  const stale = target.prepare(
    `DELETE FROM complaint_search_text
     WHERE rowid = (SELECT number FROM complaint_search WHERE complaint_id = ?)`,
  )
  for (const id of touched) stale.run(id)
  target.exec(`
    DELETE FROM complaint_search WHERE complaint_id NOT IN (SELECT id FROM complaint);
    DELETE FROM complaint_search_text WHERE rowid NOT IN (SELECT number FROM complaint_search);
    INSERT INTO complaint_search (complaint_id)
      SELECT id FROM complaint WHERE id NOT IN (SELECT complaint_id FROM complaint_search);`)
}
