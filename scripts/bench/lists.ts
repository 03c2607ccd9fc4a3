import type Database from 'better-sqlite3-multiple-ciphers'

import {
  LIST_SORTS,
  SEVERITIES,
  STAGES,
  type ListCursor,
  type ListSort,
} from '#core/complaints/model.ts'
import { assertNever } from '#core/kernel/errors.ts'
import { compareVietnameseNames } from '#core/kernel/names.ts'
import type { InputOf } from '#shared/contract/index.ts'
import { openBare } from './bare-driver.ts'
import { openBenchDesk, type BenchDesk } from './desk.ts'
import { figure, percentile, timesOf, type Figure } from './measure.ts'
import { multiplyCases } from './multiply.ts'

/** Cases written as the program writes them; larger boards are copies of these. */
const SEEDED = 10_000
/** Of each question so many, but no longer than this in all; in milliseconds. */
const TURNS = 500
const LONG_ENOUGH = 5_000
/** Until V8 has optimised what a question runs through. */
const WARM_UP = 400
const PAGE = 50
/** Rows before page 1,000. */
const DEEP = 999 * PAGE

type Question = Readonly<{
  name: string
  input: InputOf<'complaints.list'>
  sql: string
  values: readonly unknown[]
  /** Has to be asked first: an order by names is that of the people. */
  people?: boolean
}>

/**
 * The work list at 10,000, 100,000 and, named as `HOI_AM_BENCH_SIZES=1000000`, more: the first and a deep page under
 * every order, combined filters, searches and the statistics of a year, through the dispatcher; beside each the same
 * statement on the bare driver. Of each the 95th percentile.
 */
export async function benchLists(): Promise<readonly Figure[]> {
  const sizes = (process.env['HOI_AM_BENCH_SIZES'] ?? '10000,100000').split(',').map(Number)
  const figures: Figure[] = []
  for (const size of sizes) figures.push(...(await benchSize(size)))
  return figures
}

async function benchSize(size: number): Promise<readonly Figure[]> {
  const desk = await openBenchDesk(SEEDED)
  try {
    // One process at a time holds the database: the program gives it up before another hand takes it.
    await desk.close()
    if (size > SEEDED) grow(desk, size / SEEDED)
    const questions = questionsOf(desk)
    await desk.reopen()
    const ours: number[] = []
    for (const { input } of questions) {
      ours.push(await slowest(() => desk.call('complaints.list', input)))
    }
    const period = { from: '2026-01-01', to: '2026-12-31' }
    const year = await slowest(() => desk.call('figures.period', period))
    globalThis.gc?.()
    const memory = process.memoryUsage.rss() / 1024 / 1024
    await desk.close()
    const bare = openBare(desk.databaseFile, desk.databaseKey)
    const peers: number[] = []
    const people = bare.prepare(PEOPLE)
    for (const { sql, values, people: named } of questions) {
      const statement = bare.prepare(sql)
      peers.push(
        await slowest(async () => {
          if (named === true) people.all()
          statement.all(...values)
        }),
      )
    }
    const count = bare.prepare(COUNT_YEAR)
    const bareYear = await slowest(async () => count.all(period.from, period.to))
    bare.close()
    const title = size.toLocaleString('en')
    return [
      ...questions.map(({ name }, at) =>
        figure(`${title}: ${name}, p95`, 'ms', ours[at] ?? 0, 'same SQL, bare driver', peers[at] ?? 0),
      ),
      figure(`${title}: figures of a year`, 'ms', year, 'one count over it', bareYear),
      figure(`${title}: memory with the board open`, 'MB', memory, 'goal', 300),
    ]
  } finally {
    await desk.remove()
  }
}

/** The 95th percentile of a question asked again and again, in milliseconds. */
async function slowest(ask: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await ask()
  const turns = Math.ceil(LONG_ENOUGH / (performance.now() - start))
  return percentile(
    await timesOf(Math.min(TURNS, Math.max(10, turns)), ask, Math.min(WARM_UP, turns)),
    95,
  )
}

function grow(desk: BenchDesk, times: number): void {
  const bare = openBare(desk.databaseFile, desk.databaseKey)
  multiplyCases(bare, times)
  bare.close()
}

const PEOPLE = 'SELECT id, full_name AS name FROM person'

const COUNT_YEAR = `SELECT d.state, count(*) FROM complaint c
  JOIN deadline d ON d.complaint_id = c.id AND d.rule = 'T-POL-30'
  WHERE c.received_on BETWEEN ? AND ? GROUP BY d.state`

const COLUMNS = `c.id, c.code, c.status, c.stage, c.subject,
  c.complainant_name AS "complainantName", c.severity, c.site, c.channel,
  c.assignee_id AS "assigneeId", c.outcome, c.received_on AS "receivedOn", c.due_on AS "dueOn",
  c.target_on AS "targetOn", c.due_at AS "dueAt", c.due_rule AS "dueRule"`

