import type { ComplaintFilter, DutyStanding, Status } from '#core/complaints/model.ts'
import { addDays, vietnamDate, type Instant, type LocalDate } from '#core/kernel/calendar.ts'
import { assertNever } from '#core/kernel/errors.ts'
import type { Engine } from '../engine.ts'
import { type Condition, places } from '../rows.ts'
import { answerCondition, markCondition } from './figure-filter.ts'
import { lateReasons } from './late-reasons.ts'

/** `open` is asked of the clocks: an answered complaint with a notice still owed is as open as any. */
const STATUSES_OF_SCOPE: Readonly<Record<ComplaintFilter['scope'], readonly Status[]>> = {
  open: [],
  answered: ['answered'],
  ended: ['closed', 'withdrawn', 'rejected', 'duplicate'],
  all: [],
}

/** How far "this week" reaches from today. */
export const WEEK_DAYS = 7

/** How a list is walked: on which engine, and along which column. */
export type Walk = Readonly<{
  engine: Engine
  along: 'due_at' | 'due_on' | 'received_on' | 'code_order'
  /** Leaves out, of another case `o`, what whoever reads is kept from. */
  open: Condition
}>

/**
 * What narrows a list of cases, search aside, as conditions on `complaint c`. No value chosen is no condition. SQLite
 * is kept by a plus from fetching by a condition and sorting what it finds, half the board for a common value: the
 * list is walked in its order, whose index holds what it is narrowed by.
 */
export function filterConditions(
  filter: ComplaintFilter,
  now: Instant,
  { engine, along, open }: Walk,
): readonly Condition[] {
  const today = (): LocalDate => vietnamDate(now)
  const column = (name: string): string =>
    engine === 'sqlite' && name !== along ? `+c.${name}` : `c.${name}`
  const { scope, assigneeId, due } = filter
  return [
    ...(scope === 'open' ? [{ sql: 'c.due_at IS NOT NULL', values: [] }] : []),
    ...anyOf(column('status'), STATUSES_OF_SCOPE[scope]),
    ...anyOf(column('stage'), filter.stages),
    ...anyOf(column('severity'), filter.severities),
    ...anyOf(column('site'), filter.sites),
    ...anyOf(column('channel'), filter.channels),
    ...anyOf(column('outcome'), filter.outcomes),
    ...(assigneeId === null ? [{ sql: `${column('assignee_id')} IS NULL`, values: [] }] : []),
    ...(typeof assigneeId === 'string' ? anyOf(column('assignee_id'), [assigneeId]) : []),
    ...(due === 'overdue' ? [{ sql: 'c.due_at <= ?', values: [now] }] : []),
    ...(due === 'today' ? [{ sql: 'c.due_at > ? AND c.due_on = ?', values: [now, today()] }] : []),
    ...(due === 'week'
      ? [{ sql: 'c.due_at > ? AND c.due_on <= ?', values: [now, addDays(today(), WEEK_DAYS)] }]
      : []),
    ...anyOf(column('due_rule'), filter.duties),
    ...between(column('due_on'), filter.dueFrom, filter.dueTo),
    ...between(column('received_on'), filter.receivedFrom, filter.receivedTo),
    ...labelled('category', filter.categories),
    ...labelled('clause', filter.clauses),
    ...having(
      'SELECT 1 FROM root_cause x WHERE x.complaint_id = c.id',
      'x.category',
      filter.causes,
    ),
    ...contributing(engine, filter.contributing),
    ...having(
      `SELECT 1 FROM (${lateReasons(engine)}) x WHERE x.complaint_id = c.id`,
      'x.late_reason',
      filter.lateReasons,
    ),
    ...(filter.answer === undefined ? [] : [answerCondition(filter.answer, now, engine)]),
    ...(filter.marks ?? []).map((mark) => markCondition(mark, engine, open)),
    ...having('SELECT 1 FROM engagement x WHERE x.complaint_id = c.id', 'x.firm_id', filter.firms),
    ...clocksOf(filter, now),
  ]
}

function anyOf(column: string, values: readonly string[] | undefined): readonly Condition[] {
  if (values === undefined || values.length === 0) return []
  if (values.length === 1) return [{ sql: `${column} = ?`, values }]
  return [{ sql: `${column} IN (${places(values)})`, values }]
}

/** From one day to another, both included; an end left open has no condition. */
function between(
  column: string,
  from: LocalDate | undefined,
  to: LocalDate | undefined,
): readonly Condition[] {
  return [
    ...(from === undefined ? [] : [{ sql: `${column} >= ?`, values: [from] }]),
    ...(to === undefined ? [] : [{ sql: `${column} <= ?`, values: [to] }]),
  ]
}

function labelled(
  kind: 'category' | 'clause',
  codes: readonly string[] | undefined,
): readonly Condition[] {
  return having(
    `SELECT 1 FROM complaint_label x WHERE x.complaint_id = c.id AND x.kind = '${kind}'`,
    'x.code',
    codes,
  )
}

function having(
  rows: string,
  column: string,
  values: readonly string[] | undefined,
): readonly Condition[] {
  return anyOf(column, values).map(({ sql, values: given }) => ({
    sql: `EXISTS (${rows} AND ${sql})`,
    values: given,
  }))
}

/** Some clock of one of these rules that runs, or stands as it is asked for. */
function clocksOf(
  { clocks = [], clockState }: Pick<ComplaintFilter, 'clocks' | 'clockState'>,
  now: Instant,
): readonly Condition[] {
  if (clockState === undefined && clocks.length === 0) return []
  const state = clockStanding(clockState, now)
  const all = [state, ...anyOf('x.rule', clocks)]
  return [
    {
      sql: `EXISTS (SELECT 1 FROM deadline x WHERE x.complaint_id = c.id AND ${all.map(({ sql }) => sql).join(' AND ')})`,
      values: all.flatMap(({ values }) => values),
    },
  ]
}

/** Without a standing: whatever runs, past its end or not. */
function clockStanding(standing: DutyStanding | undefined, now: Instant): Condition {
  switch (standing) {
    case undefined:
      return { sql: `x.state = 'running'`, values: [] }
    case 'met':
    case 'missed':
      return { sql: 'x.state = ?', values: [standing] }
    case 'running':
      return { sql: `x.state = 'running' AND x.ends_at > ?`, values: [now] }
    case 'overdue':
      return { sql: `x.state = 'running' AND x.ends_at <= ?`, values: [now] }
    default:
      return assertNever(standing)
  }
}

/** Of these codes one is confirmed beside the primary cause, which keeps them in one text. */
function contributing(engine: Engine, codes: readonly string[] | undefined): readonly Condition[] {
  const each =
    engine === 'sqlite'
      ? 'json_each(x.contributing) e'
      : 'jsonb_array_elements_text(x.contributing::jsonb) AS e (value)'
  return having(
    `SELECT 1 FROM root_cause x CROSS JOIN ${each} WHERE x.complaint_id = c.id`,
    'e.value',
    codes,
  )
}
