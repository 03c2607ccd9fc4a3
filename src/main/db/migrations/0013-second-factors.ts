import type { Migration } from './migration.ts'

/** The app by which somebody shows at sign-in, after the password, that it is them (ADR 34). Nobody has one at first. */
export const secondFactors: Migration = {
  version: 13,
  name: 'second-factors',
  statements: (engine) => {
    const code = engine === 'sqlite' ? 'TEXT' : 'TEXT COLLATE "C"'
    return [
      `CREATE TABLE second_factor (
         id ${code} NOT NULL PRIMARY KEY REFERENCES person (id) ON DELETE RESTRICT,
         version INTEGER NOT NULL,
         secret ${code} NOT NULL CHECK (length(secret) = 32),
         since ${code} NOT NULL CHECK (length(since) = 24),
         last_step INTEGER NOT NULL,
         recovery_hashes TEXT NOT NULL
       )${engine === 'sqlite' ? ' STRICT' : ''}`,
    ]
  },
}
