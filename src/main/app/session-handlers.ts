import type { AuditAction } from '#core/audit/actions.ts'
import { DomainError, type Issue } from '#core/kernel/errors.ts'
import type { Person } from '#core/people/model.ts'
import { addPerson } from '#core/people/commands/people.ts'
import { can } from '#core/people/permissions.ts'
import { initialSettings } from '#core/settings/commands/settings.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/index.ts'
import type { AppStatus, SessionPerson } from '#shared/contract/session.ts'
import { checkPassword } from '../vault/passwords.ts'
import { isSameRecoveryGroup, recoveryKeyGroups } from '../vault/recovery-key.ts'
import { normaliseUsername, type Vault } from '../vault/vault.ts'
import type { VaultKeys } from '../vault/data-key.ts'
import type { ShownRecoveryKey } from './recovery-keys.ts'
import { inTransaction, requireActor, type Call } from './route.ts'

export async function appStatus({ services }: Call): Promise<AppStatus> {
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

/** First run: keys, encrypted database, settings and the first chair, who is then signed in. */
export async function setUp(
  call: Call,
  input: ParsedInputOf<'setup.create'>,
): Promise<ShownRecoveryKey> {
  const { desk, ids, clock, sessions, recoveryKeys } = call.services
  if (desk.state().name !== 'needs-setup') throw new DomainError('ALREADY_SET_UP')
  const { chair, organisation, sites } = input
  const { username, fullName, title, password } = chair
  requireGoodPassword(password, [username, ...sites.map((site) => site.name)], 'chair.password')

  const id = ids.next()
  return letIn(call, async () => {
    const created = await desk.create({ id, username, password })
    try {
      const { store } = await desk.unlock(created.keys, true)
      const now = clock.now()
      await store.write({ personId: id, name: fullName }, now, async (repositories, audit) => {
        const person = { id, username, fullName, title, role: 'chair', version: 1 } as const
        await repositories.people.insert({ ...person, active: true, createdAt: now })
        await repositories.settings.save(initialSettings(organisation, sites, chair))
        audit({ action: 'board.setUp', entity: 'settings', entityId: 'settings' })
      })
    } catch (error) {
      await desk.abandonSetUp()
      throw error
    }
    sessions.start(call.windowId, { id, fullName }, clock.now())
    return recoveryKeys.show(call.windowId, created.recoveryKey)
  })
}

/** A fresh recovery key for a chair who proves who they are; the old one opens nothing from now on. */
export async function renewRecoveryKey(
  call: Call,
  input: ParsedInputOf<'setup.renewRecoveryKey'>,
): Promise<ShownRecoveryKey> {
  const { attempts, recoveryKeys } = call.services
  const { actor, board } = await requireActor(call, 'settings.manage')
  const vault = requireVault(call)
  const { username } = actor
  await attempts.guess(username, () => vault.unlock({ username, password: input.password }))
  const key = await vault.replaceRecoveryKey(board.keys.dataKey)
  await inTransaction(call, 'settings.manage', async (context) => {
    context.audit({ action: 'recovery.renewed', entity: 'settings', entityId: 'recovery' })
  })
  return recoveryKeys.show(call.windowId, key)
}

/** Proves that the shown key was written down: the asked groups, typed with the usual slips allowed. */
export async function confirmRecoveryKey(
  call: Call,
  input: ParsedInputOf<'setup.confirmRecoveryKey'>,
): Promise<Readonly<{ confirmed: true }>> {
  const { recoveryKeys } = call.services
  const shown = recoveryKeys.of(call.windowId)
  if (shown === null) {
    throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'RECOVERY_KEY_NOT_SHOWN' }])
  }
  const groups = recoveryKeyGroups(shown.recoveryKey)
  const wrong = shown.askGroups.flatMap((asked, index): readonly Issue[] =>
    isSameRecoveryGroup(input.groups[index] ?? '', groups[asked - 1] ?? '')
      ? []
      : [{ path: `groups.${index}`, code: 'RECOVERY_GROUP_WRONG' }],
  )
  if (wrong.length > 0) throw new DomainError('INVALID_INPUT', wrong)
  await requireVault(call).confirmRecovery()
  await inTransaction(call, 'settings.manage', async (context) => {
    context.audit({ action: 'recovery.confirmed', entity: 'settings', entityId: 'recovery' })
  })
  recoveryKeys.forget(call.windowId)
  return { confirmed: true }
}

