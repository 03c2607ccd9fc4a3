import type { AuditAction } from '#core/audit/actions.ts'
import { clockDoubt } from '#core/audit/clock.ts'
import type { Instant } from '#core/kernel/calendar.ts'
import { DomainError } from '#core/kernel/errors.ts'
import type { Person } from '#core/people/model.ts'
import { can } from '#core/people/permissions.ts'
import type { SessionPerson } from '#shared/contract/session.ts'
import type { VaultKeys } from '../../vault/data-key.ts'
import type { Call } from '../../dispatch/route.ts'
import { requireVault } from './vault-access.ts'

type Opening = Readonly<{
  /** When the copy was made that has just taken the place of the database. */
  restoredFrom?: Instant | null
  /** Whoever signs in has looked at the clock of this machine and says that it is right. */
  clockConfirmed?: boolean
}>

/**
 * Opens the board with these keys and signs the person in at this window, on record as `action`. Raises `CLOCK_DOUBTFUL`
 * before anything is written while the clock disagrees with the last entry of the journal and nobody has confirmed it:
 * what is recorded from then on is dated by it.
 */
export function startSession(
  call: Call,
  personId: string,
  keys: VaultKeys,
  action: AuditAction,
  { restoredFrom = null, clockConfirmed = false }: Opening = {},
): Promise<SessionPerson> {
  const { desk, clock, ids, sessions } = call.services
  return whileLettingIn(call, async () => {
    const { store } = await desk.unlock(keys)
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
    const actor = { personId: id, name: fullName }
    const doubt = clockDoubt(now, last)
    if (doubt !== null && !clockConfirmed) {
      const params = { last: last ?? '', now }
      throw new DomainError('CLOCK_DOUBTFUL', [{ path: '', code: doubt, params }])
    }
    await desk.settle({ actor, at: now, ids, restoredFrom })
    await store.write(actor, now, async (_repositories, audit) => {
      if (doubt !== null) {
        const changes = [{ field: 'clock', from: last, to: now }]
        audit({ action: 'clock.confirmed', entity: 'journal', entityId: 'clock', changes })
      }
      audit({ action, entity: 'person', entityId: id })
    })
    sessions.start(call.windowId, person, now)
    return describePerson(call, person)
  })
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

/** Somebody signed in, as their window is told of them. */
export function describePerson(call: Call, person: Person): SessionPerson {
  const { id, username, fullName, title, role } = person
  const recoveryPending = can(role, 'board.administer') && !requireVault(call).recoveryConfirmed()
  return { id, username, fullName, title, role, recoveryPending }
}