/** What the list runs along under an order, and the groups it runs through one after another. */
type Run = Readonly<{ column: string; group: string | null; groups: readonly (string | null)[] }>

function runOf(by: ListSort, bare: Database.Database): Run {
  const grouped = (group: string, groups: Run['groups']): Run => ({ column: 'due_on', group, groups })
  switch (by) {
    case 'due':
      return { column: 'due_on', group: null, groups: [null] }
    case 'received':
      return { column: 'received_on', group: null, groups: [null] }
    case 'code':
      return { column: 'code_order', group: null, groups: [null] }
    case 'severity':
      return grouped('severity', SEVERITIES)
    case 'stage':
      return grouped('stage', STAGES)
    case 'assignee': {
      const people = bare
        .prepare<[], Readonly<{ id: string; name: string }>>(PEOPLE)
        .all()
        .toSorted((one, other) => compareVietnameseNames(one.name, other.name))
      return grouped('assignee_id', [...people.map(({ id }) => id), null])
    }
    default:
      return assertNever(by)
  }
}

/** The first page under an order and, where there is one, page 1,000, each beside its own statement. */
function pagesBy(by: ListSort, bare: Database.Database): readonly Question[] {
  const { column, group, groups } = runOf(by, bare)
  const inGroup = (value: string | null): string =>
    group === null ? '1 = 1' : value === null ? `c.${group} IS NULL` : `c.${group} = '${value}'`
  const page = (value: string | null, more: string): string =>
    `SELECT ${COLUMNS} FROM complaint c WHERE ${inGroup(value)} AND ${more}
     ORDER BY c.${column}, c.id LIMIT ${PAGE + 1}`
  const from = (after: ListCursor | null): Question['input'] => ({
    filter: { scope: 'all' },
    order: { by, descending: false },
    after,
    limit: PAGE,
  })
  const sizes = groups.map((value) => ({
    value,
    size:
      bare
        .prepare<[], { size: number }>(`SELECT count(*) AS size FROM complaint c WHERE ${inGroup(value)}`)
        .get()?.size ?? 0,
  }))
  const first = sizes.find(({ size }) => size > 0)?.value ?? null
  const questions: Question[] = [
    {
      name: `first page by ${by}`,
      input: from(null),
      sql: page(first, '1 = 1'),
      values: [],
      people: by === 'assignee',
    },
  ]
  let before = 0
  const deepGroup = sizes.find(({ size }) => {
    before += size
    return before > DEEP
  })
  if (deepGroup === undefined) return questions
  const deep = bare
    .prepare<[], Readonly<{ key: string | number; code: string; id: string }>>(
      `SELECT ${column} AS key, code, id FROM complaint c WHERE ${inGroup(deepGroup.value)}
       ORDER BY ${column}, id LIMIT 1 OFFSET ${DEEP - (before - deepGroup.size)}`,
    )
    .get()
  if (deep === undefined) return questions
  const key = by === 'code' ? deep.code : String(deep.key)
  return [
    ...questions,
    {
      name: `page 1,000 by ${by}`,
      input: from({ group: group === null ? null : deepGroup.value, key, id: deep.id }),
      sql: page(deepGroup.value, `(c.${column}, c.id) > (?, ?)`),
      values: [deep.key, deep.id],
      people: by === 'assignee',
    },
  ]
}

function questionsOf(desk: BenchDesk): readonly Question[] {
  const bare = openBare(desk.databaseFile, desk.databaseKey)
  try {
    const questions = LIST_SORTS.flatMap((by) => pagesBy(by, bare))
    const filtered = `c.severity = 'high' AND c.site = 'ledu' AND c.channel = 'phone'`
    questions.push({
      name: 'three filters together',
      input: {
        filter: { scope: 'all', severities: ['high'], sites: ['ledu'], channels: ['phone'] },
        after: null,
        limit: PAGE,
      },
      sql: `SELECT ${COLUMNS} FROM complaint c WHERE ${filtered} ORDER BY c.due_on, c.id LIMIT ${PAGE + 1}`,
      values: [],
    })
    for (const [name, search, match] of SEARCHES) {
      questions.push({
        name,
        input: { filter: { scope: 'all', search }, after: null, limit: PAGE },
        sql: `SELECT ${COLUMNS} FROM complaint c WHERE c.id IN (SELECT complaint_id FROM complaint_search
          WHERE number IN (SELECT rowid FROM complaint_search_text WHERE complaint_search_text MATCH ?))
          ORDER BY c.due_on, c.id LIMIT ${PAGE + 1}`,
        values: [match],
      })
    }
    return questions
  } finally {
    bare.close()
  }
}

/** As it is typed, and as the search of SQLite reads it. */
const SEARCHES = [
  ['search, one rare word', '"0031"', '"0031"'],
  ['search, one common word', '"điện"', '"dien"'],
  ['search, two words, the last begun', 'số điệ', '"so" AND "die" *'],
] as const
