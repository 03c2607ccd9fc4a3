/** What can still be read of a damaged database comes along to the copy that takes its place. */
import { cp, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { databaseFilesOf, dataPaths } from '#main/common/files/data-paths.ts'
import { copiesIn } from '#main/copies/place.ts'
import type { VaultKeys } from '#main/vault/data-key.ts'
import { openVault } from '#main/vault/vault.ts'
import { CHEAP_ARGON, passwordOf, startBoard, type TestApp } from '#test/setup/app.ts'
import { complaintInput, takeComplaint } from '#test/setup/case.ts'
import { wordless } from '#test/setup/event-words.ts'
import { signInAll } from '#test/setup/letters.ts'
import { withSqlite } from '#test/setup/stores.ts'
import { name } from '../conflicts/fixtures/secret-case.ts'

const PAGE = 4096
const FLOWERS = ['phượng', 'bằng lăng', 'dã quỳ', 'thược dược', 'hải đường', 'ngọc lan']
const credentials = { username: 'chair', password: passwordOf('chair') }

let app: TestApp
let home: string
let keys: VaultKeys
/** A board with a case, a copy, and work after it; closed, without the copies of later. */
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'hoi-am-salvage-'))
  app = await startBoard('sqlite', {
    dataDir: join(home, 'data'),
    profileRoot: join(home, 'profile'),
  })
  await takeComplaint(app, { subject: 'Trước bản sao' })
  await app.as('chair').call('snapshots.take', {})
  for (const subject of FLOWERS) await takeComplaint(app, { subject })
  await closeWithoutCopy()
  keys = (await (await openVault(app.dataDir, { argon: CHEAP_ARGON })).unlock(credentials)).keys
})
afterEach(async () => {
  await app.remove()
  await rm(home, { recursive: true, force: true })
})

async function closeWithoutCopy(): Promise<void> {
  await app.close()
  const [newest] = await copiesIn(dataPaths(app.dataDir).snapshots)
  for (const end of ['.json', '.keys.json', '.db']) {
    await rm(join(dataPaths(app.dataDir).snapshots, newest!.name + end))
  }
}

const database = () => dataPaths(app.dataDir).database

async function flip(...pages: readonly number[]): Promise<void> {
  const bytes = await readFile(database())
  for (const page of pages) bytes.fill(7, (page - 1) * PAGE + 100, (page - 1) * PAGE + 200)
  await writeFile(database(), bytes)
}

const rootOf = (name: string): number =>
  withSqlite(database(), keys.databaseKey, (handle) =>
    handle.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(name),
  ) as number

async function goBack() {
  await app.restart()
  const back = app.window('back')
  const restored = await back.call('session.restore', credentials)
  const filter = { scope: 'all' } as const
  const { items } = await back.call('complaints.list', { filter, after: null, limit: 20 })
  const events = await back.call('audit.list', { personId: null, before: null, limit: 50 })
  expect(await back.call('audit.verify', {})).toMatchObject({ brokenAt: null })
  expect(wordless(events)).toEqual([])
  return {
    ...{ restored, back, subjects: items.map(({ subject }) => subject).toSorted() },
    restoredEvent: events.find(({ action }) => action === 'board.restored')!,
    toCheck: events
      .filter(({ action }) => action === 'complaint.toCheck')
      .map(({ complaintCode }) => complaintCode),
  }
}

const ALL = ['Trước bản sao', ...FLOWERS].toSorted()

