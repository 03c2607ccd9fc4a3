import type { Migration } from './migration.ts'

/**
 * The points a complaint was divided into, as JSON in its row: they are read and written with it and never looked for by
 * themselves. Every case there is stays one point, which its outcome answers.
 */
export const points: Migration = {
  version: 22,
  name: 'points',
  statements: () => [`ALTER TABLE complaint ADD COLUMN points TEXT NOT NULL DEFAULT '[]'`],
}
