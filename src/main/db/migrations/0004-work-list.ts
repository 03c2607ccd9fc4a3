import type { Migration } from './migration.ts'

/** What the work list is ordered by, and the views people keep of it. */
export const workList: Migration = {
  version: 4,
  name: 'work-list',
  statements: (engine) => {
    const code = engine === 'sqlite' ? 'TEXT' : 'TEXT COLLATE "C"'
    const long = engine === 'sqlite' ? 'INTEGER' : 'BIGINT'
    const end = engine === 'sqlite' ? 'STRICT' : ''
    return [
      // `KN-2026-0001`: year and number, so that the ten thousandth of a year comes after the one before it.
      `ALTER TABLE complaint ADD COLUMN code_order ${long} NOT NULL DEFAULT 0`,
      `UPDATE complaint SET code_order =
         CAST(substr(code, 4, 4) AS ${long}) * 100000000 + CAST(substr(code, 9) AS ${long})`,
      'CREATE INDEX complaint_open_due_at ON complaint (due_at, id) WHERE due_at IS NOT NULL',
      'CREATE INDEX complaint_received ON complaint (received_on, id)',
      'CREATE INDEX complaint_code_order ON complaint (code_order, id)',
      `CREATE INDEX complaint_open_received ON complaint (received_on, id)
         WHERE due_at IS NOT NULL`,
      `CREATE INDEX complaint_open_code ON complaint (code_order, id) WHERE due_at IS NOT NULL`,
      'CREATE INDEX complaint_label_code ON complaint_label (kind, code, complaint_id)',
      'CREATE INDEX root_cause_category ON root_cause (category, complaint_id)',
      `CREATE TABLE saved_view (
         id ${code} NOT NULL PRIMARY KEY,
         version INTEGER NOT NULL,
         name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
         query TEXT NOT NULL CHECK (length(query) <= 4000),
         owner_id ${code} NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
         shared ${engine === 'sqlite' ? 'INTEGER NOT NULL CHECK (shared IN (0, 1))' : 'BOOLEAN NOT NULL'},
         created_at ${code} NOT NULL CHECK (length(created_at) = 24)
       ) ${end}`,
      'CREATE INDEX saved_view_owner ON saved_view (owner_id)',
    ]
  },
}
