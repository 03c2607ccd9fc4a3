/** Which copies there are to go back to, on a damaged board and on a machine that has none. */
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { databaseFilesOf, dataPaths } from '#main/common/files/data-paths.ts'
import { copiesIn, copyFiles } from '#main/copies/place.ts'
import { storedFilePath } from '#main/files/file-store.ts'
import { passwordOf, startApp, startBoard, type TestApp } from '#test/setup/app.ts'
import { approvedLetter, issue, readyComplaint, takeComplaint } from '#test/setup/case.ts'
import { wordless } from '#test/setup/event-words.ts'

let app: TestApp
let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'hoi-am-going-back-'))
  app = await startBoard('sqlite', { dataDir: join(home, 'data') })
})
afterEach(async () => {
  expect(app.logs, 'nothing unexpected happened').toEqual([])
  await app.remove()
  await rm(home, { recursive: true, force: true })
})

const credentials = { username: 'chair', password: passwordOf('chair') }
const snapshots = () => dataPaths(app.dataDir).snapshots
const copyNow = () => app.as('chair').call('snapshots.take', {})
const namesOn = async (board: TestApp) => {
  const filter = { scope: 'all' } as const
  const { items } = await board
    .window('back')
    .call('complaints.list', { filter, after: null, limit: 20 })
  return items.map(({ code }) => code).toSorted()
}

async function loseDatabase(): Promise<void> {
  await app.close()
  for (const path of databaseFilesOf(dataPaths(app.dataDir).database)) {
    await rm(path, { force: true })
  }
  await app.restart()
}

describe('a password that was set after the copy', () => {
  it('makes nobody a second person by what the copy says of the account', async () => {
    await copyNow()
    const [copy] = await copiesIn(snapshots())
    const oneTime = 'một lần rồi thôi 6402'
    const order = { id: app.ids.deputy, newPassword: oneTime }
    await app.as('chair').call('people.resetPassword', order)
    await loseDatabase()
    const back = app.window('back')
    await back.call('session.restore', { ...credentials, from: copy!.name })
    const deputy = app.window('deputy')
    const inside = await deputy.call('session.signIn', { username: 'deputy', password: oneTime })
    expect(inside).toMatchObject({ oneTimePassword: true, setByOthers: { cause: 'recovered' } })
    const own = { currentPassword: oneTime, newPassword: 'sương mù phủ đồi chè 7706' }
    await deputy.call('session.changePassword', own)
    const { approving, notices } = await deputy.call('people.accounts', {})
    expect(approving).toMatchObject({ allowed: false, reasons: [{ code: 'ACCOUNT_UNCONFIRMED' }] })
    expect(notices.map(({ id }) => id)).toEqual([app.ids.deputy])
    const events = await back.call('audit.list', { personId: null, before: null, limit: 20 })
    const restored = events.filter(({ action }) => action === 'board.restored')
    expect(restored[0]?.changes).toContainEqual({
      ...{ field: 'accountsInDoubt', from: null, to: ['deputy'] },
    })
    expect(wordless(restored)).toEqual([])
  })
})

