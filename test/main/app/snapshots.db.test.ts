/** Copies of the database: made when nobody is signed in any more, kept sparingly, and good for starting again. */
import { copyFile, cp, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { addDays, instantOfVietnam, vietnamDate, type Instant } from '#core/kernel/calendar.ts'
import { snapshotName } from '#main/files/snapshot-keeping.ts'
import { PERSON_KEYS, startApp, startBoard, type TestApp } from '#test/setup/app.ts'
import { takeComplaint } from '#test/setup/case.ts'

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
