/** The core is killed before each file it moves while it copies, goes back to a copy, or brings a board back. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { dataPaths } from '#main/common/files/data-paths.ts'
import { copiesIn } from '#main/copies/place.ts'
import { passwordOf, RESOURCES, startApp, startBoard, type TestApp } from '#test/setup/app.ts'
import { takeComplaint } from '#test/setup/case.ts'
import { eventually } from '#test/setup/eventually.ts'
import { rounds } from '#test/setup/promises.ts'

const pathOf = (name: string): string =>
  fileURLToPath(new URL(`./fixtures/${name}.ts`, import.meta.url))
const credentials = { username: 'chair', password: passwordOf('chair') }
const signIn = ['session.signIn', { ...credentials, clockConfirmed: true }] as const
const ONE_TIME = 'một lần rồi thôi 6402'

let home: string
/** A board with a copy of one complaint, a second place, and two complaints. */
let whole: string
/** The same after its chair reset the deputy; its database is gone. */
let lost: string
let stick: string
let ids: TestApp['ids']
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'hoi-am-each-step-'))
  stick = join(home, 'stick')
  await mkdir(stick)
  const app = await startBoard('sqlite', { dataDir: join(home, 'board') })
  ids = { ...app.ids }
  await takeComplaint(app)
  const chair = app.as('chair')
  await chair.call('snapshots.take', {})
  const place = { folder: stick, keysUnderstood: true, abroadUnderstood: false } as const
  await chair.call('snapshots.choosePlace', place)
  await takeComplaint(app)
  await eventually(async () =>
    expect((await chair.call('snapshots.place', {})).place).toMatchObject({ isBehind: false }),
  )
  await chair.call('people.resetPassword', { id: app.ids.deputy, newPassword: ONE_TIME })
  whole = join(home, 'whole')
  await cp(app.dataDir, whole, { recursive: true })
  await rm(dataPaths(whole).secondPlace)
  await app.close()
  lost = join(home, 'lost')
  await cp(whole, lost, { recursive: true })
  await rm(`${dataPaths(lost).database}-wal`, { force: true })
  const { database } = dataPaths(lost)
  await writeFile(database, (await readFile(database)).fill(7, 0, 4096))
  await app.remove()
}, 240_000)
afterAll(() => rm(home, { recursive: true, force: true }))

type Question = readonly [route: string, input: unknown]

/** Asks in a process of its own that dies before its so-manieth step. Says the steps it came to, of the last question. */
async function stepsOf(
  dataDir: string,
  questions: readonly Question[],
  dieAt: number,
  thread = false,
): Promise<readonly string[]> {
  const child = spawn(
    process.execPath,
    [
      ...['--import', pathOf('die-at-step'), pathOf('ask-in-turn')],
      ...[dataDir, RESOURCES, JSON.stringify(questions)],
    ],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, DIE_AT: String(dieAt), WATCH_THREAD: thread ? '1' : '0' },
    },
  )
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stdout })) lines.push(line)
  return lines
}

async function fresh(from: string, name: string): Promise<string> {
  const dataDir = join(home, name)
  await rm(dataDir, { recursive: true, force: true })
  await cp(from, dataDir, { recursive: true })
  return dataDir
}

async function openedBy<Result>(
  dataDir: string,
  work: (app: TestApp) => Promise<Result>,
): Promise<Result> {
  const app = await startApp('sqlite', { dataDir })
  try {
    return await work(app)
  } finally {
    await app.remove()
  }
}

/** The steps an act takes after it was asked for, but for those that come to nothing, and the guess before. */
function deathsIn(lines: readonly string[]): readonly (readonly [number, string])[] {
  const isIdle = (line: string): boolean => /attempts\.json|-(?:shm|journal) →/u.test(line)
  const from = lines.indexOf('asked')
  const steps = lines.filter((line) => line.startsWith('step '))
  const before = lines.slice(0, from).filter((line) => line.startsWith('step ')).length
  return steps.flatMap((line, at) => (at < before || isIdle(line) ? [] : [[at, line] as const]))
}

/** In the short form of the run. */
function everySecond<Each>(all: readonly Each[]): readonly Each[] {
  return all.filter((_, at) => at % rounds(2, 1) === 0)
}

const restored = async (app: TestApp) =>
  (await app.as('chair').call('audit.list', { personId: null, before: null, limit: 50 })).filter(
    ({ action }) => action === 'board.restored' || action === 'board.broughtBack',
  )

async function isWhole(app: TestApp, complaints: number): Promise<void> {
  const chair = app.as('chair')
  expect((await chair.call('audit.verify', {})).brokenAt).toBeNull()
  const filter = { scope: 'all' } as const
  const { items } = await chair.call('complaints.list', { filter, after: null, limit: 10 })
  expect(items.length).toBe(complaints)
}

