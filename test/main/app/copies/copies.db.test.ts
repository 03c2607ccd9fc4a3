/** Copies of the database: made when nobody is signed in any more, kept sparingly, and good for starting again. */
import { copyFile, cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { DomainError } from '#core/kernel/errors.ts'
import { openWorkspace } from '#main/workspace/workspace.ts'
import { copiesIn, copyFiles } from '#main/copies/place.ts'
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
import { eventually } from '#test/setup/eventually.ts'
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
/** Names of the copies there are, oldest first. */
const copies = async () => (await copiesIn(folder())).map(({ name }) => name).toReversed()
const databaseOf = (name: string) => copyFiles(folder(), name).database

async function everybodyLeaves(): Promise<void> {
  for (const key of PERSON_KEYS) await app.as(key).call('session.signOut', {})
}

/** Nobody waits for a copy: it is there some time after the last one left. */
const thereAre = (count: number) =>
  eventually(async () => expect(await copies()).toHaveLength(count))

it('the last who leaves has one made, every time: what was done since is in a copy', async () => {
  expect(await copies()).toEqual([])
  await everybodyLeaves()
  await thereAre(1)
  for (const [subject, count] of [
    ['Buổi sáng', 2],
    ['Buổi chiều cùng ngày', 3],
  ] as const) {
    await app.signIn('chair')
    await app.signIn('intake')
    await takeComplaint(app, { subject })
    await app.as('intake').call('session.signOut', {})
    await app.as('chair').call('session.signOut', {})
    await thereAre(count)
  }
  const [newest] = await copiesIn(folder())
  expect(newest!.manifest).toMatchObject({ complaints: 2, lastEntryAt: app.clock.now() })
})

it('whoever comes while it is being made finds the board at once', async () => {
  await app.restart({ copyWorkerUrl: new URL('./fixtures/held-copy-worker.ts', import.meta.url) })
  await app.signIn('chair')
  await app.as('chair').call('session.signOut', {})
  await app.signIn('deputy')
  expect(await app.as('deputy').call('people.names', {})).toHaveLength(PERSON_KEYS.length)
  expect((await copies()).length, 'only the one of the restart').toBe(1)
  await writeFile(join(app.dataDir, 'go-on'), '')
  await thereAre(2)
})

it('the end of the program has one made too, and what was cut short is cleared away', async () => {
  await writeFile(join(folder(), 'copying.db.part'), 'half')
  await app.restart()
  expect(await copies()).toEqual([expect.stringMatching(/^board-\d{12}-.+Z$/u)])
  expect((await readdir(folder())).filter((name) => name.includes('part'))).toEqual([])
})

it('the chair has one made now, sees how many there are, and it is on record', async () => {
  const taken = await app.as('chair').call('snapshots.take', {})
  expect(taken.problem).toBeNull()
  expect(taken.copies).toMatchObject([
    { at: app.clock.now(), state: 'whole', lost: 0, complaints: 0 },
  ])
  expect(await app.as('chair').call('snapshots.list', {})).toEqual(taken)
  const [last] = await app
    .as('auditor')
    .call('audit.list', { personId: null, before: null, limit: 1 })
  expect(last).toMatchObject({ action: 'snapshot.taken', personId: app.ids.chair })
  for (const key of ['deputy', 'investigator', 'intake', 'auditor'] as const) {
    for (const route of ['snapshots.take', 'snapshots.rehearse', 'snapshots.list'] as const) {
      expect(await app.as(key).refused(route, {})).toMatchObject({ code: 'FORBIDDEN' })
    }
  }
})

it('the chair has going back tried: it is said how it went, is on record, and changes nothing', async () => {
  await takeComplaint(app)
  await app.as('chair').call('snapshots.take', {})
  const { rehearsal, copies: kept } = await app.as('chair').call('snapshots.rehearse', {})
  expect(rehearsal).toEqual({
    ...{ at: app.clock.now(), madeAt: app.clock.now(), complaints: 1, files: 0, faults: [] },
  })
  const [last] = await app
    .as('auditor')
    .call('audit.list', { personId: null, before: null, limit: 1 })
  expect(last).toMatchObject({ action: 'copy.rehearsed', personId: app.ids.chair })
  // Somebody alters what the copy says of itself.
  const { manifest } = copyFiles(folder(), kept[0]!.name)
  const text = await readFile(manifest, 'utf8')
  await writeFile(manifest, text.replace('"complaints": 1', '"complaints": 2'))
  const after = await app.as('chair').call('snapshots.rehearse', {})
  expect(after.copies).toMatchObject([{ state: 'altered' }])
  expect(after.rehearsal?.faults).toContain('database')
  const events = await app
    .as('auditor')
    .call('audit.list', { personId: null, before: null, limit: 1 })
  expect(wordless(events)).toEqual([])
  expect(await app.as('chair').call('audit.verify', {})).toMatchObject({ brokenAt: null })
})

it('one that fails keeps nobody’s board open, and the settings say so until one succeeds', async () => {
  const aside = `${folder()} aside`
  await rename(folder(), aside)
  await writeFile(folder(), 'in the way')
  expect(await app.as('chair').refused('snapshots.take', {})).toMatchObject({
    code: 'DATA_FOLDER_UNFIT',
  })
  await everybodyLeaves()
  await app.signIn('chair')
  await rm(folder())
  await rename(aside, folder())
  const { problem, copies: none } = await app.as('chair').call('snapshots.list', {})
  expect(problem).toBe('DATA_FOLDER_UNFIT')
  expect(none).toEqual([])
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
  await copyFile(databaseOf(copy), join(dataDir, 'hoi-am.db'))
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
    const madeAt = app.clock.now()
    app.clock.forward(5)
    await takeComplaint(app, { subject: 'Sau bản sao' })
    await meanwhile(async () => {
      // The copy made when the program ended is damaged as well; the one before it is whole.
      const [older, newer = ''] = await copies()
      expect(older).toContain(madeAt.slice(0, 10))
      await damage(databaseOf(newer))
      // Nothing can be read of a database without its first page.
      await writeFile(database(), (await readFile(database())).fill(7, 0, 4096))
    })
    const restored = await window().call('session.restore', credentials)
    expect(restored).toMatchObject({ madeAt, person: { username: 'chair' } })
    const filter = { scope: 'all' } as const
    const { items } = await window().call('complaints.list', { filter, after: null, limit: 9 })
    expect(items.map(({ code }) => code)).toEqual([before.code])
    expect(await window().call('audit.verify', {})).toMatchObject({ brokenAt: null })
    const page = { personId: null, before: null, limit: 2 }
    const [signedIn, last] = await window().call('audit.list', page)
    expect(signedIn?.action).toBe('session.signedIn')
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
    for (const name of await copies()) await damage(databaseOf(name))
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
