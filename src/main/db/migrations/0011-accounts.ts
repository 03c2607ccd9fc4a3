import type { Engine } from '../engine.ts'
import type { Migration } from './migration.ts'

/**
 * How each account came about and who has vouched for it, and what is written beside an approval (ADR 26).
 *
 * Accounts of before are kept as they stand: nobody is asked to vouch for people who have worked here since. Whether a
 * password is its owner's own is read from the journal; somebody who never set one is asked to at their next sign-in.
 */
export const accounts: Migration = {
  version: 11,
  name: 'accounts',
  statements: (engine) => [
    table(engine),
    KEPT,
    'ALTER TABLE letter ADD COLUMN approval_mark TEXT',
    'ALTER TABLE approval ADD COLUMN mark TEXT',
  ],
}

function table(engine: Engine): string {
  const code = engine === 'sqlite' ? 'TEXT' : 'TEXT COLLATE "C"'
  const flag = engine === 'sqlite' ? 'INTEGER' : 'BOOLEAN'
  const ofPerson = 'REFERENCES person (id) ON DELETE RESTRICT'
  return `CREATE TABLE account (
    id ${code} NOT NULL PRIMARY KEY ${ofPerson},
    version INTEGER NOT NULL,
    cause ${code} NOT NULL
      CHECK (cause IN ('founded', 'kept', 'added', 'reset', 'recovered', 'promoted')),
    since ${code} NOT NULL CHECK (length(since) = 24),
    caused_by ${code} ${ofPerson},
    confirmed_by TEXT NOT NULL,
    own_password ${flag} NOT NULL${engine === 'sqlite' ? ' CHECK (own_password IN (0, 1))' : ''},
    established_at ${code} CHECK (length(established_at) = 24),
    CHECK (caused_by <> id)
  )${engine === 'sqlite' ? ' STRICT' : ''}`
}

const KEPT = `INSERT INTO account
    (id, version, cause, since, caused_by, confirmed_by, own_password, established_at)
  SELECT person.id, 1, 'kept', person.created_at, NULL, '[]',
    coalesce((SELECT max(sequence) FROM audit_event
       WHERE audit_event.person_id = person.id
         AND action IN ('board.setUp', 'person.passwordChanged', 'session.recovered')), 0)
      > coalesce((SELECT max(sequence) FROM audit_event
       WHERE audit_event.entity_id = person.id AND action = 'person.passwordReset'), 0),
    CASE WHEN person.role IN ('chair', 'board') THEN person.created_at END
  FROM person`
