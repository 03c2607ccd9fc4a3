import type { AuditAction } from '#core/audit/actions.ts'
import { clockDoubt, type ClockDoubt } from '#core/audit/clock.ts'
import type { AuditEntry } from '#core/audit/model.ts'
import type { Instant } from '#core/kernel/calendar.ts'
import { DomainError } from '#core/kernel/errors.ts'
import type { Person } from '#core/people/model.ts'
import { awaitsConfirmation, membersOf, type Member } from '#core/people/account.ts'
import { missingFactor } from '#core/people/commands/second-factor.ts'
import { can } from '#core/people/permissions.ts'
import type { MissingFactor } from '#core/people/second-factor.ts'
import type { Repositories } from '#core/ports/repositories.ts'
import type { SessionPerson } from '#shared/contract/session.ts'
import { endSessionOnRecord } from '../../dispatch/end-session.ts'
import type { VaultKeys } from '../../vault/data-key.ts'
import { recountAtOpening } from '../../dispatch/recount-clocks.ts'
import { markedEntry, type Call } from '../../dispatch/route.ts'
import { dropLostAccounts } from './agree-on-people.ts'
import { recordGoingBack } from './gone-back.ts'
import { recordKeptGuesses } from './guesses.ts'
import { requireVault } from './vault-access.ts'

/** What becomes true as somebody comes in. */
export type Entering = Readonly<{
  action: AuditAction
  /** A copy has just taken the place of the database, by whoever comes in. */
  goesBack?: boolean
  /** Whoever signs in has looked at the clock of this machine and says that it is right. */
  clockConfirmed?: boolean
  /** Written with the record of it. */
  write?: (
    repositories: Repositories,
    at: Instant,
    person: Person,
    audit: (entry: AuditEntry) => void,
  ) => Promise<void>
  /** Done once that is on record, before they are in. */
  then?: () => Promise<void>
}>

/**
 * Opens the board with these keys and signs the person in at this window, on record; half only while their code is
 * missing. Raises `CLOCK_DOUBTFUL` before
 * anything is written while the clock disagrees with the last entry of the journal and nobody has confirmed it: what is
 * recorded from then on is dated by it.
 */
export function startSession(
  call: Call,
  personId: string,
  keys: VaultKeys,
  { action, goesBack = false, clockConfirmed = false, write, then }: Entering,
): Promise<SessionPerson> {
  const { desk, clock, ids, sessions } = call.services
  return whileLettingIn(call, async () => {
    const board = await desk.unlock(keys)
    const { store } = board
    const { settings, person, last } = await store.read(async (repositories) => ({
      settings: await repositories.settings.load(),
      person: await repositories.people.find(personId),
      last: (await repositories.audit.page({}, null, 1))[0]?.at ?? null,
    }))
    if (settings === null) {
      await desk.reopenSetUp()
      throw new DomainError('NOT_SET_UP')
    }
    if (person === null || !person.active) throw new DomainError('WRONG_CREDENTIALS')
    const { id, fullName } = person
    const now = clock.now()
    const doubt = requireClock(now, last, clockConfirmed)
    const actor = { personId: id, name: fullName }
    // First of all that is written: an entry more would hide that the last one is gone.
    const back = await desk.goneBack()
    await desk.settle({ actor, at: now, ids, restoredFrom: back?.madeAt ?? null })
    await recordKeptGuesses(call, board)
    // Whoever sat here before leaves on record, with what this window still held for them.
    if (sessions.of(call.windowId) !== null) await endSessionOnRecord(call)
    const { described, lacks, apart } = await store.write(
      actor,
      now,
      async (repositories, audit) => {
        if (doubt !== null) {
          const changes = [{ field: 'clock', from: last, to: now }]
          audit({ action: 'clock.confirmed', entity: 'journal', entityId: 'clock', changes })
        }
        await write?.(repositories, now, person, audit)
        const context = { repositories, audit, clock: { now: () => now } }
        const apart =
          back === null ? null : await recordGoingBack(context, back, requireVault(call), !goesBack)
        const lacks = await missingFactor(repositories, person)
        const member = await memberOf(repositories, person)
        const { cause } = member.account
        const unconfirmed = awaitsConfirmation(member) ? cause : null
        const done =
          lacks === 'code' && action === 'session.signedIn' ? 'session.passwordGiven' : action
        audit(markedEntry({ action: done, entity: 'person', entityId: id }, unconfirmed))
        return { described: await describePerson(call, repositories, member, lacks), lacks, apart }
      },
    )
    if (apart !== null) {
      await dropLostAccounts(requireVault(call), apart)
      await desk.goneBackOnRecord()
    }
    await then?.()
    sessions.start(call.windowId, person, lacks)
    void recountAtOpening(call.services, board)
    return described
  })
}

/**
 * How the clock of this machine disagrees with the last entry of a journal; null when it does not.
 * @throws DomainError `CLOCK_DOUBTFUL` when it does and nobody has confirmed the clock.
 */
export function requireClock(
  now: Instant,
  last: Instant | null,
  confirmed: boolean,
): ClockDoubt | null {
  const doubt = clockDoubt(now, last)
  if (doubt === null || confirmed) return doubt
  throw new DomainError('CLOCK_DOUBTFUL', [
    { path: '', code: doubt, params: { last: last ?? '', now } },
  ])
}

/** Opens the board for somebody who may turn out not to be let in: it is locked again when nobody is. */
export async function whileLettingIn<Result>(
  { services }: Call,
  enter: () => Promise<Result>,
): Promise<Result> {
  const { desk, sessions } = services
  const signInStarted = sessions.startSignIn()
  try {
    return await enter()
  } finally {
    signInStarted()
    if (sessions.isEmpty()) await desk.lock()
  }
}

/** Somebody with their account. */
export async function memberOf(
  { accounts }: Pick<Repositories, 'accounts'>,
  person: Person,
): Promise<Member> {
  const account = await accounts.find(person.id)
  const [member] = membersOf([person], account === null ? [] : [account])
  if (member === undefined) throw new Error('a person without an account')
  return member
}

/** Somebody signed in, as their window is told of them. */
export async function describePerson(
  call: Call,
  { people, secondFactors }: Pick<Repositories, 'people' | 'secondFactors'>,
  member: Member,
  lacks: MissingFactor | null,
): Promise<SessionPerson> {
  const { person, account } = member
  const { id, username, fullName, title, role } = person
  const recoveryPending = can(role, 'board.administer') && !requireVault(call).recoveryConfirmed()
  const { cause, since, causedBy } = account
  const maker = causedBy === null ? null : await people.find(causedBy)
  const factor = await secondFactors.find(id)
  return {
    ...{ id, username, fullName, title, role, recoveryPending },
    oneTimePassword: !account.ownPassword,
    secondStep: lacks ?? (factor === null ? 'off' : 'on'),
    recoveryCodes: factor?.recoveryHashes.length ?? 0,
    setByOthers:
      !account.ownPassword || awaitsConfirmation(member)
        ? { cause, since, by: maker?.fullName ?? null }
        : null,
  }
}
