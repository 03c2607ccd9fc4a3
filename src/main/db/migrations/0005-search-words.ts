import type { Migration } from './migration.ts'

/** A view of the words the search of SQLite knows: what a word only begun may end as. PostgreSQL needs none. */
export const searchWords: Migration = {
  version: 5,
  name: 'search-words',
  statements: (engine) =>
    engine === 'sqlite'
      ? [`CREATE VIRTUAL TABLE complaint_search_word USING fts5vocab(complaint_search_text, 'row')`]
      : [],
}
