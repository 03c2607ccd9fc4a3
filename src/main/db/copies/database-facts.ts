import type { Database as SqliteHandle } from 'better-sqlite3-multiple-ciphers'

import type { Instant } from '#core/kernel/calendar.ts'
import { NAMED_FILES, NAMED_FILES_BEFORE } from '../retention/named-files.ts'

/** What can be told of a board's database without opening a case. */
export type DatabaseFacts = Readonly<{
  /** How many entries the journal has, and the hash of the last: what two states of a board are compared by. */
  sequence: number
  head: string
  lastEntryAt: Instant | null
  schema: number
  people: number
  complaints: number
  /** SHA-256 of every file that a case or a letter names, each once, in order. */
  files: readonly string[]
}>

/**
 * Reads the facts in one statement each; every schema since the first has these tables. Null for a database without
 * them: one that is new, or that was emptied.
 */
export function factsOf(handle: SqliteHandle): DatabaseFacts | null {
  const tables = handle
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
    .pluck()
    .all()
  const needed = ['schema_version', 'audit_head', 'audit_event', 'person', 'complaint', 'evidence']
  if (![...needed, 'letter'].every((name) => tables.includes(name))) return null
  const head = handle
    .prepare<[], { sequence: number; hash: string }>('SELECT sequence, hash FROM audit_head')
    .get()
  if (head === undefined) return null
  const number = (sql: string): number => handle.prepare<[], number>(sql).pluck().get() ?? 0
  const lastEntryAt = handle
    .prepare<[], Instant>('SELECT at FROM audit_event ORDER BY sequence DESC LIMIT 1')
    .pluck()
    .get()
  const files = handle
    .prepare<[], string>(
      `${tables.includes('certificate') ? NAMED_FILES : NAMED_FILES_BEFORE} ORDER BY 1`,
    )
    .pluck()
    .all()
  return {
    sequence: head.sequence,
    head: head.hash,
    lastEntryAt: lastEntryAt ?? null,
    schema: number('SELECT max(version) FROM schema_version'),
    people: number('SELECT count(*) FROM person'),
    complaints: number('SELECT count(*) FROM complaint'),
    files,
  }
}