describe('the copies of a damaged board', () => {
  it('are listed with what they say of themselves, the damaged ones too, and the newest usable one named', async () => {
    await takeComplaint(app)
    await copyNow()
    await takeComplaint(app)
    await copyNow()
    await takeComplaint(app)
    await loseDatabase()
    const [newest, middle] = await copiesIn(snapshots())
    await truncate(newest!.database, 4096)
    const back = app.window('back')
    const list = await back.call('session.copies', credentials)
    expect(list.newest).toBe(middle!.name)
    expect(list.copies.slice(0, 2)).toMatchObject([
      { name: newest!.name, state: 'altered', complaints: 3 },
      { name: middle!.name, state: 'whole', complaints: 2, lost: 0 },
    ])
    expect(list.copies[0]!.lastEntryAt).not.toBeNull()
  })

  it('are told to nobody who does not prove who they are', async () => {
    await loseDatabase()
    const wrong = { ...credentials, password: 'sai mật khẩu rồi' }
    const refused = await app.window('back').refused('session.copies', wrong)
    expect(refused.code).toBe('WRONG_CREDENTIALS')
  })

  it('can each be chosen; the one that cannot be used after all gives way to the next older one', async () => {
    const first = await takeComplaint(app)
    await copyNow()
    const second = await takeComplaint(app)
    await copyNow()
    await takeComplaint(app)
    await loseDatabase()
    const [, middle, oldest] = await copiesIn(snapshots())
    const damaged = await readFile(middle!.database)
    damaged.fill(7, 8192, 8292)
    await writeFile(middle!.database, damaged)
    const back = app.window('back')
    const chosen = { ...credentials, from: middle!.name }
    const { madeAt } = await back.call('session.restore', chosen)
    expect(madeAt).toBe(oldest!.at)
    expect(await namesOn(app)).toEqual([first.code])
    expect(second.code).toBe('KN-2026-0002')
  })

  it('of the database alone are called so, and bring back what its cases name and the folder still has', async () => {
    const { id } = await readyComplaint(app)
    const { pdfSha256 } = await issue(app, await approvedLetter(app, id))
    await copyNow()
    await loseDatabase()
    const [newest, ...older] = await copiesIn(snapshots())
    for (const { name } of older)
      for (const path of Object.values(copyFiles(snapshots(), name)))
        await rm(path, { force: true })
    await rename(newest!.database, join(snapshots(), 'hoi-am-2026-11-22T08-30-00-000Z.db'))
    for (const end of ['json', 'keys.json']) await rm(join(snapshots(), `${newest!.name}.${end}`))
    await rm(join(snapshots(), 'files'), { recursive: true })
    const back = app.window('back')
    const { copies, newest: name } = await back.call('session.copies', credentials)
    expect(copies).toMatchObject([{ name, state: 'databaseOnly', complaints: null }])
    const { filesLost } = await back.call('session.restore', credentials)
    expect(filesLost).toBe(0)
    expect(await readFile(storedFilePath(dataPaths(app.dataDir).files, pdfSha256!))).not.toBeNull()
  })

  it('say how many letters and files of evidence could not be brought back, on record too', async () => {
    const { id } = await readyComplaint(app)
    const { pdfSha256 } = await issue(app, await approvedLetter(app, id))
    await copyNow()
    await app.close()
    await rm(storedFilePath(dataPaths(app.dataDir).files, pdfSha256!))
    await rm(storedFilePath(join(snapshots(), 'files'), pdfSha256!))
    await loseDatabase()
    const back = app.window('back')
    expect((await back.call('session.restore', credentials)).filesLost).toBe(1)
    const events = await back.call('audit.list', { personId: null, before: null, limit: 5 })
    const restored = events.filter(({ action }) => action === 'board.restored')
    expect(restored[0]?.changes).toContainEqual({ field: 'filesLost', from: null, to: 1 })
    expect(wordless(restored)).toEqual([])
  })

  it('may lie elsewhere: the folder of the data has none', async () => {
    const { code } = await takeComplaint(app)
    await copyNow()
    await app.close()
    await rename(snapshots(), join(home, 'stick'))
    await mkdir(snapshots())
    await loseDatabase()
    const back = app.window('back')
    expect((await back.refused('session.signIn', credentials)).code).toBe('DATABASE_DAMAGED')
    expect(await back.refused('session.restore', credentials)).toMatchObject({
      ...{ code: 'NOT_FOUND', issues: [{ code: 'NO_SNAPSHOT' }] },
    })
    for (const place of [join(home, 'nowhere'), 'stick', home]) {
      expect(await back.refused('session.copies', { ...credentials, place })).toEqual({
        ...{ code: 'NOT_FOUND', issues: [{ path: 'place', code: 'NO_SNAPSHOT' }] },
      })
    }
    await back.call('session.restore', { ...credentials, place: join(home, 'stick') })
    expect(await namesOn(app)).toEqual([code])
  })
})

