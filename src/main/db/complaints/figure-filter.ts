import type { AnswerFilter, MarkFilter } from '#core/complaints/model.ts'
import { assertNever } from '#core/kernel/errors.ts'
import type { Instant } from '#core/kernel/calendar.ts'
import type { Engine } from '../engine.ts'
import type { Condition } from '../rows.ts'

/** Days in which a telephone number that complains again is counted. */
const YEAR_DAYS = 365

/** From receipt to the answer, in days; the migration of the figures says where they are kept. */
export function answerDays(engine: Engine): string {
  return engine === 'sqlite'
    ? 'CAST(julianday(c.answer_stopped_on) - julianday(c.received_on) AS INTEGER)'
    : '(c.answer_stopped_on::date - c.received_on::date)'
}

/** The first day of the year before another day. */
export function yearBefore(engine: Engine, day: string): string {
  return engine === 'sqlite'
    ? `date(${day}, '-${YEAR_DAYS} days')`
    : `to_char(${day}::date - ${YEAR_DAYS}, 'YYYY-MM-DD') COLLATE "C"`
}

/** How the 30 days of a complaint `c` stand: what the figures count under the same name. */
export function answerCondition(answer: AnswerFilter, now: Instant, engine: Engine): Condition {
  const inTime = (days: string): Condition => ({
    sql: `c.answer_state = 'met' AND ${answerDays(engine)} ${days}`,
    values: [],
  })
  switch (answer) {
    case 'answered':
      return { sql: `c.answer_state IN ('met', 'missed')`, values: [] }
    case 'within10':
      return inTime('<= 10')
    case 'within20':
      return inTime('BETWEEN 11 AND 20')
    case 'within30':
      return inTime('>= 21')
    case 'late':
      return { sql: `c.answer_state = 'missed'`, values: [] }
    case 'running':
      return { sql: `c.answer_state = 'running'`, values: [] }
    case 'overdue':
      return { sql: `c.answer_state = 'running' AND c.answer_ends_at <= ?`, values: [now] }
    case 'ended':
      return { sql: `c.answer_state = 'ended'`, values: [] }
    default:
      return assertNever(answer)
  }
}

/** What else a complaint `c` is counted by; `open` leaves out other cases `o` that whoever reads is kept from. */
export function markCondition(mark: MarkFilter, engine: Engine, open: Condition): Condition {
  switch (mark) {
    case 'again':
      return {
        sql: `EXISTS (SELECT 1 FROM complaint_phone p JOIN complaint_phone q ON q.e164 = p.e164
          JOIN complaint o ON o.id = q.complaint_id WHERE p.complaint_id = c.id
          AND (o.received_on, o.id) < (c.received_on, c.id)
          AND o.received_on >= ${yearBefore(engine, 'c.received_on')}${open.sql})`,
        values: open.values,
      }
    case 'sent-on':
      return { sql: `(c.channel = 'authority' OR c.authority IS NOT NULL)`, values: [] }
    case 'review':
      return { sql: 'c.review_of_id IS NOT NULL', values: [] }
    case 'review-confirmed':
      return { sql: `c.review_finding = 'confirmed'`, values: [] }
    case 'review-replaced':
      return { sql: `c.review_finding = 'replaced'`, values: [] }
    case 'compensated':
      return {
        sql: `EXISTS (SELECT 1 FROM remediation_step x WHERE x.complaint_id = c.id
          AND x.compensation IS NOT NULL AND x.state IN ('planned', 'done'))`,
        values: [],
      }
    default:
      return assertNever(mark)
  }
}
