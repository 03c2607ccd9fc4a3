import type { Migration } from './migration.ts'

/**
 * The registers over all cases walk through the rights as they were asked for and the violations as they were detected; why
 * something left the house late is kept with its sending, and what an authority asks with the complaint it sent on. What was
 * there before this says nothing of either.
 */
export const registers: Migration = {
  version: 19,
  name: 'registers',
  statements: (engine) => {
    const code = engine === 'sqlite' ? 'TEXT' : 'TEXT COLLATE "C"'
    return [
      'CREATE INDEX right_request_asked ON right_request (asked_at, id)',
      'CREATE INDEX breach_detected ON breach (detected_at, complaint_id)',
      `ALTER TABLE dispatch ADD COLUMN late_reason ${code}`,
      'ALTER TABLE dispatch ADD COLUMN late_explanation TEXT',
      'ALTER TABLE complaint ADD COLUMN authority TEXT',
      // Of the figures: few were sent on, and few are late.
      'CREATE INDEX complaint_authority ON complaint (received_on, id) WHERE authority IS NOT NULL',
      `CREATE INDEX dispatch_late ON dispatch (complaint_id, late_reason)
         WHERE late_reason IS NOT NULL AND struck_at IS NULL`,
    ]
  },
}
