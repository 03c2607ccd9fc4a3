import type { Migration } from './migration.ts'

/** Why a right was carried out late, chosen and explained; what was carried out before was not asked. */
export const lateRights: Migration = {
  version: 23,
  name: 'late-rights',
  statements: () => [
    'ALTER TABLE right_request ADD COLUMN late_reason TEXT',
    'ALTER TABLE right_request ADD COLUMN late_explanation TEXT',
  ],
}
