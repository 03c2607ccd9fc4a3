import { stepAt } from '#core/people/second-factor.ts'
import { codeOf } from '#main/vault/one-time-codes.ts'
import { passwordOf, type TestApp } from '#test/setup/app.ts'
import type { Act } from './every-act.ts'

/** What the board decides about signing in, and what somebody does about their own way in, up to leaving. */
export async function doAccountActs(app: TestApp, act: Act): Promise<void> {
  const { version } = await app.as('chair').call('settings.get', {})
  await act('chair', 'settings.saveSignIn', { version, secondStepRoles: ['auditor'] })
  const own = 'investigator'
  await act(own, 'session.prove', { password: passwordOf(own) })
  const { secret } = await app.as(own).call('session.beginFactor', {})
  const code = codeOf(secret, stepAt(app.clock.now()))
  const { recoveryCodes } = await act(own, 'session.confirmFactor', { code })
  await app.signIn(own)
  await act(own, 'session.secondStep', { code: recoveryCodes[0] ?? '' })
  await act(own, 'session.dropFactor', {})
  await act(own, 'session.signOutEverywhere', {})
}
