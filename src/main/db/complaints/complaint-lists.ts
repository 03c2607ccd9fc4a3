import {
  SEVERITIES,
  STAGES,
  type ComplaintPage,
  type ComplaintSummary,
  type ListCursor,
  type ListOrder,
  type ListQuestion,
  type WorkCounts,
} from '#core/complaints/model.ts'
import { addDays, vietnamDate, type Instant } from '#core/kernel/calendar.ts'
import { compareVietnameseNames } from '#core/kernel/names.ts'
import { orderOfCode } from '#core/kernel/series.ts'
import { andOpen, openCases } from '../conflicts/open-cases.ts'
import { LIMIT_CLAUSE, type Condition } from '../rows.ts'
import type { DbSession } from '../db-session.ts'
import { filterConditions, WEEK_DAYS } from './complaint-filter.ts'
import { searchConditions } from './search-condition.ts'

const SUMMARY_COLUMNS = `c.id, c.code, c.status, c.stage, c.subject,
  c.complainant_name AS "complainantName", c.severity, c.site, c.channel,
  c.assignee_id AS "assigneeId", c.outcome, c.received_on AS "receivedOn", c.due_on AS "dueOn",
  c.target_on AS "targetOn", c.due_at AS "dueAt", c.due_rule AS "dueRule"`

/** One run through an index: a column, which way, and in which group. */
type IndexSegment = Readonly<{
  column: 'due_at' | 'due_on' | 'received_on' | 'code_order'
  descending: boolean
  group: string | null
  condition: readonly Condition[]
}>

/**
 * A page of the work list. It goes on after a row, not after a count, so that rows that come or go in between
 * neither repeat nor vanish, and the last page costs as little as the first. Every order is a run through an
 * index: those that make groups (severity, stage, assignee) run through one group after another.
 */
export async function complaintPage(
  session: DbSession,
  question: ListQuestion,
  now: Instant,
): Promise<ComplaintPage> {
  const { filter, order, after, limit } = question
  const along = columnOf(order, filter.scope === 'open')
  const lanes = await indexSegmentsOf(session, order, along, after)
  const conditions = [
    ...openCases(session, 'c.id'),
    ...filterConditions(filter, now, {
      ...{ engine: session.engine, along, open: andOpen(session, 'o.id') },
    }),
    ...(await searchConditions(session, question)),
  ]
  const rows: Readonly<{ row: ComplaintSummary; lane: IndexSegment }>[] = []
  const begun = after === null ? 0 : lanes.findIndex(({ group }) => group === after.group)
  for (const lane of lanes.slice(Math.max(begun, 0))) {
    if (rows.length > limit) break
    const from = after !== null && after.group === lane.group ? after : null
    const found = await runIndexSegment(session, lane, conditions, from, limit + 1 - rows.length)
    rows.push(...found.map((row) => ({ row, lane })))
  }
  const last = rows[limit - 1]
  return {
    items: rows.slice(0, limit).map(({ row }) => row),
    next: rows.length > limit && last ? cursorOf(last.row, last.lane) : null,
  }
}

function runIndexSegment(
  session: DbSession,
  { column, descending, condition }: IndexSegment,
  conditions: readonly Condition[],
  after: ListCursor | null,
  limit: number,
): Promise<readonly ComplaintSummary[]> {
  const all = [
    ...conditions,
    ...condition,
    ...(after === null
      ? []
      : [
          {
            sql: `(c.${column}, c.id) ${descending ? '<' : '>'} (?, ?)`,
            values: [column === 'code_order' ? orderOfCode(after.key) : after.key, after.id],
          },
        ]),
  ]
  const where = all.length === 0 ? '' : `WHERE ${all.map(({ sql }) => sql).join(' AND ')}`
  const way = descending ? ' DESC' : ''
  return session.rows<ComplaintSummary>(
    `SELECT ${SUMMARY_COLUMNS} FROM complaint c ${where}
     ORDER BY c.${column}${way}, c.id${way} ${LIMIT_CLAUSE}`,
    [...all.flatMap(({ values }) => values), limit],
  )
}

/** What still runs is in the order of its very ends, so that hours count; what is over in that of its days. */
function columnOf({ by }: ListOrder, open: boolean): IndexSegment['column'] {
  if (by === 'received') return 'received_on'
  if (by === 'code') return 'code_order'
  return open ? 'due_at' : 'due_on'
}

async function indexSegmentsOf(
  session: DbSession,
  { by, descending }: ListOrder,
  column: IndexSegment['column'],
  after: ListCursor | null,
): Promise<readonly IndexSegment[]> {
  const groups = (field: string, values: readonly (string | null)[]): readonly IndexSegment[] =>
    (descending ? values.toReversed() : values).map((group) => ({
      column,
      descending: false,
      group,
      condition: [
        group === null
          ? { sql: `c.${field} IS NULL`, values: [] }
          : { sql: `c.${field} = ?`, values: [group] },
      ],
    }))
  switch (by) {
    case 'due':
    case 'received':
    case 'code':
      return [{ column, descending, group: null, condition: [] }]
    case 'severity':
      return groups('severity', SEVERITIES)
    case 'stage':
      return groups('stage', STAGES)
    case 'assignee':
      return groups('assignee_id', [...(await peopleByName(session, after)), null])
  }
}

/** Those who have cases, and whoever a page goes on after, in the order of a Vietnamese list. */
async function peopleByName(
  session: DbSession,
  after: ListCursor | null,
): Promise<readonly string[]> {
  const people = await session.rows<{ id: string; fullName: string }>(
    `SELECT id, full_name AS "fullName" FROM person p
     WHERE p.id = ? OR EXISTS (SELECT 1 FROM complaint c WHERE c.assignee_id = p.id)`,
    [after?.group ?? ''],
  )
  return people
    .toSorted((one, other) => compareVietnameseNames(one.fullName, other.fullName))
    .map(({ id }) => id)
}

function cursorOf(row: ComplaintSummary, { column, group }: IndexSegment): ListCursor {
  const keys = {
    due_at: row.dueAt ?? '',
    due_on: row.dueOn,
    received_on: row.receivedOn,
    code_order: row.code,
  }
  return { group, key: keys[column], id: row.id }
}

/** The counts above the work list, over complaints with an open clock; "week" has the rest of today in it. */
export async function workCounts(
  session: DbSession,
  now: Instant,
): Promise<Omit<WorkCounts, 'awaitingApproval'>> {
  const today = vietnamDate(now)
  const weekEnd = addDays(today, WEEK_DAYS)
  const open = andOpen(session, 'id')
  const [counts] = await session.rows<Omit<WorkCounts, 'awaitingApproval'>>(
    `SELECT
       CAST(count(CASE WHEN due_at <= ? THEN 1 END) AS INTEGER) AS overdue,
       CAST(count(CASE WHEN due_at > ? AND due_on = ? THEN 1 END) AS INTEGER) AS today,
       CAST(count(CASE WHEN due_at > ? AND due_on <= ? THEN 1 END) AS INTEGER) AS week,
       CAST(count(*) AS INTEGER) AS open,
       min(CASE WHEN due_at > ? THEN due_on END) AS "nextDueOn"
     FROM complaint WHERE due_at IS NOT NULL${open.sql}`,
    [now, now, today, now, weekEnd, now, ...open.values],
  )
  return counts ?? { overdue: 0, today: 0, week: 0, open: 0, nextDueOn: null }
}
