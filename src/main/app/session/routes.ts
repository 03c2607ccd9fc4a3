import { DomainError, invalid } from '#core/kernel/errors.ts'
import { ownPasswordSet } from '#core/people/commands/accounts.ts'
import { useCode } from '#core/people/commands/second-factor.ts'
import type { ParsedInputOf } from '#shared/contract/index.ts'
import {
  sessionRoutes as routes,
  type AppStatus,
  type SessionPerson,
} from '#shared/contract/session.ts'
import {
  unmanaged,
  inTransaction,
  requireActor,
  type Call,
  type HandlersOf,
} from '../../dispatch/route.ts'
import { endSession } from '../../dispatch/end-session.ts'
import { isCodeOf } from '../../vault/one-time-codes.ts'
import { endPersonSessions } from './end-person-sessions.ts'
import { copiesToGoBackTo, restoreCopy } from './going-back.ts'
import { atTheDoor, codeOfOneself, guess, ofOneself, withRecoveryKey } from './guesses.ts'
import { recovering } from './recovering.ts'
import { describePerson, memberOf, startSession } from './start-session.ts'
import { beginFactor, confirmFactor, giveUpFactor, takeSecondStep } from './second-step.ts'
import { readUsername, passwordWords, requireGoodPassword, requireVault } from './vault-access.ts'

export const sessionHandlers = {
  'app.status': unmanaged(routes['app.status'], appStatus),
  'session.signIn': unmanaged(routes['session.signIn'], signIn),
  'session.signOut': unmanaged(routes['session.signOut'], signOut),
  'session.signOutEverywhere': unmanaged(routes['session.signOutEverywhere'], signOutEverywhere),
  'session.current': unmanaged(routes['session.current'], currentPerson),
  'session.present': unmanaged(routes['session.present'], async (call) => {
    call.services.sessions.touch(call.windowId)
    return { present: true } as const
  }),
  'session.prove': unmanaged(routes['session.prove'], prove),
  'session.secondStep': unmanaged(routes['session.secondStep'], takeSecondStep),
  'session.beginFactor': unmanaged(routes['session.beginFactor'], beginFactor),
  'session.confirmFactor': unmanaged(routes['session.confirmFactor'], confirmFactor),
  'session.dropFactor': unmanaged(routes['session.dropFactor'], giveUpFactor),
  'session.copies': unmanaged(routes['session.copies'], copiesToGoBackTo),
  'session.restore': unmanaged(routes['session.restore'], restoreCopy),
  'session.recover': unmanaged(routes['session.recover'], recover),
  'session.changePassword': unmanaged(routes['session.changePassword'], changePassword),
} satisfies HandlersOf<typeof routes>

async function appStatus({ services }: Call): Promise<AppStatus> {
  const { desk } = services
  const state = desk.state()
  return {
    state: state.name,
    problem: state.name === 'failed' ? state.problem : null,
    reason: state.name === 'failed' ? state.reason : null,
    hasCopies: state.name === 'needs-setup' && (await desk.copiesAt(null)).length > 0,
    engine: desk.engine,
    version: services.version,
    demo: services.demoAccounts,
  }
}

async function signIn(call: Call, input: ParsedInputOf<'session.signIn'>): Promise<SessionPerson> {
  const vault = requireVault(call)
  const username = readUsername(input.username)
  const { personId, keys } = await guess(call, atTheDoor(vault, username), () =>
    vault.unlock({ username, password: input.password }),
  )
  const { clockConfirmed } = input
  return startSession(call, personId, keys, { action: 'session.signedIn', clockConfirmed })
}

/** The printed key opens the board when a password is lost: it sets a new one for an account. */
async function recover(
  call: Call,
  input: ParsedInputOf<'session.recover'>,
): Promise<SessionPerson> {
  const vault = requireVault(call)
  const username = readUsername(input.username)
  const account = vault.people().find((each) => each.username === username)
  const keys = await guess(call, withRecoveryKey(vault, username), () =>
    vault.unlockWithRecoveryKey(input.recoveryKey),
  )
  if (account === undefined) throw new DomainError('WRONG_CREDENTIALS')
  requireGoodPassword(input.newPassword, [username], 'newPassword')
  const { clockConfirmed, newPassword: password } = input
  return startSession(call, account.id, keys, {
    ...recovering(call, { personId: account.id, keys, password }),
    clockConfirmed,
  })
}

async function signOut(call: Call): Promise<Readonly<{ signedOut: true }>> {
  const { sessions } = call.services
  if (sessions.of(call.windowId) !== null && call.services.desk.board() !== null) {
    await inTransaction(call, 'half', async (context) => {
      context.audit({
        action: 'session.signedOut',
        entity: 'person',
        entityId: context.actor.personId,
      })
    }).catch(() => undefined)
  }
  await endSession(call)
  return { signedOut: true }
}

/** Ends every session of whoever asks, at this window and any other. */
async function signOutEverywhere(call: Call): Promise<Readonly<{ signedOut: true }>> {
  const { actor } = await requireActor(call, 'one-time')
  await endPersonSessions(call, actor.personId, 'elsewhere', true)
  return signOut(call)
}

async function currentPerson(call: Call): Promise<SessionPerson | null> {
  const board = call.services.desk.board()
  const session = call.services.sessions.of(call.windowId)
  if (board === null || session === null) return null
  return board.store.read(async (repositories) => {
    const person = await repositories.people.find(session.personId)
    if (person === null || !person.active) return null
    const member = await memberOf(repositories, person)
    return describePerson(call, repositories, member, session.lacks)
  })
}

/**
 * Their own password again, and the code of whoever has a second step, guessed at as slowly as at the door. It counts at
 * this window and until its session ends.
 */
async function prove(
  call: Call,
  { password, code }: ParsedInputOf<'session.prove'>,
): Promise<Readonly<{ proven: true }>> {
  const { actor, board } = await requireActor(call, 'own-password')
  const { username, personId } = actor
  await guess(call, ofOneself(actor), () => requireVault(call).unlock({ username, password }))
  const asksForCode = await board.store.read(
    async ({ secondFactors }) => (await secondFactors.find(personId)) !== null,
  )
  const done = (): Promise<void> =>
    inTransaction(call, 'own-password', async (context) => {
      if (asksForCode) await useCode(context, personId, code, isCodeOf)
      context.audit({ action: 'session.proved', entity: 'person', entityId: personId })
    })
  await (asksForCode ? guess(call, codeOfOneself(actor), done) : done())
  call.services.sessions.prove(call.windowId, personId)
  return { proven: true }
}

async function changePassword(
  call: Call,
  input: ParsedInputOf<'session.changePassword'>,
): Promise<Readonly<{ changed: true }>> {
  const { actor, board } = await requireActor(call, 'one-time')
  const vault = requireVault(call)
  const { username, personId } = actor
  await guess(call, ofOneself(actor), () =>
    vault.unlock({ username, password: input.currentPassword }),
  )
  if (input.newPassword.normalize('NFC') === input.currentPassword.normalize('NFC')) {
    throw invalid('newPassword', 'PASSWORD_UNCHANGED')
  }
  const settings = await board.store.read((repositories) => repositories.settings.load())
  requireGoodPassword(input.newPassword, passwordWords(actor, settings), 'newPassword')
  await vault.setPassword(personId, input.newPassword, board.keys.dataKey)
  await inTransaction(call, 'one-time', ownPasswordSet)
  await endPersonSessions(call, personId, 'password-changed', true)
  return { changed: true }
}
