import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { IDLE_MINUTES } from '#main/dispatch/sessions.ts'
import { openStore } from '#main/db/store.ts'
import { openVault } from '#main/vault/vault.ts'
import {
  CHEAP_ARGON,
  groupsAsked,
  passwordOf,
  SET_UP,
  START,
  startApp,
  startBoard,
  type TestApp,
} from '#test/setup/app.ts'
import { takeComplaint } from '#test/setup/case.ts'

// Whole boards are set up here: five seconds are not enough on a machine that has other work.
vi.setConfig({ testTimeout: 30_000 })

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

const WRONG = { username: 'intake', password: 'không phải mật khẩu này' }

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
    expect(await app.window('again').call('app.status', {})).toMatchObject({
      state: 'failed',
      problem: 'DATABASE_DAMAGED',
    })
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
    snapshotsDir: join(app.dataDir, 'snapshots'),
  })
  await store.close()
}

describe('signing in', () => {
  it('answers a wrong password, an unknown user and no user name at all in the same words', async () => {
    const app = await board()
    const window = app.window('stranger')
    for (const username of ['intake', 'nobody.here', 'Đây là một câu', '']) {
      expect(
        await window.refused('session.signIn', { username, password: WRONG.password }),
      ).toEqual({ code: 'WRONG_CREDENTIALS' })
    }
    expect(await window.call('session.current', {})).toBeNull()
  })

  it('takes the user name in any case and form, and the password in either normal form', async () => {
    const app = await board()
    const person = await app.window('mac').call('session.signIn', {
      username: '  INTAKE ',
      password: passwordOf('intake').normalize('NFD'),
    })
    expect(person).toMatchObject({ username: 'intake', role: 'intake' })
  })

  it('makes a guesser wait, only for that name, and lets a right password of another in', async () => {
    const app = await board()
    const window = app.window('guesser')
    const codes: string[] = []
    for (let guess = 0; guess < 4; guess += 1) {
      codes.push((await window.refused('session.signIn', WRONG)).code)
    }
    expect(codes).toEqual([
      'WRONG_CREDENTIALS',
      'WRONG_CREDENTIALS',
      'WRONG_CREDENTIALS',
      'TOO_MANY_ATTEMPTS',
    ])
    await app.restart()
    const waiting = await window.refused('session.signIn', {
      ...WRONG,
      password: passwordOf('intake'),
    })
    expect(waiting.code).toBe('TOO_MANY_ATTEMPTS')
    expect(waiting.issues?.[0]?.params).toEqual({ seconds: 1 })
    await app.signIn('deputy')
  })

  it('is on record, and so is leaving', async () => {
    const app = await board()
    await app.as('intake').call('session.signOut', {})
    const events = await app.as('chair').call('audit.list', {
      personId: app.ids.intake,
      before: null,
      limit: 10,
    })
    expect(events.map((event) => event.action)).toEqual(['session.signedOut', 'session.signedIn'])
  })

  it.each<[how: string, leave: (app: TestApp) => Promise<void>]>([
    ['by closing the window', (app) => app.as('intake').closeWindow()],
    ['by leaving the machine', (app) => app.away()],
    [
      'by doing nothing, noticed by two calls at once',
      async (app) => {
        app.clock.forward(IDLE_MINUTES + 1)
        const looks = [1, 2].map(() => app.as('intake').refused('people.names', {}))
        expect(await Promise.all(looks)).toMatchObject([
          { code: 'UNAUTHENTICATED' },
          { code: 'UNAUTHENTICATED' },
        ])
      },
    ],
  ])('is on record once, left %s', async (_how, leave) => {
    const app = await board()
    await leave(app)
    await app.signIn('chair')
    const events = await app.as('chair').call('audit.list', {
      personId: app.ids.intake,
      before: null,
      limit: 10,
    })
    expect(events.map((event) => event.action)).toEqual(['session.signedOut', 'session.signedIn'])
  })
})

