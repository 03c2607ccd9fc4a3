import { ACCOUNT_CAUSES, confirmationsNeeded } from '#core/people/account.ts'
import type { Engine } from '../engine.ts'

/**
 * Who may be reading by whose account: `reader` is the account, `maker` somebody who may be using it, null where it can be
 * anybody. An account is in the hands of whoever made it or set its password, and of whoever made them, until as many
 * others have said otherwise as the cause asks for (`confirmationsNeeded`).
 */
function hands(engine: Engine): string {
  const needed = ACCOUNT_CAUSES.map((cause) => `WHEN '${cause}' THEN ${confirmationsNeeded(cause)}`)
  const given =
    engine === 'sqlite'
      ? 'json_array_length(a.confirmed_by)'
      : 'jsonb_array_length(a.confirmed_by::jsonb)'
  const unconfirmed = `${given} < CASE a.cause ${needed.join(' ')} ELSE 0 END`
  return `hands (reader, since, maker) AS (
    SELECT a.id, a.since, a.caused_by FROM account a WHERE ${unconfirmed}
    UNION
    SELECT h.reader, h.since, a.caused_by FROM hands h JOIN account a ON a.id = h.maker
    WHERE ${unconfirmed}
  )`
}

/**
 * Begins a statement with `kept (reader, complaint_id)`: who is kept from which case, and from every review of it, which has
 * its code. Somebody it concerns is, and whatever
 * account may be in their hands because they made it or set its password after the conflict was recorded: else a chair who
 * is kept from a case reads it as somebody new. Who was there before is somebody else.
 */
export function withKept(engine: Engine): string {
  return `WITH RECURSIVE ${hands(engine)}, kept (reader, complaint_id) AS (
    SELECT person_id, complaint_id FROM conflict WHERE state = 'named' AND person_id IS NOT NULL
    UNION
    SELECT h.reader, x.complaint_id FROM conflict x
    JOIN hands h ON (h.maker = x.person_id OR h.maker IS NULL) AND h.since > x.recorded_at
    WHERE x.state = 'named' AND x.person_id IS NOT NULL
    UNION
    SELECT k.reader, c.id FROM kept k JOIN complaint c ON c.review_of_id = k.complaint_id
  )`
}