export async function signIn(
  call: Call,
  input: ParsedInputOf<'session.signIn'>,
): Promise<SessionPerson> {
  const vault = requireVault(call)
  const username = readUsername(input.username)
  const { personId, keys } = await call.services.attempts.guess(username, () =>
    vault.unlock({ username, password: input.password }),
  )
  return begin(call, personId, keys, 'session.signedIn')
}

/**
 * Goes back to the newest copy of a database that cannot be used any more, for a chair of that copy, who is then
 * signed in. What was written after the copy is not in it; the damaged database is set aside, not deleted.
 */
export async function restoreBoard(
  call: Call,
  input: ParsedInputOf<'session.restore'>,
): Promise<OutputOf<'session.restore'>> {
  const vault = requireVault(call)
  const username = readUsername(input.username)
  const { personId, keys } = await call.services.attempts.guess(username, () =>
    vault.unlock({ username, password: input.password }),
  )
  const madeAt = await call.services.desk.restore(keys, async (store) => {
    const person = await store.read(({ people }) => people.find(personId))
    if (person === null || !person.active || !can(person.role, 'settings.manage')) {
      throw new DomainError('FORBIDDEN')
    }
  })
  const person = await begin(call, personId, keys, 'session.signedIn')
  await inTransaction(call, 'settings.manage', async (context) => {
    context.audit({
      action: 'board.restored',
      entity: 'settings',
      entityId: 'snapshot',
      changes: [{ field: 'madeAt', from: null, to: madeAt }],
    })
  })
  return { person, madeAt }
}

/** The printed key opens the board when a password is lost: it sets a new one for an account. */
export async function recover(
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
  const person = await begin(call, account.id, keys, 'session.recovered')
  await vault.setPassword(account.id, input.newPassword, keys.dataKey)
  return person
}

export async function signOut(call: Call): Promise<Readonly<{ signedOut: true }>> {
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

/** Ends a window's session; when it was the last, the board is locked and its keys are forgotten. */
export async function endSession({ services, windowId }: Call): Promise<void> {
  services.sessions.end(windowId)
  services.tickets.forget(windowId)
  services.jobs.forget(windowId)
  services.recoveryKeys.forget(windowId)
  if (services.sessions.isEmpty()) await services.desk.lock()
}

/**
 * Ends a session its person did not end by a press: the window was closed or locked itself, nobody sits at the
 * machine. On record as a sign-out; a record that cannot be written keeps nobody signed in.
 */
export async function endSessionOnRecord(call: Call): Promise<void> {
  const { desk, sessions, clock } = call.services
  const board = desk.board()
  // Ended before it is written down, so that two who notice at once write it once.
  const session = sessions.end(call.windowId)
  if (board !== null && session !== null) {
    const { personId, fullName } = session
    await board.store
      .write({ personId, name: fullName }, clock.now(), async (_repositories, audit) => {
        audit({ action: 'session.signedOut', entity: 'person', entityId: personId })
      })
      .catch(() => undefined)
  }
  await endSession(call)
}

/** Takes the way in from somebody who has left, at once and at every window. */
export async function endPersonSessions(call: Call, personId: string): Promise<void> {
  const { services } = call
  const vault = requireVault(call)
  if (vault.people().some((each) => each.id === personId)) await vault.removePerson(personId)
  for (const { windowId } of services.sessions.ofPerson(personId)) {
    await endSession({ services, windowId })
    services.emit({ type: 'event', windowId, event: { type: 'signed-out', reason: 'disabled' } })
  }
}

export async function currentPerson(call: Call): Promise<SessionPerson | null> {
  const board = call.services.desk.board()
  const session = call.services.sessions.of(call.windowId)
  if (board === null || session === null) return null
  const person = await board.store.read(({ people }) => people.find(session.personId))
  return person === null || !person.active ? null : describe(call, person)
}

export async function changePassword(
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

/** A second account: on record first, then given its own wrap of the key, so that neither exists alone for long. */
export async function createPerson(
  call: Call,
  input: ParsedInputOf<'people.create'>,
): Promise<Person> {
  const { password, ...facts } = input
  requireGoodPassword(password, [input.username], 'password')
  const { board } = await requireActor(call, 'people.manage')
  const vault = requireVault(call)
  const id = call.services.ids.next()
  const person = await inTransaction(call, 'people.manage', (context) =>
    addPerson(context, { ...facts, id }),
  )
  await vault.addPerson({ id, username: input.username, password }, board.keys.dataKey)
  return person
}

/** A new password for somebody who lost theirs, told to them by the chair. */
export async function resetPassword(
  call: Call,
  input: ParsedInputOf<'people.resetPassword'>,
): Promise<Readonly<{ changed: true }>> {
  const { board } = await requireActor(call, 'people.manage')
  const vault = requireVault(call)
  const person = await board.store.read(({ people }) => people.find(input.id))
  if (person === null) throw new DomainError('NOT_FOUND')
  if (!person.active) {
    throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'PERSON_INACTIVE' }])
  }
  requireGoodPassword(input.newPassword, [person.username], 'newPassword')
  const { dataKey } = board.keys
  // Somebody let back in after having left has no wrap of the key any more.
  await (vault.people().some((each) => each.id === person.id)
    ? vault.setPassword(person.id, input.newPassword, dataKey)
    : vault.addPerson({ ...person, password: input.newPassword }, dataKey))
  await call.services.attempts.forgive(person.username)
  await inTransaction(call, 'people.manage', async (context) => {
    context.audit({ action: 'person.passwordReset', entity: 'person', entityId: person.id })
  })
  return { changed: true }
}