describe('leaving', () => {
  it('locks the board with the last one out: nothing is answered, and the next one opens it again', async () => {
    const app = await board()
    for (const key of ['chair', 'deputy', 'investigator', 'auditor'] as const) {
      await app.as(key).call('session.signOut', {})
      expect(await app.as('intake').call('people.names', {})).toHaveLength(5)
    }
    await app.as('intake').call('session.signOut', {})
    expect(await app.as('intake').refused('people.names', {})).toEqual({ code: 'UNAUTHENTICATED' })
    expect(await app.as('intake').call('session.current', {})).toBeNull()
    await app.signIn('intake')
    expect(await app.as('intake').call('people.names', {})).toHaveLength(5)
  })

  it('closing a window is leaving', async () => {
    const app = await board()
    await app.as('deputy').closeWindow()
    expect(await app.as('deputy').refused('people.names', {})).toEqual({ code: 'UNAUTHENTICATED' })
    expect(await app.as('chair').call('people.names', {})).toHaveLength(5)
  })

  it('at any moment while somebody else comes in does not lock the board under them', async () => {
    let reading = (): void => undefined
    const clock = {
      now: () => {
        reading()
        return START
      },
    }
    const app = await startApp('sqlite', { options: { clock } })
    open.push(app)
    await app.window('0').call('setup.create', SET_UP)
    const credentials = { username: 'chair', password: passwordOf('chair') }
    // Coming in reads the clock a few times: each round the other one leaves at another of them.
    for (let round = 1; round <= 5; round += 1) {
      let readings = 0
      const leaving: Promise<void>[] = []
      reading = () => {
        readings += 1
        if (readings === round) leaving.push(app.window(String(round - 1)).closeWindow())
      }
      const entered = await app.window(String(round)).ask('session.signIn', credentials)
      reading = () => undefined
      await Promise.all(leaving)
      await app.window(String(round - 1)).closeWindow()
      expect(entered).toMatchObject({ ok: true })
      expect(await app.window(String(round)).call('people.names', {})).toHaveLength(1)
    }
  })

  it('a second window of the same person is a session of its own', async () => {
    const app = await board()
    await app.signIn('intake', 'second')
    await app.as('intake').call('session.signOut', {})
    expect(await app.window('second').call('session.current', {})).toMatchObject({
      username: 'intake',
    })
  })
})

/** Fetched again whenever somebody else changes a complaint. */
const LIVE_LIST = { filter: { scope: 'open' }, after: null, limit: 50 } as const