describe('a database damaged', () => {
  it('in an index alone loses nothing: every row and entry of after the copy comes along', async () => {
    await flip(rootOf('complaint_due'))
    const { restored, back, subjects, restoredEvent } = await goBack()
    expect(restored.salvaged).toMatchObject({ complete: true })
    expect(restored.salvaged.entries).toBeGreaterThanOrEqual(FLOWERS.length)
    expect(subjects).toEqual(ALL)
    expect(await back.call('audit.losses', {})).toEqual([])
    expect(restoredEvent.changes.map(({ field }) => field)).toContain('entriesSalvaged')
    // The search finds what came along.
    const filter = { scope: 'all', search: 'thuoc duoc' } as const
    await expect
      .poll(async () => {
        const { items } = await back.call('complaints.list', { filter, after: null, limit: 5 })
        return items.map(({ subject }) => subject)
      })
      .toEqual(['thược dược'])
    expect((await back.call('complaints.create', complaintInput(app))).code).toBe('KN-2026-0008')
  })

  it('in the journal brings the cases along, and says which entries are missing and which cases to look through', async () => {
    await flip(rootOf('audit_event'))
    const { restored, back, subjects, toCheck } = await goBack()
    expect(subjects).toEqual(ALL)
    expect(restored.salvaged).toMatchObject({ entries: 0, complete: false })
    expect(restored.salvaged.complaints).toContain('KN-2026-0007')
    expect(toCheck.toSorted()).toEqual(restored.salvaged.complaints)
    expect(await back.call('audit.losses', {})).toMatchObject([{ kind: 'behind' }])
    // No number is lost, and none given twice.
    expect(await back.call('audit.lostNumbers', {})).toEqual([])
  })

  it('beside the journal brings the entries along, whose check then says where values are missing', async () => {
    await flip(rootOf('audit_value'))
    const { restored, back, subjects } = await goBack()
    expect(subjects).toEqual(ALL)
    expect(restored.salvaged.complete).toBe(false)
    expect(restored.salvaged.entries).toBeGreaterThanOrEqual(FLOWERS.length)
    const { missingAt } = await back.call('audit.verify', {})
    expect(missingAt).toBeGreaterThan(0)
  })

  it('in a table gives the copy’s rows of it, and lists the cases', async () => {
    await flip(rootOf('complaint_phone'))
    const { restored, subjects } = await goBack()
    expect(subjects).toEqual(ALL)
    expect(restored.salvaged.complete).toBe(false)
    expect(restored.salvaged.complaints).toContain('KN-2026-0002')
  })

  it('names no case to a chair from whom it is kept, in the answer or in the journal; others are told', async () => {
    await app.restart()
    await signInAll(app)
    const filter = { scope: 'all' } as const
    const page = { filter, after: null, limit: 20 }
    const { items } = await app.as('chair').call('complaints.list', page)
    const kept = items.find(({ code }) => code === 'KN-2026-0003')!
    await name(app, kept.id, 'chair')
    await closeWithoutCopy()
    await flip(rootOf('complaint_phone'))
    const { restored, toCheck } = await goBack()
    expect(restored.salvaged.complaints).toContain('KN-2026-0002')
    expect([...restored.salvaged.complaints, ...toCheck]).not.toContain('KN-2026-0003')
    await app.signIn('auditor')
    const asked = { personId: null, before: null, limit: 100 }
    const told = await app.as('auditor').call('audit.list', asked)
    const codes = told.filter(({ action }) => action === 'complaint.toCheck')
    expect(codes.map(({ complaintCode }) => complaintCode)).toContain('KN-2026-0003')
  })

  it('in its first page gives nothing but the copy', async () => {
    await flip(1)
    const { restored, subjects } = await goBack()
    expect(restored.salvaged).toEqual({ entries: 0, complete: false, complaints: [] })
    expect(subjects).toEqual(['Trước bản sao'])
  })

  it.each([0.3, 0.6, 0.9])(
    'by being cut off at %s of its length never stops going back',
    async (part) => {
      const { length } = await readFile(database())
      await truncate(database(), Math.floor((length * part) / PAGE) * PAGE)
      const { subjects } = await goBack()
      expect(subjects).toContain('Trước bản sao')
    },
  )

  it('in any page anywhere never stops going back, and never brings a row that breaks the schema', async () => {
    const { length } = await readFile(database())
    const pages = length / PAGE
    const whole = await readFile(database())
    const dataDir = app.dataDir
    await cp(dataDir, join(home, 'whole'), { recursive: true })
    for (const page of [2, 7, Math.floor(pages / 3), Math.floor(pages / 2), pages - 1]) {
      for (const path of databaseFilesOf(database())) await rm(path, { force: true })
      await cp(join(home, 'whole'), dataDir, { recursive: true, force: true })
      await writeFile(database(), whole)
      await flip(page, page + 1)
      const { subjects } = await goBack()
      expect(subjects, `page ${page}`).toContain('Trước bản sao')
      await app.close()
    }
  })
})

it('an older database beside a newer copy brings nothing back that was changed since', async () => {
  const snapshots = dataPaths(app.dataDir).snapshots
  const old = await readFile((await copiesIn(snapshots)).at(-1)!.database)
  await app.restart()
  await app.signIn('chair')
  await app.as('chair').call('snapshots.take', {})
  await app.close()
  await writeFile(database(), old)
  for (const end of ['-wal', '-shm']) await rm(database() + end, { force: true })
  await flip(rootOf('complaint_due'))
  const { restored, subjects } = await goBack()
  expect(restored.salvaged).toEqual({ entries: 0, complete: false, complaints: [] })
  expect(subjects).toEqual(ALL)
})