it('going back to a copy is not done, and can be, or done; what was done is on record once', async () => {
  const ask: readonly Question[] = [['session.restore', { ...credentials, clockConfirmed: true }]]
  const deaths = deathsIn(await stepsOf(await fresh(lost, 'back'), ask, -1))
  const seen = { before: 0, interrupted: 0, after: 0 }
  // Whatever is copied before the note is written touches nothing that anybody opens.
  const noted = deaths.findIndex(([, line]) => line.endsWith('going-back.json'))
  for (const [dieAt, line] of everySecond(deaths.slice(rounds(noted + 1, 0)))) {
    const dataDir = await fresh(lost, `back-${dieAt}`)
    await stepsOf(dataDir, ask, dieAt)
    await openedBy(dataDir, async (app) => {
      const entered = await app.as('chair').ask('session.signIn', signIn[1])
      if (!entered.ok) {
        expect(entered.error.code, line).toBe('DATABASE_DAMAGED')
        await app.as('chair').call('session.restore', { ...credentials, clockConfirmed: true })
      }
      await isWhole(app, 1)
      const [told, ...more] = await restored(app)
      expect(more, line).toEqual([])
      const late = told?.changes.some(({ field }) => field === 'interrupted') === true
      seen[entered.ok ? (late ? 'interrupted' : 'after') : 'before'] += 1
      const { notices } = await app.as('chair').call('people.accounts', {})
      expect(notices, line).toMatchObject([{ id: ids.deputy, cause: 'recovered', seen: false }])
      const { goingBack, damaged } = dataPaths(dataDir)
      expect(existsSync(goingBack), line).toBe(false)
      expect(await readdir(damaged), line).not.toEqual([])
    })
  }
  expect(seen).toEqual({
    before: expect.toSatisfy((n: number) => n >= 2),
    interrupted: expect.toSatisfy((n: number) => n >= 1),
    after: expect.toSatisfy((n: number) => n >= 1),
  })
}, 240_000)

it('bringing a board back from its second place is not done, and can be, or done', async () => {
  const secret = { kind: 'password', ...credentials } as const
  const bring: Question = ['snapshots.bringBack', { folder: stick, secret }]
  const empty = join(home, 'empty')
  await mkdir(empty)
  const deaths = deathsIn(await stepsOf(await fresh(empty, 'brought'), [bring], -1))
  const noted = deaths.findIndex(([, line]) => line.endsWith('keys.brought.json'))
  const seen = { before: 0, done: 0 }
  for (const [dieAt, line] of everySecond(deaths.slice(rounds(noted, 0)))) {
    const dataDir = await fresh(empty, `brought-${dieAt}`)
    await stepsOf(dataDir, [bring], dieAt)
    await openedBy(dataDir, async (app) => {
      const { state } = await app.as('chair').call('app.status', {})
      seen[state === 'ready' ? 'done' : 'before'] += 1
      if (state !== 'ready') {
        expect(state, line).toBe('needs-setup')
        expect(existsSync(dataPaths(dataDir).journalHead), line).toBe(false)
        await app.as('chair').call('snapshots.bringBack', { folder: stick, secret })
      }
      await app.as('chair').call('session.signIn', signIn[1])
      await isWhole(app, 2)
      expect(await restored(app), line).toHaveLength(1)
      expect(await app.as('chair').call('audit.losses', {}), line).toEqual([])
      expect(existsSync(dataPaths(dataDir).keysBrought), line).toBe(false)
    })
  }
  expect(seen.before).toBeGreaterThan(0)
  expect(seen.done).toBeGreaterThan(1)
}, 240_000)

it('a copy is whole, or none; the next one is made', async () => {
  const take: readonly Question[] = [signIn, ['snapshots.take', {}]]
  const deaths = deathsIn(await stepsOf(await fresh(whole, 'copied'), take, -1, true))
  expect(deaths.length).toBeGreaterThan(2)
  const { length } = await copiesIn(dataPaths(whole).snapshots)
  for (const [dieAt, line] of everySecond(deaths)) {
    const dataDir = await fresh(whole, `copied-${dieAt}`)
    await stepsOf(dataDir, take, dieAt, true)
    await openedBy(dataDir, async (app) => {
      await app.as('chair').call('session.signIn', signIn[1])
      await isWhole(app, 2)
      const states = async () =>
        (await app.as('chair').call('snapshots.list', {})).copies.map(({ state }) => state)
      expect(new Set(await states()), line).toEqual(new Set(['whole']))
      const { copies } = await app.as('chair').call('snapshots.take', {})
      expect(copies.length, line).toBeGreaterThan(length)
      expect(new Set(copies.map(({ state }) => state)), line).toEqual(new Set(['whole']))
      const left = (await readdir(dataPaths(dataDir).snapshots)).filter((name) =>
        /tmp|part/u.test(name),
      )
      expect(left, line).toEqual([])
    })
  }
}, 240_000)