describe('locks', () => {
  it('ends a session that was idle for more than 10 minutes, even when no timer ran meanwhile', async () => {
    const app = await board()
    app.clock.forward(10)
    await app.as('deputy').call('session.present', {})
    app.clock.forward(10)
    await app.as('deputy').call('session.present', {})
    expect(await app.as('intake').refused('people.names', {})).toEqual({ code: 'UNAUTHENTICATED' })
    expect(app.events).toContainEqual({
      type: 'event',
      windowId: 'window-intake',
      event: { type: 'signed-out', reason: 'idle' },
    })
  })

  it('everybody is out when the machine is locked or sleeps, and what they typed is kept', async () => {
    const app = await board()
    const form = { form: 'intake', body: '{"subject":"Đang ghi"}' }
    await app.as('intake').call('drafts.save', form)
    await app.away()
    for (const key of ['chair', 'intake'] as const) {
      expect(await app.as(key).refused('people.names', {})).toEqual({ code: 'UNAUTHENTICATED' })
      expect(app.events).toContainEqual({
        type: 'event',
        windowId: `window-${key}`,
        event: { type: 'signed-out', reason: 'away' },
      })
    }
    await app.signIn('intake')
    expect(await app.as('intake').call('drafts.load', { form: 'intake' })).toEqual({
      body: form.body,
    })
  })

  it('is not put off by what a window does by itself', async () => {
    const app = await board()
    const form = { form: 'intake', body: '{}' }
    for (let minute = 0; minute < 10; minute += 1) {
      app.clock.forward(1)
      await app.as('intake').call('drafts.save', form)
      await app.as('intake').call('session.current', {})
      await app.as('intake').call('app.status', {})
      await app.as('intake').call('complaints.list', LIVE_LIST)
      await app.as('intake').call('reminders.pending', {})
    }
    app.clock.forward(1)
    expect(await app.as('intake').refused('drafts.save', form)).toEqual({ code: 'UNAUTHENTICATED' })
  })

  it('is put off by an act', async () => {
    const app = await board()
    for (let step = 0; step < 3; step += 1) {
      app.clock.forward(9)
      await takeComplaint(app)
    }
    expect(await app.as('intake').call('people.names', {})).toHaveLength(5)
  })

  it('ends a session after 12 hours, however busy it was', async () => {
    const app = await board()
    for (let step = 0; step < 12 * 6; step += 1) {
      app.clock.forward(10)
      await app.as('deputy').call('session.present', {})
    }
    app.clock.forward(1)
    expect(await app.as('deputy').refused('people.names', {})).toEqual({ code: 'UNAUTHENTICATED' })
  })

  it('takes no file for a session that is over', async () => {
    const app = await board()
    const { id: complaintId } = await takeComplaint(app)
    const bytes = new TextEncoder().encode('tệp')
    const { ticket } = await app.as('intake').call('evidence.requestUpload', {
      complaintId,
      firmNoteId: null,
      fileName: 'a.txt',
      size: bytes.byteLength,
    })
    app.clock.forward(11)
    expect(await app.as('intake').send(ticket, bytes)).toMatchObject({ ok: false })
  })
})

describe('accounts', () => {
  it('puts out at every window, at once, somebody whose access is taken by a second person', async () => {
    const app = await board()
    await app.signIn('intake', 'second')
    await setAccess(app, 'intake', false)

    for (const window of [app.as('intake'), app.window('second')]) {
      expect(await window.refused('people.names', {})).toEqual({ code: 'UNAUTHENTICATED' })
      expect(app.events).toContainEqual({
        type: 'event',
        windowId: window.windowId,
        event: { type: 'signed-out', reason: 'disabled' },
      })
    }
    const credentials = { username: 'intake', password: passwordOf('intake') }
    expect(await app.as('intake').refused('session.signIn', credentials)).toEqual({
      code: 'WRONG_CREDENTIALS',
    })
  })

  it('lets somebody back in with a new password only', async () => {
    const app = await board()
    await setAccess(app, 'intake', false)
    const reset = { id: app.ids.intake, newPassword: 'gió heo may 1954 về' }
    expect(await app.as('chair').refused('people.resetPassword', reset)).toMatchObject({
      code: 'NOT_ALLOWED',
      issues: [{ path: '', code: 'PERSON_INACTIVE' }],
    })
    await setAccess(app, 'intake', true)
    const old = { username: 'intake', password: passwordOf('intake') }
    expect(await app.as('intake').refused('session.signIn', old)).toEqual({
      code: 'WRONG_CREDENTIALS',
    })
    await app.as('chair').call('people.resetPassword', reset)
    const fresh = { username: 'intake', password: reset.newPassword }
    expect(await app.as('intake').call('session.signIn', fresh)).toMatchObject({ role: 'intake' })
  })

  it('changes an own password only with the old one, and only to a good one', async () => {
    const app = await board()
    const intake = app.as('intake')
    const newPassword = 'mưa phùn bay 1987 nhẹ'
    const wrong = { currentPassword: WRONG.password, newPassword }
    expect(await intake.refused('session.changePassword', wrong)).toEqual({
      code: 'WRONG_CREDENTIALS',
    })
    const weak = { currentPassword: passwordOf('intake'), newPassword: 'ngắn' }
    expect((await intake.refused('session.changePassword', weak)).issues?.[0]?.path).toBe(
      'newPassword',
    )
    await intake.call('session.changePassword', {
      currentPassword: passwordOf('intake'),
      newPassword,
    })
    await intake.call('session.signOut', {})
    const old = { username: 'intake', password: passwordOf('intake') }
    expect(await intake.refused('session.signIn', old)).toEqual({ code: 'WRONG_CREDENTIALS' })
    await intake.call('session.signIn', { username: 'intake', password: newPassword })
  })

  it('does not give a user name twice', async () => {
    const app = await board()
    const error = await app.as('chair').refused('people.create', {
      username: 'INTAKE',
      fullName: 'Người khác',
      title: 'Nhân viên',
      role: 'intake',
      password: 'mưa phùn bay 1987 nhẹ',
    })
    expect(error).toEqual({
      code: 'ALREADY_EXISTS',
      issues: [{ path: 'username', code: 'USERNAME_TAKEN' }],
    })
    expect(await app.as('chair').call('people.list', {})).toHaveLength(5)
  })
})

