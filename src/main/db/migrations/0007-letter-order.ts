import type { Migration } from './migration.ts'

/** Lists of letters follow their latest moment, that of the issue or else of the draft: numbers stand in their order. */
export const letterOrder: Migration = {
  version: 7,
  name: 'letter-order',
  statements: () => [
    'CREATE INDEX letter_latest ON letter ((coalesce(issued_at, created_at)), id)',
    'DROP INDEX letter_state_created',
    'CREATE INDEX letter_state_latest ON letter (state, (coalesce(issued_at, created_at)), id)',
  ],
}
