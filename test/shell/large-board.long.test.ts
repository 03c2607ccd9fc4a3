/**
 * A board of 400 MB closed by its X: its copy of the day is finished and whole, or given up and said, and no half file
 * stays. Making such a board takes minutes: this runs by `npm run test:long`, and not in `npm test`, where a small
 * board's copy is slowed instead.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'

import { signIn } from '#test/e2e/kit/board.ts'
import type { Desk } from '#test/e2e/kit/desk.ts'
import { DEMO_CHAIR } from '#test/e2e/kit/screens.ts'
import { openBare } from '../../scripts/bench/bare-driver.ts'
import { type BenchDesk, openBenchDesk } from '../../scripts/bench/desk.ts'
import { multiplyCases } from '../../scripts/bench/multiply.ts'
import { closeWindow } from './kit/ending.ts'
import type { Program } from './kit/program.ts'
import { openShellDesk } from './kit/shell-desk.ts'
import { startProgram } from './kit/start-program.ts'
import { until } from './kit/until.ts'

/** Cases written as the program writes them, and how often each is copied: about 4.3 kB a case in all. */
const SEEDED = 600
const TIMES = 160
const LARGE = 400_000_000
const MAKING_MS = 30 * 60_000
/** Nothing is measured by it: a machine with much else to do may need as long for its copy. */
const PATIENCE_MS = 10 * 60_000

const home = mkdtempSync(join(tmpdir(), 'hoi-am-large-'))
let board: BenchDesk
let folder: string
let program: Program
let desk: Desk

beforeAll(async () => {
  board = await openBenchDesk(SEEDED)
  await board.close()
  folder = dirname(board.databaseFile)
  const bare = openBare(board.databaseFile, board.databaseKey)
  multiplyCases(bare, TIMES)
  bare.close()
  expect(statSync(board.databaseFile).size).toBeGreaterThan(LARGE)
}, MAKING_MS)
beforeEach(async () => {
  rmSync(join(folder, 'snapshots'), { recursive: true, force: true })
  await start()
})
afterEach(() => program.stop())
afterAll(async () => {
  await board.remove()
  rmSync(home, { recursive: true, force: true })
})

async function start(): Promise<void> {
  program = await startProgram({ home, flags: [`--data-dir=${folder}`] })
  desk = await openShellDesk(program)
  await signIn(desk, DEMO_CHAIR)
}

const copies = () => readdirSync(join(folder, 'snapshots')).filter((name) => name.endsWith('.db'))
const halfCopies = () =>
  readdirSync(join(folder, 'snapshots')).filter((name) => name.includes('.part'))

/** What a copy holds, read by the bare driver; its integrity is SQLite's own word. */
function contentOf(file: string): readonly unknown[] {
  const database = openBare(file, board.databaseKey)
  try {
    const count = (table: string): unknown =>
      database.prepare(`SELECT count(*) AS n FROM ${table}`).pluck().get()
    return [
      database.pragma('integrity_check', { simple: true }),
      ...['complaint', 'deadline', 'complaint_search_text', 'audit_event'].map(count),
    ]
  } finally {
    database.close()
  }
}

it(
  'waits for its copy, says so, and leaves a whole one',
  async () => {
    const begun = performance.now()
    await closeWindow(program)
    await desk.heading(desk.t('closing.title'))
    expect(await program.ended).toBe(0)
    const seconds = (performance.now() - begun) / 1000
    expect(halfCopies()).toEqual([])
    const [copy = '', ...others] = copies()
    expect(others).toEqual([])
    const file = join(folder, 'snapshots', copy)
    const whole = contentOf(board.databaseFile)
    expect(whole[0]).toBe('ok')
    expect(contentOf(file)).toEqual(whole)
    const megabytes = (path: string): string => (statSync(path).size / 1e6).toFixed(0)
    process.stdout.write(
      `A board of ${megabytes(board.databaseFile)} MB closed by its X: gone after ${seconds.toFixed(1)} s, ` +
        `with a copy of ${megabytes(file)} MB that is whole.\n`,
    )
  },
  PATIENCE_MS,
)

it(
  'leaves without a copy when told to, leaves no half file, and says so at the next start',
  async () => {
    await closeWindow(program)
    await desk.heading(desk.t('closing.title'))
    await until('a half copy is there', () => halfCopies().length > 0)
    const begun = performance.now()
    await desk.press(desk.t('closing.leave'))
    expect(await program.ended).toBe(0)
    const seconds = (performance.now() - begun) / 1000
    process.stdout.write(`Told to leave without it: gone after ${seconds.toFixed(1)} s.\n`)
    expect(copies()).toEqual([])
    expect(halfCopies()).toEqual([])
    await program.stop()
    await start()
    await desk.enter(desk.t('frame.settings'))
    await desk.link(desk.t('settings.section.recovery')).click()
    await desk.sees(desk.t('errors.COPY_CUT_SHORT'))
  },
  PATIENCE_MS,
)
