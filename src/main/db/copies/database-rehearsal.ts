import SqliteDriver from 'better-sqlite3-multiple-ciphers'

import { ChainCheck } from '../audit/audit-chain.ts'
import { EVENT_COLUMNS, type StoredEvent } from '../audit/stored-event.ts'
import type { ErasableValue } from '../audit/values.ts'
import { unlock } from '../sqlite-settings.ts'
import { factsOf, type DatabaseFacts } from './database-facts.ts'

export type DatabaseOnTrial = Readonly<{
  facts: DatabaseFacts
  /** Whether every entry of the journal follows on the one before it, to the head, and has what belongs beside it. */
  journalWhole: boolean
  /** The hash of the newest issued letter; null when none was issued yet. */
  letter: string | null
}>

const EVENTS = `SELECT ${EVENT_COLUMNS} FROM audit_event ORDER BY sequence`
const VALUES = 'SELECT * FROM audit_value WHERE sequence = ?'

/** Reads what matters of a database that was brought back, without changing it. Null when it does not open as one. */
export function tryDatabase(
  file: string,
  keys: Readonly<{ key: Buffer; auditKeys: readonly Buffer[] }>,
): DatabaseOnTrial | null {
  const handle = new SqliteDriver(file, { readonly: true, fileMustExist: true })
  try {
    unlock(handle, keys.key)
    const facts = factsOf(handle)
    if (facts === null) return null
    const chain = new ChainCheck(keys.auditKeys, null)
    const values = handle.prepare<[number], ErasableValue>(VALUES)
    for (const event of handle.prepare<[], StoredEvent>(EVENTS).iterate()) {
      chain.add(event, values.all(event.sequence))
    }
    const { brokenAt, missingAt } = chain.finish({ sequence: facts.sequence, hash: facts.head })
    // The newest that was not destroyed with its case.
    const named = new Set(facts.files)
    const letter = handle
      .prepare<[], string>(
        'SELECT pdf_sha256 FROM letter WHERE pdf_sha256 IS NOT NULL ORDER BY issued_at DESC',
      )
      .pluck()
      .all()
      .find((sha256) => named.has(sha256))
    return { facts, journalWhole: brokenAt === null && missingAt === null, letter: letter ?? null }
  } catch {
    return null
  } finally {
    handle.close()
  }
}
