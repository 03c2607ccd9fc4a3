import { z } from 'zod'

import type { DutyStanding, ReviewFinding } from '#core/complaints/model.ts'
import type { DutyCount, GroupCount, HourClock, PersonLoad } from '#core/figures/model.ts'
import { addDays, vietnamDate, type LocalDate } from '#core/kernel/calendar.ts'
import type { FigureRepository } from '#core/ports/repositories.ts'
import { WEEK_DAYS } from '../complaints/complaint-filter.ts'
import { answerDays, yearBefore } from '../complaints/figure-filter.ts'
import { lateReasons } from '../complaints/late-reasons.ts'
import { andOpen } from '../conflicts/open-cases.ts'
import { LIMIT_CLAUSE } from '../rows.ts'
import type { DbSession } from '../db-session.ts'
import type { Engine } from '../engine.ts'
import { registerLines } from './register-lines.ts'

/** Complaints alike in all of this, and how their clock stands. */
type Cell = Readonly<{
  month: string
  channel: string
  site: string
  severity: string
  outcome: string | null
  review: 'open' | ReviewFinding | null
  standing: Standing | null
  count: number
}>

type Standing = 'running' | 'overdue' | 'met' | 'missed' | 'ended'
type Grouped = Readonly<{ code: string; standing: Standing | null; count: number }>

/** How the policy's 30 days stand; the migration of the figures says where that is kept. */
const STANDING = `CASE WHEN c.answer_state = 'running' AND c.answer_ends_at <= ? THEN 'overdue'
  ELSE c.answer_state END`

/** What a complaint has several of, and where; each value counts once for a complaint. */
const listsOn = (engine: Engine) => [
  {
    from: 'complaint_label',
    list: 'x.kind',
    code: 'x.code',
    condition: `x.kind IN ('category', 'clause')`,
  },
  {
    from: 'root_cause',
    list: `'cause'`,
    code: 'x.category',
    condition: 'x.category IS NOT NULL',
  },
  // As they are kept, several in one text: they are told apart in `eachContributing`.
  {
    from: 'root_cause',
    list: `'contributing'`,
    code: 'x.contributing',
    condition: `x.contributing <> '[]'`,
  },
  {
    from: '(SELECT DISTINCT complaint_id, firm_id FROM engagement)',
    list: `'firm'`,
    code: 'x.firm_id',
    condition: '1 = 1',
  },
  {
    from: `(SELECT DISTINCT complaint_id, late_reason FROM (${lateReasons(engine)}) each)`,
    list: `'lateReason'`,
    code: 'x.late_reason',
    condition: '1 = 1',
  },
]

type Compensations = Readonly<{ count: number; amount: number }>
type Listed = Grouped &
  Readonly<{ list: 'category' | 'clause' | 'cause' | 'contributing' | 'firm' | 'lateReason' }>

const CODES = z.array(z.string())

