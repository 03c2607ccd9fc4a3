import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { stepAt } from '#core/people/second-factor.ts'
import { codeOf } from '#main/vault/one-time-codes.ts'
import { contract, type RouteName } from '#shared/contract/index.ts'
import {
  ENGINES,
  ONE_TIME_PASSWORD,
  passwordOf,
  startBoard,
  type PersonKey,
  type TestApp,
} from '#test/setup/app.ts'
import { STAND_IN } from '#test/setup/letters.ts'
import { prove, setUpFactor } from '#test/setup/proofs.ts'
import { sampleOf } from '#test/setup/sample-input.ts'

const WRONG = {
  code: 'WRONG_CREDENTIALS',
  issues: [{ path: 'code', code: 'CODE_WRONG' }],
}
const guarded = (Object.keys(contract) as readonly RouteName[]).filter(
  (route) => contract[route].kind !== 'host',
)

describe.each(ENGINES)('on %s', (engine) => {
  let app: TestApp
  beforeEach(async () => {
    // Of a wait of one second much is over before a busy machine asks again: this clock stands.
    const guessClock = { now: () => 0, elapsed: () => 0 }
    app = await startBoard(engine, { options: { workerUrl: STAND_IN, guessClock } })
  })
  afterEach(() => app.remove())

  const nextStep = () => app.clock.forward(1)
  const give = (key: PersonKey, windowName: string) =>
    app.window(windowName).call('session.signIn', { username: key, password: passwordOf(key) })
  const type = (windowName: string, code: string) =>
    app.window(windowName).ask('session.secondStep', { code })
  const journal = async (who: PersonKey = 'auditor') =>
    app.as(who).call('audit.list', { personId: null, before: null, limit: 60 })
  const actions = async () => (await journal()).map(({ action }) => action)

  describe('an app as second step', () => {
    it('is on once a code of it was typed, and gives ten recovery codes; none of it is on record', async () => {
      const deputy = app.as('deputy')
      expect((await deputy.refused('session.confirmFactor', { code: '123456' })).issues).toEqual([
        { path: '', code: 'SECOND_STEP_NOT_BEGUN' },
      ])
      const { secret, address } = await deputy.call('session.beginFactor', {})
      expect(address).toContain(secret)
      const code = codeOf(secret, stepAt(app.clock.now()))
      const wrong = code === '000000' ? '000001' : '000000'
      expect(await deputy.refused('session.confirmFactor', { code: wrong })).toEqual({
        code: 'INVALID_INPUT',
        issues: [{ path: 'code', code: 'CODE_WRONG' }],
      })
      expect(await deputy.call('session.current', {})).toMatchObject({ secondStep: 'off' })

      const { recoveryCodes } = await deputy.call('session.confirmFactor', { code })
      expect(new Set(recoveryCodes).size).toBe(10)
      expect(await deputy.call('session.current', {})).toMatchObject({
        ...{ secondStep: 'on', recoveryCodes: 10 },
      })
      const record = JSON.stringify(await journal())
      expect(record).toContain('session.factorSet')
      for (const kept of [secret, code, ...recoveryCodes]) expect(record).not.toContain(kept)
      expect(JSON.stringify(app.logs)).not.toContain(secret)
    })

    it('belongs to the window that began it, until its session ends', async () => {
      const { secret } = await app.as('deputy').call('session.beginFactor', {})
      const code = codeOf(secret, stepAt(app.clock.now()))
      await app.signIn('deputy', 'other')
      const elsewhere = await app.window('other').refused('session.confirmFactor', { code })
      expect(elsewhere.code).toBe('NOT_ALLOWED')
      await app.signIn('deputy')
      expect((await app.as('deputy').refused('session.confirmFactor', { code })).code).toBe(
        'NOT_ALLOWED',
      )
    })
  })

  describe('half in', () => {
    it('nothing opens but the code and the way out', async () => {
      await setUpFactor(app, 'chair')
      expect(await give('chair', 'half')).toMatchObject({ secondStep: 'code' })
      const half = app.window('half')
      for (const route of guarded) {
        const { access, input } = contract[route]
        if (access === 'public' || access === 'half') continue
        expect(await half.askRaw(route, sampleOf(input, 'mẫu')), route).toEqual({
          ok: false,
          error: { code: 'CODE_REQUIRED' },
        })
      }
      expect(guarded.filter((route) => contract[route].access === 'half')).toEqual([
        'session.secondStep',
      ])
      expect(await half.call('session.current', {})).toMatchObject({ secondStep: 'code' })
      await half.call('session.signOut', {})
      expect(await half.call('session.current', {})).toBeNull()
      expect(await type('half', '123456')).toEqual({
        ok: false,
        error: { code: 'UNAUTHENTICATED' },
      })
    })

    it('the code lets them in; on record are both steps', async () => {
      const telephone = await setUpFactor(app, 'deputy')
      nextStep()
      await give('deputy', 'home')
      expect((await actions())[0]).toBe('session.passwordGiven')
      expect(await type('home', telephone.code())).toMatchObject({
        ok: true,
        data: { secondStep: 'on', oneTimePassword: false },
      })
      expect((await actions())[0]).toBe('session.signedIn')
      expect(await app.window('home').call('people.names', {})).toHaveLength(5)
    })

    it('is over after ten minutes, and the machine’s sleep', async () => {
      const telephone = await setUpFactor(app, 'deputy')
      await give('deputy', 'home')
      app.clock.forward(11)
      expect(await type('home', telephone.code())).toEqual({
        ok: false,
        error: { code: 'UNAUTHENTICATED' },
      })
    })

    it('somebody who is wholly in has no code to give', async () => {
      await setUpFactor(app, 'deputy')
      expect((await app.as('deputy').refused('session.secondStep', { code: '1' })).code).toBe(
        'NOT_FOUND',
      )
    })
  })

  describe('a code', () => {
    it('is taken once, at whatever window and over a restart; clocks may differ by one step', async () => {
      const telephone = await setUpFactor(app, 'deputy')
      const spent = telephone.code()
      await give('deputy', 'one')
      expect(await type('one', spent)).toEqual({ ok: false, error: WRONG })
      const ahead = telephone.code(1)
      expect(await type('one', ahead)).toMatchObject({ ok: true })
      await app.restart()
      await give('deputy', 'two')
      expect(await type('two', ahead)).toEqual({ ok: false, error: WRONG })
      nextStep()
      nextStep()
      expect(await type('two', telephone.code(-1))).toMatchObject({ ok: true })
    })

    it('wrong is slowed down apart from the password, and on record without what was typed', async () => {
      const telephone = await setUpFactor(app, 'deputy')
      const guesses = [2, 3, 4].map((steps) => telephone.code(10 * steps))
      await give('deputy', 'thief')
      for (const guess of guesses) {
        // The right password again does not make the next guess free.
        await give('deputy', 'thief')
        expect(await type('thief', guess)).toEqual({ ok: false, error: WRONG })
      }
      await give('deputy', 'thief')
      expect(await type('thief', telephone.code(1))).toMatchObject({
        ok: false,
        error: { code: 'TOO_MANY_ATTEMPTS' },
      })
      const refused = (await journal()).filter(({ action }) => action === 'session.refused')
      expect(refused).toHaveLength(3)
      for (const { changes, personId } of refused) {
        expect(personId).toBe(app.ids.deputy)
        expect(changes).toContainEqual({ field: 'guessedSecret', from: null, to: 'code' })
      }
      for (const guess of guesses) expect(JSON.stringify(refused)).not.toContain(guess)
    })

    it('for the day without the telephone works once, however it is typed, and is on record', async () => {
      const { recoveryCodes } = await setUpFactor(app, 'deputy')
      const [code = '', another = ''] = recoveryCodes
      await give('deputy', 'home')
      expect(await type('home', ` ${code.toLowerCase().replaceAll('-', ' ')} `)).toMatchObject({
        ok: true,
        data: { recoveryCodes: 9 },
      })
      expect((await actions()).slice(0, 2).toSorted()).toEqual([
        'session.recoveryCodeUsed',
        'session.signedIn',
      ])
      await give('deputy', 'again')
      expect(await type('again', code)).toEqual({ ok: false, error: WRONG })
      expect(await type('again', another)).toMatchObject({ ok: true })
    })

    it('is asked for with the password when what weighs asks who sits there', async () => {
      const telephone = await setUpFactor(app, 'chair')
      app.clock.forward(6)
      const year = { from: '2026-01-01', to: '2026-12-31', language: 'vi', format: 'csv' } as const
      const chair = app.as('chair')
      expect((await chair.refused('figures.export', year)).code).toBe('PROOF_REQUIRED')
      const password = passwordOf('chair')
      expect(await chair.refused('session.prove', { password })).toEqual(WRONG)
      expect((await chair.refused('figures.export', year)).code).toBe('PROOF_REQUIRED')
      await prove(app, 'chair', telephone.code())
      expect(await chair.ask('figures.export', year)).toMatchObject({ ok: true })
    })
  })

  describe('the board', () => {
    const demand = async (secondStepRoles: readonly ('investigator' | 'auditor')[]) => {
      const { version } = await app.as('chair').call('settings.get', {})
      await app.as('chair').call('settings.saveSignIn', {
        ...{ version, secondStepRoles: [...secondStepRoles] },
      })
    }

    it('demands it of a role: they set one up right after their next sign-in, before anything else opens', async () => {
      await demand(['investigator'])
      await app.signIn('investigator')
      const investigator = app.as('investigator')
      expect(await investigator.call('session.current', {})).toMatchObject({ secondStep: 'factor' })
      for (const route of ['people.names', 'complaints.counts', 'settings.get'] as const) {
        expect(await investigator.refused(route, {}), route).toEqual({
          code: 'SECOND_STEP_REQUIRED',
        })
      }
      await setUpFactor(app, 'investigator')
      expect(await investigator.call('people.names', {})).toHaveLength(5)
      expect(await investigator.refused('session.dropFactor', {})).toEqual({
        code: 'NOT_ALLOWED',
        issues: [{ path: '', code: 'SECOND_STEP_DEMANDED' }],
      })
      expect(await give('deputy', 'deputy')).toMatchObject({ secondStep: 'off' })
    })

    it('lets whoever it does not demand it of turn it off, with a fresh proof', async () => {
      const telephone = await setUpFactor(app, 'deputy')
      app.clock.forward(6)
      const deputy = app.as('deputy')
      expect((await deputy.refused('session.dropFactor', {})).code).toBe('PROOF_REQUIRED')
      expect((await deputy.refused('session.beginFactor', {})).code).toBe('PROOF_REQUIRED')
      await prove(app, 'deputy', telephone.code())
      await deputy.call('session.dropFactor', {})
      expect(await give('deputy', 'home')).toMatchObject({ secondStep: 'off' })
      expect((await deputy.refused('session.dropFactor', {})).code).toBe('NOT_FOUND')
    })
  })

  describe('a lost telephone', () => {
    it('goes with the password somebody resets, and two persons vouch for the account', async () => {
      await setUpFactor(app, 'deputy')
      await app.as('chair').call('people.resetPassword', {
        ...{ id: app.ids.deputy, newPassword: ONE_TIME_PASSWORD },
      })
      expect(await actions()).toContain('session.factorDropped')
      await app.takeOver('deputy', 'deputy', passwordOf('deputy'))
      expect(await app.as('deputy').call('session.current', {})).toMatchObject({
        secondStep: 'off',
        setByOthers: { cause: 'reset' },
      })
    })

    it('goes with the printed key, which leaves the account to be confirmed', async () => {
      await setUpFactor(app, 'deputy')
      const password = passwordOf('chair')
      const { recoveryKey } = await app.as('chair').call('setup.renewRecoveryKey', { password })
      const recovered = await app.window('home').call('session.recover', {
        ...{ username: 'deputy', recoveryKey, newPassword: 'sóng vỗ bờ cát 3394' },
      })
      expect(recovered).toMatchObject({ secondStep: 'off', setByOthers: { cause: 'recovered' } })
      expect(await actions()).toContain('session.factorDropped')
      expect(await app.window('home').call('people.names', {})).toHaveLength(5)
    })
  })
})
