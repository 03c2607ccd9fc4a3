import type { Migration } from './migration.ts'

/** How the policy's 30 days stand, kept with each complaint: figures are counted along its days, without a look at clocks. */
export const figures: Migration = {
  version: 5,
  name: 'figures',
  statements: (engine) => {
    const code = engine === 'sqlite' ? 'TEXT' : 'TEXT COLLATE "C"'
    // Vietnam is at UTC+7 the whole year round.
    const stoppedOn =
      engine === 'sqlite'
        ? `date(d.stopped_at, '+7 hours')`
        : `to_char(CAST(d.stopped_at AS TIMESTAMPTZ) AT TIME ZONE 'UTC' + INTERVAL '7 hours', 'YYYY-MM-DD')`
    return [
      `ALTER TABLE complaint ADD COLUMN answer_state ${code}`,
      `ALTER TABLE complaint ADD COLUMN answer_ends_at ${code} CHECK (length(answer_ends_at) = 24)`,
      `ALTER TABLE complaint ADD COLUMN answer_stopped_on ${code} CHECK (length(answer_stopped_on) = 10)`,
      `UPDATE complaint SET (answer_state, answer_ends_at, answer_stopped_on) =
         (SELECT d.state, d.ends_at, ${stoppedOn} FROM deadline d
          WHERE d.complaint_id = complaint.id AND d.rule = 'T-POL-30')`,
    ]
  },
}
