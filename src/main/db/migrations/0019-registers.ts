import type { Migration } from './migration.ts'

/** The registers over all cases walk through the rights as they were asked for and the violations as they were detected. */
export const registers: Migration = {
  version: 19,
  name: 'registers',
  statements: () => [
    'CREATE INDEX right_request_asked ON right_request (asked_at, id)',
    'CREATE INDEX breach_detected ON breach (detected_at, complaint_id)',
  ],
}
