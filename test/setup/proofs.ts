import { stepAt } from '#core/people/second-factor.ts'
import { codeOf } from '#main/vault/one-time-codes.ts'
import { passwordOf, type PersonKey, type TestApp } from './app.ts'

/** Somebody types their password again at their window, for an act that asks for a fresh proof. */
export async function prove(app: TestApp, key: PersonKey, code = ''): Promise<void> {
  await app.as(key).call('session.prove', { password: passwordOf(key), code })
}

/** A telephone with the secret of one account, and the recovery codes put away beside it. */
export type Telephone = Readonly<{
  secret: string
  recoveryCodes: readonly string[]
  /** What the app shows now, or so many steps later. */
  code(later?: number): string
}>

/** Somebody at their window makes an app their second step; the code it shows now is used up by that. */
export async function setUpFactor(
  app: TestApp,
  key: PersonKey,
  windowName: string = key,
): Promise<Telephone> {
  const window = app.window(windowName)
  const { secret } = await window.call('session.beginFactor', {})
  const code = (later = 0): string => codeOf(secret, stepAt(app.clock.now()) + later)
  const { recoveryCodes } = await window.call('session.confirmFactor', { code: code() })
  return { secret, recoveryCodes, code }
}
