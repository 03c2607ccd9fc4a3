import type { Dimension, GroupCount, HourClock, PersonLoad } from '#core/figures/model.ts'
import { addDays, vietnamDate, type LocalDate } from '#core/kernel/calendar.ts'
import type { FigureRepository } from '#core/ports.ts'
import type { Session } from '../session.ts'
import { WEEK_DAYS } from './complaint-filter.ts'

/** The complaints of a period with the clock of their answer: what all counts are taken over. */
const COHORT = `complaint c LEFT JOIN deadline d ON d.complaint_id = c.id AND d.rule = 'T-POL-30'
  WHERE c.received_on BETWEEN ? AND ?`

const ANSWERED = `count(CASE WHEN d.state IN ('met', 'missed') THEN 1 END)`
const LATE = `count(CASE WHEN d.state = 'missed' THEN 1 END)`

/** How the value of a dimension is reached from `complaint c`. */
const REACH: Readonly<Record<Dimension, Readonly<{ value: string; join: string }>>> = {
  channel: { value: 'c.channel', join: '' },
  site: { value: 'c.site', join: '' },
  severity: { value: 'c.severity', join: '' },
  outcome: { value: 'c.outcome', join: '' },
  category: labelled('category'),
  clause: labelled('clause'),
  cause: { value: 'x.category', join: 'JOIN root_cause x ON x.complaint_id = c.id' },
  firm: {
    value: 'x.firm_id',
    join: 'JOIN (SELECT DISTINCT complaint_id, firm_id FROM engagement) x ON x.complaint_id = c.id',
  },
}

function labelled(kind: string) {
  return {
    value: 'x.code',
    join: `JOIN complaint_label x ON x.complaint_id = c.id AND x.kind = '${kind}'`,
  }
}

/** Counts over all complaints of a period, each one statement; days are Vietnamese days. */
export function figureRepository(session: Session): FigureRepository {
  const sqlite = session.engine === 'sqlite'
  const number = (count: string): string => `CAST(${count} AS INTEGER)`
  const days = sqlite
    ? `CAST(julianday(date(d.stopped_at, '+7 hours')) - julianday(c.received_on) AS INTEGER)`
    : `((CAST(d.stopped_at AS TIMESTAMPTZ) AT TIME ZONE 'UTC' + INTERVAL '7 hours')::date
        - c.received_on::date)`
  const yearBefore = sqlite
    ? `date(c.received_on, '-365 days')`
    : `to_char(c.received_on::date - 365, 'YYYY-MM-DD') COLLATE "C"`

  async function groups(
    dimension: Dimension,
    from: LocalDate,
    to: LocalDate,
  ): Promise<readonly GroupCount[]> {
    const { value, join } = REACH[dimension]
    return session.rows<GroupCount>(
      `SELECT ${value} AS code, ${number('count(*)')} AS received,
         ${number(ANSWERED)} AS answered, ${number(LATE)} AS late
       FROM complaint c ${join}
       LEFT JOIN deadline d ON d.complaint_id = c.id AND d.rule = 'T-POL-30'
       WHERE c.received_on BETWEEN ? AND ? AND ${value} IS NOT NULL
       GROUP BY ${value} ORDER BY count(*) DESC, ${value}`,
      [from, to],
    )
  }

  return {
    async period(from, to, now) {
      const [totals] = await session.rows<
        Readonly<{ received: number; running: number; overdue: number; ended: number }>
      >(
        `SELECT ${number('count(*)')} AS received,
           ${number(`count(CASE WHEN d.state = 'running' THEN 1 END)`)} AS running,
           ${number(`count(CASE WHEN d.state = 'running' AND d.ends_at <= ? THEN 1 END)`)} AS overdue,
           ${number(`count(CASE WHEN d.state = 'ended' THEN 1 END)`)} AS ended
         FROM ${COHORT}`,
        [now, from, to],
      )
      const answers = await session.rows<
        Readonly<{ days: number; state: 'met' | 'missed'; count: number }>
      >(
        `SELECT days, state, ${number('count(*)')} AS count
         FROM (SELECT ${days} AS days, d.state AS state FROM ${COHORT}
               AND d.state IN ('met', 'missed')) a
         GROUP BY days, state ORDER BY days, state`,
        [from, to],
      )
      const [again] = await session.rows<Readonly<{ count: number }>>(
        `SELECT ${number('count(DISTINCT c.id)')} AS count
         FROM complaint c JOIN complaint_phone p ON p.complaint_id = c.id
         JOIN complaint_phone q ON q.e164 = p.e164 AND q.complaint_id <> c.id
         JOIN complaint o ON o.id = q.complaint_id
         WHERE c.received_on BETWEEN ? AND ? AND o.received_on >= ${yearBefore}
           AND (o.received_at < c.received_at OR (o.received_at = c.received_at AND o.id < c.id))`,
        [from, to],
      )
      const months = await session.rows<
        Readonly<{ month: string; received: number; answered: number }>
      >(
        `SELECT substr(c.received_on, 1, 7) AS month, ${number('count(*)')} AS received,
           ${number(ANSWERED)} AS answered
         FROM ${COHORT} GROUP BY substr(c.received_on, 1, 7) ORDER BY 1`,
        [from, to],
      )
      return {
        ...(totals ?? { received: 0, running: 0, overdue: 0, ended: 0 }),
        answers: answers.map(({ state, ...counted }) => ({ ...counted, late: state === 'missed' })),
        again: again?.count ?? 0,
        months,
        by: {
          channel: await groups('channel', from, to),
          site: await groups('site', from, to),
          severity: await groups('severity', from, to),
          outcome: await groups('outcome', from, to),
          category: await groups('category', from, to),
          clause: await groups('clause', from, to),
          cause: await groups('cause', from, to),
          firm: await groups('firm', from, to),
        },
      }
    },

    loads: (now) =>
      session.rows<PersonLoad>(
        `SELECT assignee_id AS "assigneeId", ${number('count(*)')} AS open,
           ${number('count(CASE WHEN due_at <= ? THEN 1 END)')} AS overdue,
           ${number('count(CASE WHEN due_at > ? AND due_on <= ? THEN 1 END)')} AS week
         FROM complaint WHERE due_at IS NOT NULL GROUP BY assignee_id
         ORDER BY count(CASE WHEN due_at <= ? THEN 1 END) DESC, count(*) DESC, assignee_id`,
        [now, now, addDays(vietnamDate(now), WEEK_DAYS), now],
      ),

    hourClocks: (limit) =>
      session.rows<HourClock>(
        `SELECT c.id AS "complaintId", c.code, c.subject, d.rule, d.ends_at AS "endsAt"
         FROM deadline d JOIN complaint c ON c.id = d.complaint_id
         WHERE d.state = 'running' AND d.trigger = 'breach' ORDER BY d.ends_at, d.id LIMIT ?`,
        [limit],
      ),

    running: (from, to) =>
      session.rows(
        `SELECT c.id AS "complaintId", c.code, c.subject, c.assignee_id AS "assigneeId", d.rule,
           d.trigger, d.starts_at AS "startsAt", d.ends_at AS "endsAt", d.legal_end AS "legalEnd"
         FROM deadline d JOIN complaint c ON c.id = d.complaint_id
         WHERE d.state = 'running' AND d.ends_at >= ? AND d.ends_at <= ? ORDER BY d.ends_at, d.id`,
        [from, to],
      ),
  }
}
