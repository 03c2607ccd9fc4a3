import type { Migration } from './migration.ts'

/**
 * What was done of late, by the id its window gave the command: one sent twice is done once. Nothing of what it said, only
 * which thing it made or changed; kept for a day.
 */
export const doneCommands: Migration = {
  version: 24,
  name: 'done-commands',
  statements: (engine) => {
    const code = engine === 'sqlite' ? 'TEXT' : 'TEXT COLLATE "C"'
    return [
      `CREATE TABLE done_command (
        id ${code} PRIMARY KEY,
        done_by ${code} NOT NULL REFERENCES person (id) ON DELETE CASCADE,
        route ${code} NOT NULL,
        made_id ${code} NOT NULL,
        done_at ${code} NOT NULL
      )`,
      'CREATE INDEX done_command_day ON done_command (done_at)',
    ]
  },
}