describe('a machine without a board', () => {
  const FRESH = 'bông lúa chín vàng 6620'
  let fresh: TestApp
  let recoveryKey: string
  /** A board with a letter and its copies, of which only the folder of copies is left, somewhere. */
  beforeEach(async () => {
    const { password } = credentials
    recoveryKey = (await app.as('chair').call('setup.renewRecoveryKey', { password })).recoveryKey
    const { id } = await readyComplaint(app)
    await issue(app, await approvedLetter(app, id))
    await copyNow()
    await app.close()
    fresh = await startApp('sqlite', { dataDir: join(home, 'fresh') })
  })
  afterEach(async () => {
    expect(fresh.logs, 'nothing unexpected happened').toEqual([])
    await fresh.remove()
  })

  async function expectWhole(): Promise<void> {
    expect(await namesOn(fresh)).toEqual(['KN-2026-0001'])
    const back = fresh.window('back')
    expect(await back.call('audit.verify', {})).toMatchObject({ brokenAt: null })
    const letters = await back.call('letters.list', {
      filter: {},
      after: null,
      limit: 10,
    })
    const issued = letters.find(({ state }) => state === 'issued')
    const { ticket } = await back.call('letters.export', { id: issued!.id })
    expect(await back.download(ticket)).toMatchObject({ ok: true })
  }

  it('goes back with the recovery key alone, from copies in its own folder; the program says that they are there', async () => {
    await cp(snapshots(), dataPaths(fresh.dataDir).snapshots, { recursive: true })
    await fresh.restart()
    const back = fresh.window('back')
    expect(await back.call('app.status', {})).toMatchObject({
      state: 'needs-setup',
      hasCopies: true,
    })
    const restorer = { username: 'chair', password: FRESH, recoveryKey }
    const { copies, newest } = await back.call('session.copies', restorer)
    expect(copies.find(({ name }) => name === newest)).toMatchObject({ state: 'whole' })
    await back.call('session.restore', { ...restorer, from: newest })
    await expectWhole()
    await back.call('session.signOut', {})
    await back.call('session.signIn', { username: 'chair', password: FRESH })
  })

  it('goes back with a password, from copies elsewhere', async () => {
    const back = fresh.window('back')
    expect(await back.call('app.status', {})).toMatchObject({ hasCopies: false })
    expect((await back.refused('session.copies', credentials)).code).toBe('NOT_FOUND')
    await back.call('session.restore', { ...credentials, place: app.dataDir })
    await expectWhole()
    expect(await back.call('app.status', {})).toMatchObject({ state: 'ready', hasCopies: false })
    await fresh.restart()
    await fresh.signIn('deputy')
  })

  it('stays without one for whoever is nobody there, or is no chair', async () => {
    const back = fresh.window('back')
    const place = app.dataDir
    const wrong = { ...credentials, password: 'sai mật khẩu rồi', place }
    expect((await back.refused('session.restore', wrong)).code).toBe('WRONG_CREDENTIALS')
    const deputy = { username: 'deputy', password: passwordOf('deputy'), place }
    expect((await back.refused('session.restore', deputy)).code).toBe('FORBIDDEN')
    expect(await back.call('app.status', {})).toMatchObject({ state: 'needs-setup' })
    expect(await readdir(fresh.dataDir)).not.toContain('keys.json')
  })

  it('that was stopped after it had the keys and before it had the database goes on', async () => {
    const [from, into] = [dataPaths(app.dataDir), dataPaths(fresh.dataDir)]
    await cp(from.keys, into.keys)
    // Whoever went back had to prove who they are.
    await cp(from.attempts, into.attempts)
    await fresh.restart()
    const back = fresh.window('back')
    expect(await back.call('app.status', {})).toMatchObject({ state: 'ready' })
    expect((await back.refused('session.signIn', credentials)).code).toBe('DATABASE_DAMAGED')
    await back.call('session.restore', { ...credentials, place: app.dataDir })
    await expectWhole()
  })
})