describe('the recovery key', () => {
  it('opens the board, sets a new password and leaves a trace', async () => {
    const app = await emptyApp()
    const { recoveryKey } = await app.window('first').call('setup.create', SET_UP)
    await app.restart()
    const newPassword = 'trăng lên đỉnh núi 2041'
    const person = await app.window('lost').call('session.recover', {
      username: 'chair',
      recoveryKey: recoveryKey.toLowerCase().replaceAll('-', ' '),
      newPassword,
    })
    expect(person).toMatchObject({ username: 'chair', role: 'chair' })
    await app.window('lost').call('session.signOut', {})
    await app.window('lost').call('session.signIn', { username: 'chair', password: newPassword })
    const events = await app
      .window('lost')
      .call('audit.list', { personId: null, before: null, limit: 10 })
    expect(events.map((event) => event.action)).toContain('session.recovered')
  })

  it.each([
    ['mistyped', () => 'ABCDE-FGHJK'],
    ['of another board', () => '00000-00000-00000-00000-00000-00000-00000-00000'],
  ])('%s opens nothing', async (_what, key) => {
    const app = await board()
    const error = await app.window('lost').refused('session.recover', {
      username: 'chair',
      recoveryKey: key(),
      newPassword: 'trăng lên đỉnh núi 2041',
    })
    expect(error.code).toBe('WRONG_CREDENTIALS')
    expect(await app.window('lost').call('session.current', {})).toBeNull()
  })

  it('is replaced by its renewal, which needs the password', async () => {
    const app = await emptyApp()
    const chair = app.window('first')
    const old = await chair.call('setup.create', SET_UP)
    expect(await chair.refused('setup.renewRecoveryKey', { password: WRONG.password })).toEqual({
      code: 'WRONG_CREDENTIALS',
    })
    const fresh = await chair.call('setup.renewRecoveryKey', { password: passwordOf('chair') })
    expect(fresh.recoveryKey).not.toBe(old.recoveryKey)
    const recover = { username: 'chair', newPassword: 'trăng lên đỉnh núi 2041' }
    expect(
      await app
        .window('lost')
        .refused('session.recover', { ...recover, recoveryKey: old.recoveryKey }),
    ).toEqual({ code: 'WRONG_CREDENTIALS' })
    await app.window('lost').call('session.recover', { ...recover, recoveryKey: fresh.recoveryKey })
  })
})

/** Takes or gives somebody's access, as two people do it. */
async function setAccess(app: TestApp, key: 'intake', active: boolean): Promise<void> {
  const people = await app.as('chair').call('people.list', {})
  const person = people.find((each) => each.id === app.ids[key])
  if (person === undefined) throw new Error('no such person')
  const asked = await app.as('chair').call('approvals.requestRoleChange', {
    personId: person.id,
    version: person.version,
    role: person.role,
    active,
    reason: 'Nghỉ việc',
  })
  await app.as('deputy').call('approvals.decide', {
    id: asked.id,
    version: asked.version,
    decision: 'approve',
    remark: '',
  })
}
