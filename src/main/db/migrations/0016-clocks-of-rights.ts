import type { Engine } from '../engine.ts'
import type { Migration } from './migration.ts'

/**
 * Each right asked for has a reply clock of its own (ADR 36), where a case had one for all of them. The clock there was becomes
 * that of the right asked for first; every other right of a case that goes on gets one, judged by the letters sent since it was
 * asked for. Without a known end it ends by Saturdays and Sundays alone, never later than with the holidays, until the case's
 * next change.
 */
export const clocksOfRights: Migration = {
  version: 16,
  name: 'clocks-of-rights',
  statements: (engine) => [
    `ALTER TABLE letter ADD COLUMN right_ids TEXT`,
    `ALTER TABLE right_request ADD COLUMN identity TEXT`,
    `ALTER TABLE right_request ADD COLUMN promised_on ${codeOf(engine)} CHECK (length(promised_on) = 10)`,
    // A clock shared by all of them was of none: it is named after the first.
    `UPDATE deadline SET trigger_id = (SELECT r.id FROM right_request r
         WHERE r.complaint_id = deadline.complaint_id AND r.state <> 'dropped'
         ORDER BY r.asked_at, r.id LIMIT 1)
       WHERE rule = 'T-DSR-ACK' AND trigger_id = '' AND EXISTS (SELECT 1 FROM right_request r
         WHERE r.complaint_id = deadline.complaint_id AND r.state <> 'dropped')`,
    // What was sent before somebody asked does not answer them.
    `UPDATE deadline SET state = 'running', stopped_at = NULL
       WHERE rule = 'T-DSR-ACK' AND state IN ('met', 'missed') AND stopped_at < starts_at
         AND complaint_id IN (${WORKED_ON})`,
    // The day a right was carried out is kept without its hour.
    `UPDATE deadline SET stopped_at = starts_at
       WHERE trigger = 'right' AND state IN ('met', 'missed') AND stopped_at < starts_at`,
    otherReplies(engine),
    `UPDATE complaint SET (due_on, target_on, due_at, due_rule) =
         (SELECT d.legal_end, d.target, d.ends_at, d.rule FROM deadline d
            WHERE d.complaint_id = complaint.id AND d.state = 'running' ORDER BY d.ends_at, d.id LIMIT 1)
       WHERE EXISTS (SELECT 1 FROM deadline d
         WHERE d.complaint_id = complaint.id AND d.rule = 'T-DSR-ACK' AND d.state = 'running'
           AND (complaint.due_at IS NULL OR d.ends_at < complaint.due_at))`,
  ],
}

/** Cases that go on; what is over stays as it was judged. */
const WORKED_ON = `SELECT id FROM complaint WHERE status IN ('open', 'answered')`

/** A limit in days is over when the next day begins in Vietnam, at UTC+7 the whole year round. */
const DAY_IS_OVER = 'T17:00:00.000Z'

function codeOf(engine: Engine): string {
  return engine === 'sqlite' ? 'TEXT' : 'TEXT COLLATE "C"'
}

/** The first sending of a letter that was issued since a right was asked for: 'L1' to 'L5' answered the request. */
const FIRST_REPLY = `(SELECT min(s.sent_on) FROM dispatch s JOIN letter l ON l.id = s.letter_id
    WHERE l.complaint_id = asked.complaint_id AND s.struck_at IS NULL
      AND l.kind IN ('L1', 'L2', 'L3', 'L4', 'L5') AND l.issued_at >= asked.asked_at)`

/** Recorded later than on its day, a sending counts from the day's end. */
const DAY_OF_SENDING = `counted.sent_on || 'T16:59:00.000Z'`

/** What a clock is by its sending. One that may only seem late, for a holiday is not counted, runs on to be judged by its case. */
function judged(met: string, missed: string, running: string): string {
  return `CASE WHEN counted.sent_on IS NULL THEN ${running} WHEN counted.sent_on <= counted.legal_end THEN ${met}
    WHEN counted.known_end IS NULL THEN ${running} ELSE ${missed} END`
}

/** The clocks of the rights that have none, in cases that go on and had one. */
function otherReplies(engine: Engine): string {
  const { id, day, weekday, later, no } = WORDS[engine]
  // The second working day after a Thursday or a Friday lies behind the weekend.
  const end = (dayName: string): string =>
    later(dayName, `CASE ${weekday(dayName)} WHEN 4 THEN 4 WHEN 5 THEN 4 WHEN 6 THEN 3 ELSE 2 END`)
  return `INSERT INTO deadline (id, complaint_id, version, rule, trigger, trigger_id, starts_at, starts_on,
      via_processor, extension, legal_end, target, ends_at, state, stopped_at)
    SELECT ${id}, counted.complaint_id, 1, 'T-DSR-ACK', 'right', counted.right_id, counted.asked_at, counted.starts_on,
      ${no}, 0, counted.legal_end, counted.legal_end, counted.legal_end || '${DAY_IS_OVER}',
      ${judged(`'met'`, `'missed'`, `'running'`)}, ${judged(DAY_OF_SENDING, DAY_OF_SENDING, 'NULL')}
    FROM (
      SELECT dated.*, COALESCE(dated.known_end, ${end('dated.starts_on')}) AS legal_end FROM (
        SELECT asked.id AS right_id, asked.complaint_id, asked.asked_at, ${day('asked.asked_at')} AS starts_on,
          ${FIRST_REPLY} AS sent_on,
          (SELECT max(d.legal_end) FROM deadline d WHERE d.complaint_id = asked.complaint_id
             AND d.rule = 'T-DSR-ACK' AND d.starts_on = ${day('asked.asked_at')}) AS known_end
        FROM right_request asked
        WHERE asked.state <> 'dropped' AND asked.complaint_id IN (${WORKED_ON})
          AND EXISTS (SELECT 1 FROM deadline d
            WHERE d.complaint_id = asked.complaint_id AND d.rule = 'T-DSR-ACK')
          AND NOT EXISTS (SELECT 1 FROM deadline d
            WHERE d.complaint_id = asked.complaint_id AND d.rule = 'T-DSR-ACK' AND d.trigger_id = asked.id)
      ) AS dated
    ) AS counted`
}

/** Days of Vietnam from moments, in the words of each engine; Sunday is 0. */
const WORDS: Readonly<
  Record<
    Engine,
    Readonly<{
      id: string
      no: string
      day: (moment: string) => string
      weekday: (day: string) => string
      later: (day: string, days: string) => string
    }>
  >
> = {
  sqlite: {
    id: `lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2)
      || '-a' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))`,
    no: '0',
    day: (moment) => `date(${moment}, '+7 hours')`,
    weekday: (day) => `CAST(strftime('%w', ${day}) AS INTEGER)`,
    later: (day, days) => `date(${day}, '+' || (${days}) || ' days')`,
  },
  postgres: {
    id: 'CAST(gen_random_uuid() AS TEXT)',
    no: 'FALSE',
    day: (moment) =>
      `to_char(CAST(${moment} AS TIMESTAMPTZ) AT TIME ZONE 'UTC' + interval '7 hours', 'YYYY-MM-DD')`,
    weekday: (day) => `CAST(extract(dow FROM CAST(${day} AS DATE)) AS INTEGER)`,
    later: (day, days) => `to_char(CAST(${day} AS DATE) + (${days}), 'YYYY-MM-DD')`,
  },
}
