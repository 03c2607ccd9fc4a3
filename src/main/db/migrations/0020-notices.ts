import type { Migration } from './migration.ts'

/**
 * How a violation was found and by whom its record was drawn up; those one notice goes to, each with their own day; to whom a
 * right was passed on.
 */
export const notices: Migration = {
  version: 20,
  name: 'notices',
  statements: (engine) => {
    const code = engine === 'sqlite' ? 'TEXT' : 'TEXT COLLATE "C"'
    const end = engine === 'sqlite' ? 'STRICT' : ''
    const moment = (name: string): string => `${name} ${code} CHECK (length(${name}) = 24)`
    const yes =
      engine === 'sqlite'
        ? 'INTEGER NOT NULL DEFAULT 0 CHECK (identity_copy IN (0, 1))'
        : 'BOOLEAN NOT NULL DEFAULT FALSE'
    const day = (name: string): string => `${name} ${code} CHECK (length(${name}) = 10)`
    const ofCase = `complaint_id ${code} NOT NULL REFERENCES complaint (id) ON DELETE RESTRICT`
    const ofLetter = `${code} NOT NULL REFERENCES letter (id) ON DELETE CASCADE`
    return [
      // That a representative may act: by which paper, seen when and by whom.
      'ALTER TABLE complaint ADD COLUMN mandate TEXT',
      `ALTER TABLE breach ADD COLUMN detected_how TEXT NOT NULL DEFAULT ''`,
      `ALTER TABLE breach ADD COLUMN minutes_place TEXT NOT NULL DEFAULT ''`,
      `ALTER TABLE breach ADD COLUMN ${moment('minutes_from')}`,
      `ALTER TABLE breach ADD COLUMN ${moment('minutes_to')}`,
      'ALTER TABLE breach ADD COLUMN minutes_copies INTEGER',
      `ALTER TABLE breach ADD COLUMN minutes_present TEXT NOT NULL DEFAULT ''`,
      // A line that cannot be used is kept as it was typed, with what is wrong with it.
      `CREATE TABLE letter_addressee (
        id ${code} NOT NULL PRIMARY KEY,
        ${ofCase},
        letter_id ${ofLetter},
        place INTEGER NOT NULL,
        line_number INTEGER NOT NULL,
        problem ${code} NOT NULL,
        line TEXT NOT NULL,
        name TEXT NOT NULL,
        address TEXT NOT NULL,
        email TEXT NOT NULL,
        channel ${code},
        ${day('sent_on')},
        pdf_sha256 ${code} CHECK (length(pdf_sha256) = 64),
        CHECK ((channel IS NULL) = (sent_on IS NULL)),
        CHECK (problem = '' OR sent_on IS NULL)
      ) ${end}`,
      'CREATE UNIQUE INDEX letter_addressee_place ON letter_addressee (letter_id, place)',
      'CREATE INDEX letter_addressee_complaint ON letter_addressee (complaint_id)',
      `CREATE INDEX letter_addressee_pdf ON letter_addressee (pdf_sha256) WHERE pdf_sha256 IS NOT NULL`,
      // An issued letter to a list, as data: each addressee's copy is made from it, whatever becomes of the case.
      `CREATE TABLE letter_master (
        id ${code} NOT NULL PRIMARY KEY REFERENCES letter (id) ON DELETE CASCADE,
        ${ofCase},
        document TEXT NOT NULL
      ) ${end}`,
      'CREATE INDEX letter_master_complaint ON letter_master (complaint_id)',
      // Copies of papers, which are destroyed on their day while their entries stay.
      `ALTER TABLE evidence ADD COLUMN identity_copy ${yes}`,
      `ALTER TABLE evidence ADD COLUMN ${day('destroy_on')}`,
      `ALTER TABLE evidence ADD COLUMN ${moment('destroyed_at')}`,
      `ALTER TABLE evidence ADD COLUMN destroyed_by ${code} REFERENCES person (id) ON DELETE RESTRICT`,
      `CREATE INDEX evidence_to_destroy ON evidence (destroy_on)
         WHERE identity_copy = ${engine === 'sqlite' ? '1' : 'TRUE'} AND destroyed_at IS NULL`,
      `ALTER TABLE right_request ADD COLUMN passed_on TEXT NOT NULL DEFAULT '[]'`,
      `CREATE INDEX right_request_passed_on ON right_request (complaint_id) WHERE passed_on <> '[]'`,
    ]
  },
}
