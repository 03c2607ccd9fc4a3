import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openStore } from '#main/db/store.ts'
import { openVault } from '#main/vault/vault.ts'
import {
  CHEAP_ARGON,
  groupsAsked,
  passwordOf,
  SET_UP,
  startApp,
  startBoard,
  type TestApp,
} from '#test/setup/app.ts'

const open: TestApp[] = []
async function board(): Promise<TestApp> {
  const app = await startBoard()
  open.push(app)
  return app
}
async function emptyApp(): Promise<TestApp> {
  const app = await startApp()
  open.push(app)
  return app
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((app) => app.remove()))
})

describe('set-up', () => {
  it('signs the first chair in, who is asked to confirm the recovery key until it is confirmed', async () => {
    const app = await emptyApp()
    const chair = app.window('first')
    expect(await chair.call('app.status', {})).toMatchObject({
      state: 'needs-setup',
      problem: null,
      reason: null,
    })

    const shown = await chair.call('setup.create', SET_UP)
    expect(await chair.call('session.current', {})).toMatchObject({ recoveryPending: true })
    expect(await chair.refused('setup.confirmRecoveryKey', { groups: ['AAAAA', 'BBBBB'] })).toEqual(
      {
        code: 'INVALID_INPUT',
        issues: [
          { path: 'groups.0', code: 'RECOVERY_GROUP_WRONG' },
          { path: 'groups.1', code: 'RECOVERY_GROUP_WRONG' },
        ],
      },
    )
    const typed = groupsAsked(shown).map((group) => ` ${group.toLowerCase()} `)
    await chair.call('setup.confirmRecoveryKey', { groups: typed })

    expect(await chair.call('session.current', {})).toMatchObject({
      role: 'chair',
      recoveryPending: false,
    })
    expect(await chair.call('app.status', {})).toMatchObject({ state: 'ready' })
  })

  it('happens once, also when it is asked for twice at the same moment', async () => {
    const app = await emptyApp()
    const both = await Promise.all([
      app.window('one').ask('setup.create', SET_UP),
      app.window('two').ask('setup.create', SET_UP),
    ])
    expect(both.map((each) => (each.ok ? 'done' : each.error.code)).toSorted()).toEqual([
      'ALREADY_SET_UP',
      'done',
    ])
    await app.restart()
    await app.signIn('chair')
    expect(await app.as('chair').refused('setup.create', SET_UP)).toEqual({
      code: 'ALREADY_SET_UP',
    })
  })

  it('is not disturbed by another window being closed meanwhile', async () => {
    const app = await emptyApp()
    const [shown] = await Promise.all([
      app.window('one').ask('setup.create', SET_UP),
      ...Array.from({ length: 8 }, (_, index) => app.window(`other-${index}`).closeWindow()),
    ])
    expect(shown).toMatchObject({ ok: true })
    expect(await app.window('one').call('session.current', {})).not.toBeNull()
  })

  it.each([
    ['too short', 'ngắn quá', 'PASSWORD_TOO_SHORT'],
    ['common', 'password1234', 'PASSWORD_COMMON'],
    ['made of the name of a site', 'vouchersharing rì rào 7319', 'PASSWORD_CONTEXT'],
  ])('refuses a password that is %s and leaves nothing behind', async (_why, password, code) => {
    const app = await emptyApp()
    const error = await app
      .window('first')
      .refused('setup.create', { ...SET_UP, chair: { ...SET_UP.chair, password } })
    expect(error.code).toBe('INVALID_INPUT')
    expect(error.issues?.map((issue) => [issue.path, issue.code])).toContainEqual([
      'chair.password',
      code,
    ])
    expect(await app.window('first').call('app.status', {})).toMatchObject({ state: 'needs-setup' })
  })

  it('can be begun again when it was cut short after the keys were made', async () => {
    const cut = await emptyApp()
    await cut.window('first').call('setup.create', SET_UP)
    await cut.close()
    for (const suffix of ['', '-wal', '-shm']) {
      await rm(join(cut.dataDir, `hoi-am.db${suffix}`), { force: true })
    }

    await cut.restart()
    expect(await cut.window('again').call('app.status', {})).toMatchObject({ state: 'needs-setup' })
    await cut.populate()
    expect(await cut.as('deputy').call('session.current', {})).toMatchObject({ role: 'board' })
  })

  it('can be begun again when it was cut short before anything was written to the database', async () => {
    const app = await emptyApp()
    await app.window('first').call('setup.create', SET_UP)
    await app.close()
    await emptyDatabaseOf(app)

    await app.restart()
    const credentials = { username: 'chair', password: passwordOf('chair') }
    expect(await app.window('again').refused('session.signIn', credentials)).toEqual({
      code: 'NOT_SET_UP',
    })
    await app.populate()
    expect(await app.as('chair').call('session.current', {})).not.toBeNull()
  })

  it('never gives up keys under which work was done, whatever became of the database', async () => {
    const app = await board()
    const keys = await readFile(join(app.dataDir, 'keys.json'), 'utf8')
    await app.close()
    await emptyDatabaseOf(app)

    await app.restart()
    const credentials = { username: 'chair', password: passwordOf('chair') }
    expect(await app.window('again').refused('session.signIn', credentials)).toEqual({
      code: 'DATABASE_DAMAGED',
    })
    expect(await readFile(join(app.dataDir, 'keys.json'), 'utf8')).toBe(keys)
  })

  it('keeps unconfirmed keys when files are stored under them and only the database is gone', async () => {
    const app = await emptyApp()
    await app.window('first').call('setup.create', SET_UP)
    await app.close()
    await rm(join(app.dataDir, 'hoi-am.db'))
    await mkdir(join(app.dataDir, 'files', 'ab'), { recursive: true })
    await writeFile(join(app.dataDir, 'files', 'ab', 'cd'), 'kept')

    await app.restart()
    const window = app.window('again')
    expect(await window.call('app.status', {})).toMatchObject({ state: 'ready' })
    const { username, password } = SET_UP.chair
    const clock = { clockConfirmed: true }
    const told = await window.refused('session.signIn', { username, password, ...clock })
    expect(told.code).toBe('DATABASE_DAMAGED')
    expect((await window.refused('setup.create', SET_UP)).code).toBe('ALREADY_SET_UP')
  })
})

/** What a power cut between the first migration and the first transaction leaves. */
async function emptyDatabaseOf(app: TestApp): Promise<void> {
  const vault = await openVault(app.dataDir, { argon: CHEAP_ARGON })
  const { keys } = await vault.unlock({ username: 'chair', password: passwordOf('chair') })
  for (const suffix of ['', '-wal', '-shm']) {
    await rm(join(app.dataDir, `hoi-am.db${suffix}`), { force: true })
  }
  const store = await openStore({
    engine: 'sqlite',
    file: join(app.dataDir, 'hoi-am.db'),
    key: keys.databaseKey,
    auditKey: keys.auditKey,
  })
  await store.close()
}
