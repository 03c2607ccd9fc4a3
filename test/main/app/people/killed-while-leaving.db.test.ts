/** The core is killed while somebody is let go: they are in, with everything as before, or out, with everything done. */
import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { dataPaths } from '#main/common/files/data-paths.ts'
import { opensWith } from '#main/db/copies/database-copy.ts'
import { openVault } from '#main/vault/vault.ts'
import {
  CHEAP_ARGON,
  passwordOf,
  PERSON_KEYS,
  RESOURCES,
  startApp,
  startBoard,
  type PersonKey,
  type TestApp,
} from '#test/setup/app.ts'
import { takeComplaint } from '#test/setup/case.ts'
import { keep, rounds } from '#test/setup/promises.ts'

const SCRIPT = fileURLToPath(new URL('./fixtures/let-somebody-go.ts', import.meta.url))
const KILLS = rounds(4, 30)
const staying = PERSON_KEYS.filter((key) => key !== 'intake')

let home: string
/** A board on which the chair has asked that the intake be let go. */
let asked: string
let ids: TestApp['ids']
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'hoi-am-killed-leaving-'))
  asked = join(home, 'asked')
  const app = await startBoard('sqlite', { dataDir: join(home, 'board') })
  for (let n = 0; n < rounds(5, 400); n += 1) {
    await takeComplaint(app, { narrative: 'đã gọi ba lần. '.repeat(1_200) })
  }
  const people = await app.as('chair').call('people.list', {})
  const intake = people.find(({ username }) => username === 'intake')!
  await app.as('chair').call('approvals.requestRoleChange', {
    ...{ personId: intake.id, version: intake.version, role: 'intake' },
    ...{ active: false, reason: 'Nghỉ việc' },
  })
  ids = { ...app.ids }
  await app.close()
  await cp(app.dataDir, asked, { recursive: true })
  await app.remove()
}, 120_000)
afterAll(() => rm(home, { recursive: true, force: true }))

/** Lets them go in a process of its own and kills it so many milliseconds after it began to. Says how long it took. */
async function letGo(dataDir: string, killAfter: number): Promise<number> {
  const child = spawn(process.execPath, [SCRIPT, dataDir, RESOURCES, passwordOf('deputy')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let began = 0
  let took = 0
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'deciding') {
      began = performance.now()
      if (Number.isFinite(killAfter)) setTimeout(() => child.kill('SIGKILL'), killAfter)
    } else took = performance.now() - began
  }
  expect(began, 'it came so far').toBeGreaterThan(0)
  return took
}

async function stateOf(dataDir: string, first: PersonKey): Promise<'in' | 'out'> {
  const app = await startApp('sqlite', { dataDir })
  try {
    const trySignIn = (key: PersonKey) =>
      app.as(key).ask('session.signIn', {
        ...{ username: key, password: passwordOf(key), clockConfirmed: true },
      })
    if (first !== 'intake') expect(await trySignIn(first), first).toMatchObject({ ok: true })
    const leaver = await trySignIn('intake')
    for (const key of staying) expect(await trySignIn(key), key).toMatchObject({ ok: true })
    const chair = app.as('chair')
    expect(await chair.call('audit.verify', {})).toMatchObject({ brokenAt: null })
    expect(await chair.call('audit.losses', {})).toEqual([])
    const intake = (await chair.call('people.list', {})).find(({ id }) => id === ids.intake)
    const pending = await app.as('deputy').call('approvals.pending', {})
    const { epoch } = (await signedIn(dataDir)).keys
    // The decision, the row, the keys: all of it or nothing of it.
    expect({ active: intake?.active, waits: pending.length, epoch }).toEqual(
      leaver.ok ? { active: true, waits: 1, epoch: 1 } : { active: false, waits: 0, epoch: 2 },
    )
    await takeComplaint(app).catch(() => undefined)
    await app.as('chair').call('snapshots.take', {})
    for (const left of [dataPaths(dataDir).keysNext, dataPaths(dataDir).rekeying]) {
      expect(existsSync(left), left).toBe(false)
    }
    return leaver.ok ? 'in' : 'out'
  } finally {
    await app.remove()
  }
}

async function signedIn(dataDir: string) {
  const opensDatabase = async () => false
  const vault = await openVault(dataDir, { argon: CHEAP_ARGON, opensDatabase })
  return vault.unlock({ username: 'deputy', password: passwordOf('deputy') })
}

it(
  `is in or out, and the board whole, whenever the core is killed (${KILLS} times)`,
  { timeout: 60_000 + KILLS * 60_000 },
  async (context) => {
    const whole = join(home, 'whole')
    await cp(asked, whole, { recursive: true })
    const took = await letGo(whole, Number.POSITIVE_INFINITY)
    const theirs = await openVault(asked, { argon: CHEAP_ARGON })
    const { keys } = await theirs.unlock({ username: 'intake', password: passwordOf('intake') })
    expect(opensWith(dataPaths(whole).database, keys.databaseKey)).toBe(false)
    expect(await stateOf(whole, 'chair')).toBe('out')

    const found = { in: 0, out: 0 }
    for (let kill = 0; kill < KILLS; kill += 1) {
      const dataDir = join(home, `killed-${kill}`)
      await cp(asked, dataDir, { recursive: true })
      // Evenly over the time it takes, and a little at random.
      await letGo(dataDir, (took * (kill + randomInt(100) / 100)) / KILLS)
      found[await stateOf(dataDir, kill % 2 === 0 ? 'intake' : 'chair')] += 1
    }
    expect(found.in + found.out).toBe(KILLS)
    const figure = `${KILLS} of ${KILLS} (${found.in} in, ${found.out} out)`
    keep(context, { promise: 'R36', figure, goal: `${KILLS} of ${KILLS}` })
  },
)

it.each([
  ['before the database was replaced', false],
  ['after it, before the key file was', true],
])('a kill just %s is found out by whoever comes next', async (_, replaced) => {
  const dataDir = join(home, `between-${replaced}`)
  const done = join(home, `done-${replaced}`)
  for (const each of [dataDir, done]) await cp(asked, each, { recursive: true })
  await letGo(done, Number.POSITIVE_INFINITY)
  const [paths, after] = [dataPaths(dataDir), dataPaths(done)]
  const next = await readFile(after.keys)
  // As it lies on the disk then: the next keys written, the present ones in place.
  await cp(after.keys, paths.keysNext)
  await cp(after.database, replaced ? paths.database : paths.rekeying)
  expect(await stateOf(dataDir, replaced ? 'intake' : 'chair')).toBe(replaced ? 'out' : 'in')
  const keys = await openVault(done, { argon: CHEAP_ARGON })
  expect(keys.epoch()).toBe(2)
  expect(next.length).toBeGreaterThan(0)
})
