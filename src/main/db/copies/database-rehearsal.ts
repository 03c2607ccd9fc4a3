import SqliteDriver from 'better-sqlite3-multiple-ciphers'

import { ChainCheck, type StoredEvent } from '../audit/audit-chain.ts'
import { unlock } from '../sqlite-settings.ts'
import { factsOf, type DatabaseFacts } from './database-facts.ts'

export type DatabaseOnTrial = Readonly<{
  facts: DatabaseFacts
  /** Whether every entry of the journal follows on the one before it, to the head. */
  journalWhole: boolean
  /** The hash of the newest issued letter; null when none was issued yet. */
  letter: string | null
}>

const EVENTS = `SELECT sequence, at, person_id AS personId, person_name AS personName, action,
  complaint_id AS complaintId, entity, entity_id AS entityId, changes,
  previous_hash AS previousHash, hash FROM audit_event ORDER BY sequence`

/** Reads what matters of a database that was brought back, without changing it. Null when it does not open as one. */
export function tryDatabase(
  file: string,
  keys: Readonly<{ key: Buffer; auditKey: Buffer }>,
): DatabaseOnTrial | null {
  const handle = new SqliteDriver(file, { readonly: true, fileMustExist: true })
  try {
    unlock(handle, keys.key)
    const facts = factsOf(handle)
    if (facts === null) return null
    const chain = new ChainCheck(keys.auditKey, null)
    for (const event of handle.prepare<[], StoredEvent>(EVENTS).iterate()) chain.add(event)
    const { brokenAt } = chain.finish({ sequence: facts.sequence, hash: facts.head })
    const letter = handle
      .prepare<[], string>(
        'SELECT pdf_sha256 FROM letter WHERE pdf_sha256 IS NOT NULL ORDER BY issued_at DESC LIMIT 1',
      )
      .pluck()
      .get()
    return { facts, journalWhole: brokenAt === null, letter: letter ?? null }
  } catch {
    return null
  } finally {
    handle.close()
  }
}