/** Counts over all complaints of a period, in few walks over it; days are Vietnamese days. */
export function figureRepository(session: DbSession): FigureRepository {
  const sqlite = session.engine === 'sqlite'
  // Left out of what is counted too: the difference would tell what the case is about.
  const open = andOpen(session, 'c.id')
  const received = `c.received_on BETWEEN ? AND ?${open.sql}`
  const number = (count: string): string => `CAST(${count} AS INTEGER)`
  /**
   * The complaints of a period, to look something up for each. SQLite is told to take them in the order of their ids,
   * in which the lists lie too, or every look reads another page of the file; without a limit it would leave that
   * order out, without the plus reach the period's complaints through all there ever were, and without CROSS JOIN walk
   * through the lists instead.
   */
  const inPeriod = (columns: string): string =>
    `(SELECT c.id, ${columns} FROM complaint c WHERE ${received}
      ${sqlite ? 'ORDER BY +c.id LIMIT -1' : ''}) c`

  async function listed(span: readonly unknown[]): Promise<readonly Listed[]> {
    const rows: Listed[] = []
    for (const { from, list, code, condition } of listsOn(session.engine)) {
      const counted = await session.rows<Listed>(
        `SELECT ${list} AS list, ${code} AS code, c.standing, ${number('count(*)')} AS count
         FROM ${inPeriod(`${STANDING} AS standing`)} CROSS JOIN ${from} x
         WHERE x.complaint_id = c.id AND ${condition} GROUP BY 1, 2, 3`,
        span,
      )
      rows.push(...counted)
    }
    return rows
  }

  /** How the duties of a period's complaints stand, by kind; of each complaint found by the index of its duties. */
  async function countDuties(span: readonly unknown[]): Promise<readonly DutyCount[]> {
    const rows = await session.rows<
      Readonly<{ rule: string; standing: DutyStanding; count: number }>
    >(
      `SELECT x.rule, CASE WHEN x.state = 'running' AND x.ends_at <= ? THEN 'overdue'
           ELSE x.state END AS standing, ${number('count(DISTINCT c.id)')} AS count
       FROM ${inPeriod('c.received_on')} CROSS JOIN deadline x
       WHERE x.complaint_id = c.id AND x.state <> 'ended' GROUP BY 1, 2`,
      span,
    )
    return [...Map.groupBy(rows, ({ rule }) => rule)].map(([rule, alike]) => {
      const of = (wanted: DutyStanding): number =>
        sum(alike.filter(({ standing }) => standing === wanted))
      return {
        ...{ rule, met: of('met'), missed: of('missed') },
        ...{ running: of('running'), overdue: of('overdue') },
      }
    })
  }

  /** How many came from a telephone number that had complained in the year before: the last time tells. */
  async function countAgain(from: LocalDate, to: LocalDate): Promise<number> {
    const [again] = await session.rows<Readonly<{ count: number }>>(
      `SELECT ${number('count(DISTINCT id)')} AS count FROM
         (SELECT c.id, c.received_on, LAG(c.received_on)
            OVER (PARTITION BY p.e164 ORDER BY c.received_on, c.id) AS last_time
          FROM ${inPeriod('c.received_on')} CROSS JOIN complaint_phone p
          WHERE p.complaint_id = c.id) t
       WHERE received_on >= ? AND last_time >= ${yearBefore(session.engine, 'received_on')}`,
      [addDays(from, -365), to, ...open.values, from],
    )
    return again?.count ?? 0
  }

  /** How many an authority or a court sent on that did not come in by its own channel; few, by an index of theirs. */
  async function countSentOnOtherwise(from: LocalDate, to: LocalDate): Promise<number> {
    const [other] = await session.rows<Readonly<{ count: number }>>(
      `SELECT ${number('count(*)')} AS count FROM complaint c
       WHERE c.authority IS NOT NULL AND c.channel <> 'authority' AND ${received}`,
      [from, to, ...open.values],
    )
    return other?.count ?? 0
  }

  /**
   * How many complaints of a period a compensation was decided in, what was given up or not kept left out, and what they come
   * to: more than fits an integer of PostgreSQL.
   */
  async function countCompensations(from: LocalDate, to: LocalDate): Promise<Compensations> {
    const amount = sqlite
      ? `json_extract(x.compensation, '$.amount')`
      : `(x.compensation::jsonb ->> 'amount')::bigint`
    const [paid] = await session.rows<Compensations>(
      `SELECT ${number('count(DISTINCT c.id)')} AS count,
         CAST(coalesce(sum(${amount}), 0) AS DOUBLE PRECISION) AS amount
       FROM ${inPeriod('c.received_on')} CROSS JOIN remediation_step x
       WHERE x.complaint_id = c.id AND x.compensation IS NOT NULL AND x.state IN ('planned', 'done')`,
      [from, to, ...open.values],
    )
    return paid ?? { count: 0, amount: 0 }
  }

  return {
    lines: registerLines(session),

    async period(from, to, now) {
      const span = [now, from, to, ...open.values]
      const cells = await session.rows<Cell>(
        `SELECT substr(c.received_on, 1, 7) AS month, c.channel, c.site, c.severity, c.outcome,
           CASE WHEN c.review_of_id IS NOT NULL THEN coalesce(c.review_finding, 'open') END AS review,
           ${STANDING} AS standing, ${number('count(*)')} AS count
         FROM complaint c WHERE ${received} GROUP BY 1, 2, 3, 4, 5, 6, 7`,
        span,
      )
      const answers = await session.rows<
        Readonly<{ days: number; state: 'met' | 'missed'; count: number }>
      >(
        `SELECT ${answerDays(session.engine)} AS days, c.answer_state AS state, ${number('count(*)')} AS count
         FROM complaint c WHERE ${received} AND c.answer_state IN ('met', 'missed')
         GROUP BY 1, 2 ORDER BY 1, 2`,
        [from, to, ...open.values],
      )
      const lists = await listed(span)
      const inList = (list: Listed['list']): readonly GroupCount[] =>
        groups(lists.filter((each) => each.list === list))
      const paid = await countCompensations(from, to)
      const inStanding = (...wanted: readonly Standing[]): number =>
        sum(cells.filter(({ standing }) => standing !== null && wanted.includes(standing)))
      return {
        received: sum(cells),
        running: inStanding('running', 'overdue'),
        overdue: inStanding('overdue'),
        ended: inStanding('ended'),
        answers: answers.map(({ state, ...counted }) => ({ ...counted, late: state === 'missed' })),
        reviews: sum(cells.filter(({ review }) => review !== null)),
        reviewsConfirmed: sum(cells.filter(({ review }) => review === 'confirmed')),
        reviewsReplaced: sum(cells.filter(({ review }) => review === 'replaced')),
        again: await countAgain(from, to),
        sentOn:
          sum(cells.filter(({ channel }) => channel === 'authority')) +
          (await countSentOnOtherwise(from, to)),
        compensations: paid.count,
        compensationAmount: paid.amount,
        duties: await countDuties(span),
        months: monthsOf(cells),
        by: {
          channel: groups(cells.map((cell) => ({ ...cell, code: cell.channel }))),
          site: groups(cells.map((cell) => ({ ...cell, code: cell.site }))),
          severity: groups(cells.map((cell) => ({ ...cell, code: cell.severity }))),
          outcome: groups(
            cells.flatMap((cell) =>
              cell.outcome === null ? [] : [{ ...cell, code: cell.outcome }],
            ),
          ),
          category: inList('category'),
          clause: inList('clause'),
          cause: inList('cause'),
          contributing: groups(
            lists.filter(({ list }) => list === 'contributing').flatMap(eachContributing),
          ),
          firm: inList('firm'),
          lateReason: inList('lateReason'),
        },
      }
    },

    loads: (now) =>
      session.rows<PersonLoad>(
        `SELECT assignee_id AS "assigneeId", ${number('count(*)')} AS open,
           ${number('count(CASE WHEN due_at <= ? THEN 1 END)')} AS overdue,
           ${number('count(CASE WHEN due_at > ? AND due_on <= ? THEN 1 END)')} AS week
         FROM complaint c WHERE due_at IS NOT NULL${open.sql} GROUP BY assignee_id
         ORDER BY count(CASE WHEN due_at <= ? THEN 1 END) DESC, count(*) DESC, assignee_id`,
        [now, now, addDays(vietnamDate(now), WEEK_DAYS), ...open.values, now],
      ),

    hourClocks: (limit) =>
      session.rows<HourClock>(
        `SELECT c.id AS "complaintId", c.code, c.subject, d.rule, d.ends_at AS "endsAt"
         FROM deadline d JOIN complaint c ON c.id = d.complaint_id
         WHERE d.state = 'running' AND d.trigger = 'breach'${open.sql}
         ORDER BY d.ends_at, d.id ${LIMIT_CLAUSE}`,
        [...open.values, limit],
      ),

    running: (from, to) =>
      session.rows(
        `SELECT d.id, c.id AS "complaintId", c.code, c.subject, c.assignee_id AS "assigneeId", d.rule,
           d.trigger, d.starts_at AS "startsAt", d.ends_at AS "endsAt", d.legal_end AS "legalEnd"
         FROM deadline d JOIN complaint c ON c.id = d.complaint_id
         WHERE d.state = 'running' AND d.ends_at >= ? AND d.ends_at <= ?${open.sql}
         ORDER BY d.ends_at, d.id`,
        [from, to, ...open.values],
      ),
  }
}

