import type { Engine } from '../engine.ts'

/**
 * Why something of a complaint was late, a row (`complaint_id`, `late_reason`) for each: what left the house late, a right settled
 * late, an authority answered late. One that was given for several of them is there as often.
 */
export function lateReasons(engine: Engine): string {
  const ofAuthority =
    engine === 'sqlite'
      ? `json_extract(authority, '$.lateReason')`
      : `authority::jsonb ->> 'lateReason'`
  return `SELECT complaint_id, late_reason FROM dispatch
      WHERE late_reason IS NOT NULL AND struck_at IS NULL
    UNION ALL SELECT complaint_id, late_reason FROM right_request WHERE late_reason IS NOT NULL
    UNION ALL SELECT id, ${ofAuthority} FROM complaint
      WHERE authority IS NOT NULL AND ${ofAuthority} IS NOT NULL`
}
