import type { Migration } from './migration.ts'

/**
 * A search copy is written again only when its words are others. PostgreSQL keeps the words and can compare them;
 * SQLite's table has no content but its index, so their hash is kept beside. Copies made before this have none, and
 * are written again when their case next changes.
 */
export const searchHash: Migration = {
  version: 8,
  name: 'search-hash',
  statements: (engine) =>
    engine === 'sqlite'
      ? [`ALTER TABLE complaint_search ADD COLUMN words_hash TEXT NOT NULL DEFAULT ''`]
      : [],
}
