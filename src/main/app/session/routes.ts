import { DomainError } from '#core/kernel/errors.ts'
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
import { describePerson, startSession } from './start-session.ts'
import { readUsername, requireGoodPassword, requireVault } from './vault-access.ts'

export const sessionHandlers = {
  'app.status': unmanaged(routes['app.status'], appStatus),
  'session.signIn': unmanaged(routes['session.signIn'], signIn),
  'session.signOut': unmanaged(routes['session.signOut'], signOut),
  'session.current': unmanaged(routes['session.current'], currentPerson),
  'session.present': unmanaged(routes['session.present'], async (call) => {
    call.services.sessions.touch(call.windowId, call.services.clock.now())
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
  const { personId, keys } = await call.services.attempts.guess(username, () =>
    vault.unlock({ username, password: input.password }),
  )
  const { clockConfirmed } = input
  return startSession(call, personId, keys, 'session.signedIn', { clockConfirmed })
}

/** The printed key opens the board when a password is lost: it sets a new one for an account. */
async function recover(
  call: Call,
  input: ParsedInputOf<'session.recover'>,
): Promise<SessionPerson> {
  const vault = requireVault(call)
  const username = readUsername(input.username)
  const keys = await call.services.attempts.guess('recovery-key', () =>
    vault.unlockWithRecoveryKey(input.recoveryKey),
  )
  const account = vault.people().find((each) => each.username === username)
  if (account === undefined) throw new DomainError('WRONG_CREDENTIALS')
  requireGoodPassword(input.newPassword, [username], 'newPassword')
  const person = await startSession(call, account.id, keys, 'session.recovered', {
    clockConfirmed: input.clockConfirmed,
  })
  await vault.setPassword(account.id, input.newPassword, keys.dataKey)
  return person
}

async function signOut(call: Call): Promise<Readonly<{ signedOut: true }>> {
  const { sessions } = call.services
  if (sessions.of(call.windowId) !== null && call.services.desk.board() !== null) {
    await inTransaction(call, 'signed-in', async (context) => {
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

async function currentPerson(call: Call): Promise<SessionPerson | null> {
  const board = call.services.desk.board()
  const session = call.services.sessions.of(call.windowId)
  if (board === null || session === null) return null
  const person = await board.store.read(({ people }) => people.find(session.personId))
  return person === null || !person.active ? null : describePerson(call, person)
}

async function changePassword(
  call: Call,
  input: ParsedInputOf<'session.changePassword'>,
): Promise<Readonly<{ changed: true }>> {
  const { actor, board } = await requireActor(call, 'signed-in')
  const vault = requireVault(call)
  const { username, personId } = actor
  await call.services.attempts.guess(username, () =>
    vault.unlock({ username, password: input.currentPassword }),
  )
  requireGoodPassword(input.newPassword, [username], 'newPassword')
  await vault.setPassword(personId, input.newPassword, board.keys.dataKey)
  await inTransaction(call, 'signed-in', async (context) => {
    context.audit({ action: 'person.passwordChanged', entity: 'person', entityId: personId })
  })
  return { changed: true }
}
