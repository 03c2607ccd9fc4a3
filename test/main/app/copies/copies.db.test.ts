/** Copies of the database: made when nobody is signed in any more, kept sparingly, and good for starting again. */
import { copyFile, cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { addDays, instantOfVietnam, vietnamDate, type Instant } from '#core/kernel/calendar.ts'
import { DomainError } from '#core/kernel/errors.ts'
import { openWorkspace } from '#main/workspace/workspace.ts'
import { snapshotName } from '#main/files/snapshot-keeping.ts'
import { openVault } from '#main/vault/vault.ts'
import {
  CHEAP_ARGON,
  passwordOf,
  PERSON_KEYS,
  startApp,
  startBoard,
  type TestApp,
} from '#test/setup/app.ts'
import { takeComplaint } from '#test/setup/case.ts'
import { wordless } from '#test/setup/event-words.ts'

let app: TestApp
beforeEach(async () => {
  app = await startBoard('sqlite')
})
afterEach(async () => {
  expect(app.logs, 'nothing unexpected happened').toEqual([])
  await app.remove()
})

const folder = () => join(app.dataDir, 'snapshots')
const copies = async () => (await readdir(folder())).toSorted()
const now = (): Instant => new Date().toISOString()

async function everybodyLeaves(): Promise<void> {
  for (const key of PERSON_KEYS) await app.as(key).call('session.signOut', {})
}

/** Signing in waits until the board is put away. */
async function come(): Promise<void> {
  await app.signIn('chair')
}

it('the last who leaves has one made, the first of a day only', async () => {
  expect(await copies()).toEqual([])
  await everybodyLeaves()
  await come()
  const first = await copies()
  expect(first).toHaveLength(1)
  await app.as('chair').call('session.signOut', {})
  await come()
  expect(await copies()).toEqual(first)
})

it('whoever comes while the last one leaves finds the board, once the copy is made', async () => {
  for (const key of PERSON_KEYS.filter((each) => each !== 'chair')) {
    await app.as(key).call('session.signOut', {})
  }
  const leaving = app.as('chair').call('session.signOut', {})
  const coming = app.signIn('deputy')
  await Promise.all([leaving, coming])
  await leaving
  expect(await app.as('deputy').call('people.names', {})).toHaveLength(PERSON_KEYS.length)
  await app.as('deputy').call('session.signOut', {})
  await app.signIn('deputy')
  expect(await copies()).toHaveLength(1)
})

it('the end of the program has one made too, and what was cut short is cleared away', async () => {
  await writeFile(join(folder(), 'hoi-am-2026-01-01T00-00-00-000Z.db.part'), 'half')
  await app.restart()
  const [only, ...others] = await copies()
  expect(only).toMatch(/^hoi-am-.+Z\.db$/u)
  expect(others).toEqual([])
})

it('old ones go: a copy of each week, then of each month', async () => {
  const today = vietnamDate(now())
  const ages = [1, 2, 40, 41, 400]
  const name = (age: number) => snapshotName(instantOfVietnam(addDays(today, -age), '12:00'))
  for (const age of ages) await writeFile(join(folder(), name(age)), '')
  await everybodyLeaves()
  await come()
  const left = new Set(await copies())
  expect(left.size).toBe(4 + (left.has(name(41)) ? 1 : 0))
  expect(ages.filter((age) => left.has(name(age))).slice(0, 3)).toEqual([1, 2, 40])
  expect(left.has(name(400))).toBe(false)
})

it('the chair has one made now, sees how many there are, and it is on record', async () => {
  const taken = await app.as('chair').call('snapshots.take', {})
  expect(taken.problem).toBeNull()
  expect(taken.moments).toHaveLength(1)
  expect(await app.as('chair').call('snapshots.list', {})).toEqual(taken)
  const [last] = await app
    .as('auditor')
    .call('audit.list', { personId: null, before: null, limit: 1 })
  expect(last).toMatchObject({ action: 'snapshot.taken', personId: app.ids.chair })
  for (const key of ['deputy', 'investigator', 'intake', 'auditor'] as const) {
    expect(await app.as(key).refused('snapshots.take', {})).toMatchObject({ code: 'FORBIDDEN' })
  }
})

it('one that fails keeps nobody’s board open, and the settings say so until one succeeds', async () => {
  const aside = `${folder()} aside`
  await rename(folder(), aside)
  await writeFile(folder(), 'in the way')
  expect(await app.as('chair').refused('snapshots.take', {})).toMatchObject({
    code: 'DATA_FOLDER_UNFIT',
  })
  await everybodyLeaves()
  await come()
  await rm(folder())
  await rename(aside, folder())
  const { problem, moments } = await app.as('chair').call('snapshots.list', {})
  expect(problem).toBe('DATA_FOLDER_UNFIT')
  expect(moments).toEqual([])
  expect((await app.as('chair').call('snapshots.take', {})).problem).toBeNull()
})

it('put in the place of a lost database, it is the board as it was, its journal whole', async () => {
  const before = await takeComplaint(app, { subject: 'Trước khi hỏng' })
  await app.as('chair').call('snapshots.take', {})
  await takeComplaint(app, { subject: 'Sau bản sao' })
  const [copy = ''] = await copies()

  const dataDir = await mkdtemp(join(tmpdir(), 'hoi-am-drill-'))
  await cp(app.dataDir, dataDir, { recursive: true })
  for (const end of ['', '-wal', '-shm'])
    await rm(join(dataDir, `hoi-am.db${end}`), { force: true })
  await rm(join(dataDir, 'instance.lock'), { force: true })
  await copyFile(join(dataDir, 'snapshots', copy), join(dataDir, 'hoi-am.db'))
  const restored = await startApp('sqlite', { dataDir })
  try {
    await restored.signIn('chair')
    const filter = { scope: 'all' } as const
    const { items } = await restored
      .as('chair')
      .call('complaints.list', { filter, after: null, limit: 50 })
    expect(items.map(({ code, subject }) => [code, subject])).toEqual([
      [before.code, 'Trước khi hỏng'],
    ])
    expect(await restored.as('chair').call('audit.verify', {})).toMatchObject({ brokenAt: null })
  } finally {
    await restored.remove()
  }
})

describe('a database that was damaged', () => {
  const credentials = { username: 'chair', password: passwordOf('chair') }
  const database = () => join(app.dataDir, 'hoi-am.db')

  /** Everybody leaves, the program ends, something happens to the file, the program starts again. */
  async function meanwhile(act: () => Promise<void>): Promise<void> {
    await app.close()
    await act()
    await app.restart()
  }
  async function damage(file: string): Promise<void> {
    const bytes = await readFile(file)
    // A page in the middle: the first would be enough, but is not what a failing disk chooses.
    bytes.fill(0, bytes.length >> 1, (bytes.length >> 1) + 512)
    await writeFile(file, bytes)
  }
  const window = () => app.window('after the damage')
  let lastAside = ''
  /** The board's folder once more, for a hand of one's own. */
  async function aside(): Promise<string> {
    await app.close()
    lastAside = await mkdtemp(join(tmpdir(), 'hoi-am-aside-'))
    await cp(app.dataDir, lastAside, { recursive: true })
    await app.restart()
    return lastAside
  }
  afterEach(() => (lastAside === '' ? undefined : rm(lastAside, { recursive: true, force: true })))
  const vaultOf = async (dataDir: string) =>
    (await openVault(dataDir, { argon: CHEAP_ARGON })).unlock(credentials)

  it('is put back to the newest whole copy by its chair; what was there is set aside', async () => {
    const before = await takeComplaint(app, { subject: 'Trước khi hỏng' })
    await app.as('chair').call('snapshots.take', {})
    const madeAt = instantOfVietnam(addDays(vietnamDate(now()), -1), '22:00')
    const [yesterdays = ''] = await copies()
    await rename(join(folder(), yesterdays), join(folder(), snapshotName(madeAt)))
    await takeComplaint(app, { subject: 'Sau bản sao' })
    await meanwhile(async () => {
      // The copy made when the program ended is damaged as well; the one before it is whole.
      const [older, newer = ''] = await copies()
      expect(older).toBe(snapshotName(madeAt))
      await damage(join(folder(), newer))
      await damage(database())
    })
    const restored = await window().call('session.restore', credentials)
    expect(restored).toMatchObject({ madeAt, person: { username: 'chair' } })
    const filter = { scope: 'all' } as const
    const { items } = await window().call('complaints.list', { filter, after: null, limit: 9 })
    expect(items.map(({ code }) => code)).toEqual([before.code])
    expect(await window().call('audit.verify', {})).toMatchObject({ brokenAt: null })
    const [last] = await window().call('audit.list', { personId: null, before: null, limit: 1 })
    expect(last).toMatchObject({
      action: 'board.restored',
      changes: [{ field: 'madeAt', from: null, to: madeAt }],
    })
    expect(wordless([last!])).toEqual([])
    const [aside = ''] = await readdir(join(app.dataDir, 'damaged'))
    expect(await readdir(join(app.dataDir, 'damaged', aside))).toContain('hoi-am.db')
  })

  it('in a page nobody has asked for is found by the copy, and the next who comes is told', async () => {
    await takeComplaint(app)
    const { keys } = await vaultOf(app.dataDir)
    const desk = await openWorkspace({ dataDir: await aside(), vault: { argon: CHEAP_ARGON } })
    try {
      await damage(join(lastAside, 'hoi-am.db'))
      await desk.unlock(keys)
      await expect(desk.takeSnapshot()).rejects.toMatchObject({ code: 'DATABASE_DAMAGED' })
      expect((await desk.snapshots()).problem).toBe('DATABASE_DAMAGED')
      await desk.lock()
      await expect(desk.unlock(keys)).rejects.toMatchObject({ code: 'DATABASE_DAMAGED' })
    } finally {
      await desk.close()
    }
  })

  it('was only thought to be one, when the whole file holds after all', async () => {
    const { keys } = await vaultOf(app.dataDir)
    const desk = await openWorkspace({ dataDir: await aside(), vault: { argon: CHEAP_ARGON } })
    try {
      const { store } = await desk.unlock(keys)
      const work = () => Promise.reject(new DomainError('DATABASE_DAMAGED'))
      await expect(store.read(work)).rejects.toMatchObject({ code: 'DATABASE_DAMAGED' })
      await desk.lock()
      expect((await desk.unlock(keys)).keys).toBe(keys)
    } finally {
      await desk.close()
    }
  })

  it('that is gone altogether is put back too', async () => {
    await takeComplaint(app)
    await meanwhile(() => rm(database()))
    expect((await window().refused('session.signIn', credentials)).code).toBe('DATABASE_DAMAGED')
    await window().call('session.restore', credentials)
    const filter = { scope: 'all' } as const
    const { items } = await window().call('complaints.list', { filter, after: null, limit: 9 })
    expect(items).toHaveLength(1)
  })

  it('is not put back by anybody else, nor with a wrong password, nor without a whole copy', async () => {
    await meanwhile(() => damage(database()))
    const damaged = await readFile(database())
    const wrong = { ...credentials, password: 'sai mật khẩu rồi' }
    expect((await window().refused('session.restore', wrong)).code).toBe('WRONG_CREDENTIALS')
    const deputy = { username: 'deputy', password: passwordOf('deputy') }
    expect((await window().refused('session.restore', deputy)).code).toBe('FORBIDDEN')
    for (const name of await copies()) await damage(join(folder(), name))
    expect(await window().refused('session.restore', credentials)).toMatchObject({
      ...{ code: 'NOT_FOUND', issues: [{ code: 'NO_SNAPSHOT' }] },
    })
    expect((await readFile(database())).equals(damaged), 'nothing was touched').toBe(true)
    expect(await readdir(app.dataDir)).not.toContain('damaged')
  })

  it('that is whole after all stays: nobody takes back what was recorded', async () => {
    await takeComplaint(app)
    await app.restart()
    expect(await window().refused('session.restore', credentials)).toMatchObject({
      ...{ code: 'NOT_ALLOWED', issues: [{ code: 'DATABASE_WHOLE' }] },
    })
    await app.signIn('chair')
    expect(await window().refused('session.restore', credentials)).toMatchObject({
      ...{ code: 'NOT_ALLOWED', issues: [{ code: 'BOARD_IN_USE' }] },
    })
  })
})
