import { afterEach, describe, expect, it } from 'vitest'
import type { AppOptions } from '#main/core-process/composition.ts'
import { IDLE_MINUTES } from '#main/dispatch/sessions.ts'
import { passwordOf, SET_UP, START, startApp, startBoard, type TestApp } from '#test/setup/app.ts'

const open: TestApp[] = []
async function board(options: Partial<AppOptions> = {}): Promise<TestApp> {
  const app = await startBoard('sqlite', { options })
  open.push(app)
  return app
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((app) => app.remove()))
})

const WRONG = { username: 'intake', password: 'không phải mật khẩu này' }

/** Of a member's first day, newest first: they came in by a one-time password. */
const COMING_AND_GOING = ['session.signedOut', 'person.passwordChanged', 'session.signedIn']

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
    // Of a wait of one second much is over before a busy machine asks again: this clock stands until it is moved.
    let passed = 0
    const app = await board({ guessClock: { now: () => passed, elapsed: () => passed } })
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
    passed += 1000
    await app.signIn('intake', 'guesser')
  })

  it('is on record, and so is leaving', async () => {
    const app = await board()
    await app.as('intake').call('session.signOut', {})
    const events = await app.as('chair').call('audit.list', {
      personId: app.ids.intake,
      before: null,
      limit: 10,
    })
    expect(events.map((event) => event.action)).toEqual(COMING_AND_GOING)
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
    expect(events.map((event) => event.action)).toEqual(COMING_AND_GOING)
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
