import type { Migration } from './migration.ts'

/**
 * What turned out to be missing of the journal, and the numbers that were given out and are lost with it. `anchored`
 * says that where the journal stands was ever kept outside this database.
 */
export const journalLosses: Migration = {
  version: 10,
  name: 'journal-losses',
  statements: (engine) => {
    const code = engine === 'sqlite' ? 'TEXT' : 'TEXT COLLATE "C"'
    const [end, keyed] = engine === 'sqlite' ? ['STRICT', 'STRICT, WITHOUT ROWID'] : ['', '']
    const moment = (name: string): string => `${name} ${code} CHECK (length(${name}) = 24)`
    return [
      'ALTER TABLE audit_head ADD COLUMN anchored INTEGER NOT NULL DEFAULT 0',
      `CREATE TABLE loss (
        id ${code} NOT NULL PRIMARY KEY,
        version INTEGER NOT NULL,
        kind ${code} NOT NULL,
        ${moment('found_at')} NOT NULL,
        from_sequence INTEGER,
        to_sequence INTEGER,
        ${moment('since')},
        ${moment('until')},
        ${moment('restored_from')},
        acknowledged_by ${code} REFERENCES person (id) ON DELETE RESTRICT,
        ${moment('acknowledged_at')}
      ) ${end}`,
      `CREATE TABLE lost_number (
        series ${code} NOT NULL,
        value INTEGER NOT NULL CHECK (value > 0),
        written ${code} NOT NULL,
        loss_id ${code} NOT NULL REFERENCES loss (id) ON DELETE RESTRICT,
        ${moment('lost_at')} NOT NULL,
        complaint_code ${code},
        letter_id ${code},
        kind ${code},
        issued_on ${code} CHECK (length(issued_on) = 10),
        content_hash ${code},
        pdf_sha256 ${code},
        PRIMARY KEY (series, value)
      ) ${keyed}`,
      'CREATE INDEX lost_number_loss ON lost_number (loss_id)',
    ]
  },
}