function sum(counted: readonly Readonly<{ count: number }>[]): number {
  return counted.reduce((total, { count }) => total + count, 0)
}

/** The causes that stand in one list, each counted as often as the list. */
function eachContributing(row: Grouped): readonly Grouped[] {
  return CODES.parse(JSON.parse(row.code)).map((code) => ({ ...row, code }))
}

const isAnswered = ({ standing }: Readonly<{ standing: Standing | null }>): boolean =>
  standing === 'met' || standing === 'missed'

/** One line for each value, the most frequent first. */
function groups(counted: readonly Grouped[]): readonly GroupCount[] {
  return [...Map.groupBy(counted, ({ code }) => code)]
    .map(([code, alike]) => ({
      code,
      received: sum(alike),
      answered: sum(alike.filter(isAnswered)),
      late: sum(alike.filter(({ standing }) => standing === 'missed')),
    }))
    .toSorted((one, other) => other.received - one.received || (one.code < other.code ? -1 : 1))
}

function monthsOf(cells: readonly Cell[]) {
  return [...Map.groupBy(cells, ({ month }) => month)]
    .map(([month, alike]) => ({
      month,
      received: sum(alike),
      answered: sum(alike.filter(isAnswered)),
    }))
    .toSorted((one, other) => (one.month < other.month ? -1 : 1))
}
