import { DomainError, invalid } from '#core/kernel/errors.ts'
import { ownPasswordSet } from '#core/people/commands/accounts.ts'
import type { ParsedInputOf } from '#shared/contract/index.ts'
import {
  sessionRoutes as routes,
  type AppStatus,
  type SessionPerson,
} from '#shared/contract/session.ts'
import { restoreCopy } from '../copies.ts'
import {
  unmanaged,
  inTransaction,
  requireActor,
  type Call,
  type HandlersOf,
} from '../../dispatch/route.ts'
import { endSession } from '../../dispatch/end-session.ts'
import { endPersonSessions } from './end-person-sessions.ts'
import { atTheDoor, guess, ofOneself, withRecoveryKey } from './guesses.ts'
import { recovering } from './recovering.ts'
import { describePerson, memberOf, startSession } from './start-session.ts'
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
  'session.restore': unmanaged(routes['session.restore'], restoreCopy),
  'session.recover': unmanaged(routes['session.recover'], recover),
  'session.changePassword': unmanaged(routes['session.changePassword'], changePassword),
} satisfies HandlersOf<typeof routes>

async function appStatus({ services }: Call): Promise<AppStatus> {
  const state = services.desk.state()
  return {
    state: state.name,
    problem: state.name === 'failed' ? state.problem : null,
    reason: state.name === 'failed' ? state.reason : null,
    engine: services.desk.engine,
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
    ...recovering(call, { personId: account.id, keys, password, field: 'newPassword' }),
    clockConfirmed,
  })
}

async function signOut(call: Call): Promise<Readonly<{ signedOut: true }>> {
  const { sessions } = call.services
  if (sessions.of(call.windowId) !== null && call.services.desk.board() !== null) {
    await inTransaction(call, 'one-time', async (context) => {
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
    return describePerson(call, repositories, await memberOf(repositories, person))
  })
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
