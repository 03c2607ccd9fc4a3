import { dropFactor, setFactor, useCode } from '#core/people/commands/second-factor.ts'
import { RECOVERY_CODES } from '#core/people/second-factor.ts'
import { DomainError } from '#core/kernel/errors.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/index.ts'
import type { SessionPerson } from '#shared/contract/session.ts'
import { inTransaction, requireActor, type Call } from '../../dispatch/route.ts'
import { appAddress, isCodeOf, newFactorSecret } from '../../vault/one-time-codes.ts'
import { generateOneTimePassword } from '../../vault/recovery-key.ts'
import { codeOfOneself, guess } from './guesses.ts'
import { describePerson, memberOf } from './start-session.ts'

/** The code after the password: whoever was half in is in, on record, as one who has just proved who they are. */
export async function takeSecondStep(
  call: Call,
  { code }: ParsedInputOf<'session.secondStep'>,
): Promise<SessionPerson> {
  const { actor } = await requireActor(call, 'half')
  const { sessions } = call.services
  if (sessions.of(call.windowId)?.lacks !== 'code') throw new DomainError('NOT_FOUND')
  const { personId, fullName } = actor
  const described = await guess(call, codeOfOneself(actor), () =>
    inTransaction(call, 'half', async (context) => {
      await useCode(context, personId, code, isCodeOf)
      context.audit({ action: 'session.signedIn', entity: 'person', entityId: personId })
      const person = await context.repositories.people.find(personId)
      if (person === null) throw new DomainError('UNAUTHENTICATED')
      const member = await memberOf(context.repositories, person)
      return describePerson(call, context.repositories, member, null)
    }),
  )
  // Whoever was put out meanwhile stays out.
  if (sessions.of(call.windowId)?.personId !== personId) throw new DomainError('UNAUTHENTICATED')
  sessions.start(call.windowId, { id: personId, fullName })
  return described
}

/** A new secret for an app, kept for this window alone until a code of it was typed. */
export async function beginFactor(call: Call): Promise<OutputOf<'session.beginFactor'>> {
  const { actor } = await requireActor(call, 'own-account')
  const secret = newFactorSecret()
  call.services.pendingFactors.set(call.windowId, secret)
  return { secret, address: appAddress(secret, actor.username) }
}

/** The code of the app that was shown the secret: from now on it is asked at each sign-in. */
export async function confirmFactor(
  call: Call,
  { code }: ParsedInputOf<'session.confirmFactor'>,
): Promise<OutputOf<'session.confirmFactor'>> {
  const { pendingFactors, sessions } = call.services
  const secret = pendingFactors.get(call.windowId)
  if (secret === undefined) {
    throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'SECOND_STEP_NOT_BEGUN' }])
  }
  const recoveryCodes = Array.from({ length: RECOVERY_CODES }, generateOneTimePassword)
  const by = await inTransaction(call, 'own-account', async (context) => {
    await setFactor(context, { secret, code, recoveryCodes }, isCodeOf)
    return context.actor.personId
  })
  pendingFactors.delete(call.windowId)
  sessions.complete(call.windowId, by)
  return { recoveryCodes }
}

/** No second step any more, unless the board demands one. */
export async function giveUpFactor(call: Call): Promise<OutputOf<'session.dropFactor'>> {
  await inTransaction(call, 'own-account', dropFactor)
  return { dropped: true }
}
