import { copyFile } from 'node:fs/promises'

import { LIST_SORTS, type ListCursor, type ListSort } from '#core/complaints/model.ts'
import { systemClock } from '#main/dispatch/services.ts'
import { complaintPage } from '#main/db/complaints/complaint-lists.ts'
import { figureRepository } from '#main/db/figures/repository.ts'
import type { DbSession } from '#main/db/db-session.ts'
import { contract, type InputOf } from '#shared/contract/index.ts'
import { openBare } from './bare-driver.ts'
import { statementsOf } from './bare-session.ts'
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
/** Asked in a row before the peer is, so that each finds its own data in the processor's cache. */
const IN_A_ROW = 25
const PAGE = 50
const DEEP_PAGE = 1_000
const YEAR = { from: '2026-01-01', to: '2026-12-31' }

type ListInput = InputOf<'complaints.list'>
type Question = Readonly<{
  name: string
  ours: () => Promise<unknown>
  sql: (session: DbSession) => Promise<unknown>
}>

/**
 * The work list at 10,000, 100,000 and, named as `HOI_AM_BENCH_SIZES=1000000`, more: the first and a deep page under
 * every order, combined filters, searches and the statistics of a year, through the dispatcher; beside each the very
 * statements it asks, on the bare driver over a copy of the database. Of each the 95th percentile.
 */
export async function benchLists(): Promise<readonly Figure[]> {
  const sizes = (process.env['HOI_AM_BENCH_SIZES'] ?? '10000,100000').split(',').map(Number)
  const figures: Figure[] = []
  for (const size of sizes) figures.push(...(await benchSize(size)))
  return figures
}

async function benchSize(size: number): Promise<readonly Figure[]> {
  const desk = await openBenchDesk(SEEDED)
  // One process at a time holds the database: the program gives it up before another hand takes it.
  await desk.close()
  if (size > SEEDED) grow(desk, size / SEEDED)
  const copy = `${desk.databaseFile}.copy`
  await copyFile(desk.databaseFile, copy)
  await desk.reopen()
  const questions = await questionsOf(desk)
  const memory = await memoryAfter(questions)
  const bare = openBare(copy, desk.databaseKey)
  try {
    const title = size.toLocaleString('en')
    const figures: Figure[] = []
    for (const { name, ours, sql } of questions) {
      const asked = await statementsOf(bare, sql)
      const prepared = asked.map(({ sql, values }) => ({ statement: bare.prepare(sql), values }))
      const times = await slowest(ours, async () => {
        for (const { statement, values } of prepared) statement.all(...values)
      })
      figures.push(
        figure(`${title}: ${name}`, 'ms', times.ours, 'same SQL, bare driver', times.peer),
      )
    }
    return [...figures, figure(`${title}: memory with the board open`, 'MB', memory, 'goal', 300)]
  } finally {
    bare.close()
    await desk.remove()
  }
}

/** Of the process in MB once it has answered every question, before a peer is in it. */
async function memoryAfter(questions: readonly Question[]): Promise<number> {
  for (const { ours } of questions) await ours()
  globalThis.gc?.()
  return process.memoryUsage.rss() / 1024 / 1024
}

function grow(desk: BenchDesk, times: number): void {
  const bare = openBare(desk.databaseFile, desk.databaseKey)
  multiplyCases(bare, times)
  bare.close()
}

async function questionsOf(desk: BenchDesk): Promise<readonly Question[]> {
  const list = (name: string, input: ListInput): Question => {
    const { order, ...question } = contract['complaints.list'].input.parse(input)
    return {
      name,
      ours: () => desk.call('complaints.list', input),
      sql: (session) =>
        complaintPage(
          session,
          {
            ...question,
            order: order ?? { by: 'due', descending: false },
            readsNotes: true,
            readsPersons: 'all',
          },
          systemClock.now(),
        ),
    }
  }
  const questions: Question[] = []
  for (const by of LIST_SORTS) {
    questions.push(list(`first page by ${by}`, ordered(by, null)))
    const after = await beforeDeepPage(desk, by)
    if (after !== null) questions.push(list(`page 1,000 by ${by}`, ordered(by, after)))
    questions.push(list(`what runs, by ${by}`, ordered(by, null, 'open')))
  }
  return [
    ...questions,
    list('three filters together', {
      filter: { scope: 'all', severities: ['high'], sites: ['ledu'], channels: ['phone'] },
      after: null,
      limit: PAGE,
    }),
    list('a rare value', {
      filter: { scope: 'all', outcomes: ['duplicate'] },
      after: null,
      limit: PAGE,
    }),
    ...SEARCHES.map(({ name, search }) =>
      list(name, { filter: { scope: 'all', search }, after: null, limit: PAGE }),
    ),
    {
      name: 'figures of today',
      ours: () => desk.call('figures.today', {}),
      sql: async (session) => {
        await figureRepository(session).loads(systemClock.now())
        await figureRepository(session).hourClocks(20)
      },
    },
    {
      name: 'figures of a year',
      ours: () => desk.call('figures.period', YEAR),
      sql: (session) => figureRepository(session).period(YEAR.from, YEAR.to, systemClock.now()),
    },
  ]
}

const SEARCHES = [
  { name: 'search, one rare word', search: '"0031"' },
  { name: 'search, one common word', search: '"điện"' },
  { name: 'search, two words, the last begun', search: 'số điệ' },
]

function ordered(by: ListSort, after: ListCursor | null, scope: 'all' | 'open' = 'all'): ListInput {
  return { filter: { scope }, order: { by, descending: false }, after, limit: PAGE }
}

/** Where page 1,000 begins, found as a person would: by turning the pages. Null when there are fewer. */
async function beforeDeepPage(desk: BenchDesk, by: ListSort): Promise<ListCursor | null> {
  let after: ListCursor | null = null
  for (let page = 1; page < DEEP_PAGE; page += 1) {
    const answer: unknown = await desk.call('complaints.list', ordered(by, after))
    after = contract['complaints.list'].output.parse(answer).next
    if (after === null) return null
  }
  return after
}

/** The 95th percentile of a question and of its peer in milliseconds, in turns: a slow moment falls on both. */
async function slowest(
  ours: () => Promise<unknown>,
  peer: () => Promise<unknown>,
): Promise<Readonly<{ ours: number; peer: number }>> {
  const start = performance.now()
  await ours()
  const turns = Math.min(TURNS, Math.max(10, Math.ceil(LONG_ENOUGH / (performance.now() - start))))
  await timesOf(0, ours, Math.min(WARM_UP, turns))
  await timesOf(0, peer, Math.min(WARM_UP, turns))
  const times: { ours: number[]; peer: number[] } = { ours: [], peer: [] }
  while (times.ours.length < turns) {
    const inARow = Math.min(turns, IN_A_ROW)
    times.ours.push(...(await timesOf(inARow, ours, 0)))
    times.peer.push(...(await timesOf(inARow, peer, 0)))
  }
  return { ours: percentile(times.ours, 95), peer: percentile(times.peer, 95) }
}
