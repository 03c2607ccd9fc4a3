import type { Migration } from './migration.ts'

/**
 * The points a complaint was divided into and what makes it graver, as JSON in its row: they are read and written with it and
 * never looked for by themselves. Every case there is stays one point, which its outcome answers.
 */
export const pointsAndFlags: Migration = {
  version: 22,
  name: 'points-and-flags',
  statements: () => [
    `ALTER TABLE complaint ADD COLUMN points TEXT NOT NULL DEFAULT '[]'`,
    `ALTER TABLE complaint ADD COLUMN flags TEXT NOT NULL DEFAULT '[]'`,
  ],
}
