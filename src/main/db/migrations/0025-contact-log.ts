import type { Migration } from './migration.ts'

/**
 * What was said with a complainant, and the notes colleagues leave each other. Who is named in an entry is JSON in its row;
 * the few entries somebody has still to read are found by an index of those alone.
 */
export const contactLog: Migration = {
  version: 25,
  name: 'contact-log',
  statements: (engine) => {
    const code = engine === 'sqlite' ? 'TEXT' : 'TEXT COLLATE "C"'
    const end = engine === 'sqlite' ? 'STRICT' : ''
    return [
      `CREATE TABLE log_entry (
         id ${code} NOT NULL PRIMARY KEY,
         complaint_id ${code} NOT NULL REFERENCES complaint (id) ON DELETE RESTRICT,
         version INTEGER NOT NULL,
         kind ${code} NOT NULL,
         direction ${code},
         happened_at ${code} NOT NULL CHECK (length(happened_at) = 24),
         spoken_by ${code} NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
         contact TEXT,
         body TEXT NOT NULL,
         mentions TEXT NOT NULL,
         unread TEXT NOT NULL,
         recorded_by ${code} NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
         recorded_at ${code} NOT NULL CHECK (length(recorded_at) = 24),
         changed_at ${code} NOT NULL CHECK (length(changed_at) = 24),
         withdrawn_reason TEXT,
         CHECK ((kind = 'note') = (direction IS NULL))
       ) ${end}`,
      'CREATE INDEX log_entry_complaint ON log_entry (complaint_id)',
      `CREATE INDEX log_entry_unread ON log_entry (changed_at) WHERE unread <> '[]'`,
    ]
  },
}
