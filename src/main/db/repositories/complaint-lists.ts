import type {
  ComplaintFilter,
  ComplaintPage,
  ComplaintSummary,
  ListCursor,
  Status,
  WorkCounts,
} from '#core/complaints/model.ts'
import { addDays, type LocalDate } from '#core/kernel/calendar.ts'
import { searchCondition } from '../search/search-condition.ts'
import type { Condition } from '../search/search-condition.ts'
import type { Session } from '../session.ts'
import { places } from './rows.ts'

const SUMMARY_COLUMNS = `c.id, c.code, c.status, c.stage, c.subject,
  c.complainant_name AS "complainantName", c.severity, c.site, c.assignee_id AS "assigneeId",
  c.received_on AS "receivedOn", c.due_on AS "dueOn", c.target_on AS "targetOn",
  c.due_at AS "dueAt", c.due_rule AS "dueRule"`

/** `open` is asked of the clocks: an answered complaint with a notice still owed is as open as any. */
const STATUSES_OF_SCOPE: Readonly<Record<ComplaintFilter['scope'], readonly Status[]>> = {
  open: [],
  answered: ['answered'],
  ended: ['closed', 'withdrawn', 'rejected', 'duplicate'],
  all: [],
}

/** How far "this week" reaches from today. */
const WEEK_DAYS = 7

/**
 * A page of the work list in the order things are due. It goes on after a row, not after a count, so
 * that rows that come or go in between neither repeat nor vanish, and the last page costs as little as
 * the first.
 */
export async function complaintPage(
  session: Session,
  filter: ComplaintFilter,
  today: LocalDate,
  after: ListCursor | null,
  limit: number,
): Promise<ComplaintPage> {
  const conditions = [
    ...filterConditions(filter, today),
    ...searchCondition(session.engine, filter.search ?? ''),
    ...(after ? [{ sql: '(c.due_on, c.id) > (?, ?)', values: [after.dueOn, after.id] }] : []),
  ]
  const where = conditions.map(({ sql }) => sql).join(' AND ')
  const rows = await session.rows<ComplaintSummary>(
    `SELECT ${SUMMARY_COLUMNS} FROM complaint c ${where === '' ? '' : `WHERE ${where}`}
     ORDER BY c.due_on, c.id LIMIT ?`,
    [...conditions.flatMap(({ values }) => values), limit + 1],
  )
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const next = rows.length > limit && last ? { dueOn: last.dueOn, id: last.id } : null
  return { items, next }
}

function filterConditions(filter: ComplaintFilter, today: LocalDate): readonly Condition[] {
  const { scope, stages, severities, sites, assigneeId, due } = filter
  return [
    ...(scope === 'open' ? [{ sql: 'c.due_at IS NOT NULL', values: [] }] : []),
    ...anyOf('c.status', STATUSES_OF_SCOPE[scope]),
    ...anyOf('c.stage', stages),
    ...anyOf('c.severity', severities),
    ...anyOf('c.site', sites),
    ...(assigneeId === null ? [{ sql: 'c.assignee_id IS NULL', values: [] }] : []),
    ...(typeof assigneeId === 'string' ? anyOf('c.assignee_id', [assigneeId]) : []),
    ...(due === 'overdue' ? [{ sql: 'c.due_on < ?', values: [today] }] : []),
    ...(due === 'today' ? [{ sql: 'c.due_on = ?', values: [today] }] : []),
    ...(due === 'week'
      ? [{ sql: 'c.due_on BETWEEN ? AND ?', values: [today, addDays(today, WEEK_DAYS)] }]
      : []),
  ]
}

/** No value chosen means no condition. */
function anyOf(column: string, values: readonly string[] | undefined): readonly Condition[] {
  if (values === undefined || values.length === 0) return []
  if (values.length === 1) return [{ sql: `${column} = ?`, values }]
  return [{ sql: `${column} IN (${places(values)})`, values }]
}

/** The counts above the work list, over complaints with an open clock; "week" has today in it. */
export async function workCounts(
  session: Session,
  today: LocalDate,
): Promise<Omit<WorkCounts, 'awaitingApproval'>> {
  const weekEnd = addDays(today, WEEK_DAYS)
  const [counts] = await session.rows<Omit<WorkCounts, 'awaitingApproval'>>(
    `SELECT
       CAST(count(CASE WHEN due_on < ? THEN 1 END) AS INTEGER) AS overdue,
       CAST(count(CASE WHEN due_on = ? THEN 1 END) AS INTEGER) AS today,
       CAST(count(CASE WHEN due_on BETWEEN ? AND ? THEN 1 END) AS INTEGER) AS week,
       CAST(count(*) AS INTEGER) AS open,
       min(CASE WHEN due_on >= ? THEN due_on END) AS "nextDueOn"
     FROM complaint WHERE due_at IS NOT NULL`,
    [today, today, today, weekEnd, today],
  )
  return counts ?? { overdue: 0, today: 0, week: 0, open: 0, nextDueOn: null }
}