function begin(
  call: Call,
  personId: string,
  keys: VaultKeys,
  action: AuditAction,
): Promise<SessionPerson> {
  const { desk, clock, sessions } = call.services
  return letIn(call, async () => {
    const { store } = await desk.unlock(keys)
    const { settings, person } = await store.read(async (repositories) => ({
      settings: await repositories.settings.load(),
      person: await repositories.people.find(personId),
    }))
    if (settings === null) {
      await desk.reopenSetUp()
      throw new DomainError('NOT_SET_UP')
    }
    if (person === null || !person.active) throw new DomainError('WRONG_CREDENTIALS')
    const { id, fullName } = person
    const now = clock.now()
    await store.write({ personId: id, name: fullName }, now, async (_repositories, audit) => {
      audit({ action, entity: 'person', entityId: id })
    })
    sessions.start(call.windowId, person, now)
    return describe(call, person)
  })
}

/** Opens the board for somebody who may turn out not to be let in: it is locked again when nobody is. */
async function letIn<Result>({ services }: Call, enter: () => Promise<Result>): Promise<Result> {
  const { desk, sessions } = services
  const arrived = sessions.arrive()
  try {
    return await enter()
  } finally {
    arrived()
    if (sessions.isEmpty()) await desk.lock()
  }
}

function describe(call: Call, person: Person): SessionPerson {
  const { id, username, fullName, title, role } = person
  const recoveryPending = can(role, 'board.administer') && !requireVault(call).recoveryConfirmed()
  return { id, username, fullName, title, role, recoveryPending }
}

function requireVault({ services }: Call): Vault {
  const state = services.desk.state()
  switch (state.name) {
    case 'ready':
      return state.vault
    case 'needs-setup':
      throw new DomainError('NOT_SET_UP')
    case 'failed':
      throw new DomainError(state.problem)
  }
}

function readUsername(typed: string): string {
  try {
    return normaliseUsername(typed)
  } catch {
    // What cannot be a user name is simply not one: the answer tells nothing else.
    throw new DomainError('WRONG_CREDENTIALS')
  }
}

function requireGoodPassword(password: string, words: readonly string[], path: string): void {
  const issues = checkPassword(password, words, path)
  if (issues.length > 0) throw new DomainError('INVALID_INPUT', issues)
}
