import type { Migration } from './migration.ts'

/**
 * Of a violation: when it happened, how much data, whether it is a cyber incident, since when it is confirmed, and whether it
 * must be notified (Law 91/2025, Article 23). What was confirmed before this is taken as confirmed when it was detected: its
 * clock began there, and a record made since stays in time.
 */
export const noticeQuestion: Migration = {
  version: 15,
  name: 'notice question',
  statements: (engine) => {
    const code = engine === 'sqlite' ? 'TEXT' : 'TEXT COLLATE "C"'
    const no =
      engine === 'sqlite'
        ? 'INTEGER NOT NULL DEFAULT 0 CHECK (cyber IN (0, 1))'
        : 'BOOLEAN NOT NULL DEFAULT FALSE'
    return [
      `ALTER TABLE breach ADD COLUMN cyber ${no}`,
      `ALTER TABLE breach ADD COLUMN confirmed_at ${code} CHECK (length(confirmed_at) = 24)`,
      `ALTER TABLE breach ADD COLUMN occurrence ${code} NOT NULL DEFAULT 'unknown'`,
      `ALTER TABLE breach ADD COLUMN occurred_at ${code} CHECK (length(occurred_at) = 24)`,
      `ALTER TABLE breach ADD COLUMN data_quantity TEXT NOT NULL DEFAULT ''`,
      `ALTER TABLE breach ADD COLUMN harm_notice ${code} NOT NULL DEFAULT 'undecided'`,
      `ALTER TABLE breach ADD COLUMN harm_reason TEXT NOT NULL DEFAULT ''`,
      `ALTER TABLE breach ADD COLUMN conduct_notice ${code} NOT NULL DEFAULT 'undecided'`,
      `ALTER TABLE breach ADD COLUMN conduct_reason TEXT NOT NULL DEFAULT ''`,
      `ALTER TABLE breach ADD COLUMN decided_at ${code} CHECK (length(decided_at) = 24)`,
      `ALTER TABLE breach ADD COLUMN decided_by ${code} REFERENCES person (id) ON DELETE RESTRICT`,
      'UPDATE breach SET cyber = serious',
      `UPDATE breach SET confirmed_at = detected_at WHERE state = 'confirmed'`,
    ]
  },
}
