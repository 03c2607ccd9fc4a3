import { changedFields } from '#core/audit/model.ts'
import { DomainError } from '#core/kernel/errors.ts'
import { can } from '#core/people/permissions.ts'
import { copyRoutes as routes } from '#shared/contract/copies.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/index.ts'
import {
  unmanaged,
  inTransaction,
  requireActor,
  type Call,
  type HandlersOf,
} from '../dispatch/route.ts'
import { endSession } from '../dispatch/end-session.ts'
import { startSession } from './session/start-session.ts'
import type { VaultKeys } from '../vault/data-key.ts'
import { agreeOnPeople, dropLostAccounts } from './session/agree-on-people.ts'
import { readUsername, requireGoodPassword, requireVault } from './session/vault-access.ts'

export const copyHandlers = {
  'snapshots.list': unmanaged(routes['snapshots.list'], listCopies),
  'snapshots.take': unmanaged(routes['snapshots.take'], takeCopy),
} satisfies HandlersOf<typeof routes>

/** The copies of the database that are kept, and whether the last attempt to make one failed. */
async function listCopies(call: Call): Promise<OutputOf<'snapshots.list'>> {
  await requireActor(call, 'settings.manage')
  const { kept, problem } = await call.services.desk.snapshots()
  return { moments: kept.map(({ at }) => at), problem }
}

/** Makes one now, with who asked for it on record. */
async function takeCopy(call: Call): Promise<OutputOf<'snapshots.take'>> {
  await requireActor(call, 'settings.manage')
  const { desk } = call.services
  if (desk.engine !== 'sqlite') {
    throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'SERVER_KEEPS_COPIES' }])
  }
  await inTransaction(call, 'settings.manage', async (context) => {
    context.audit({ action: 'snapshot.taken', entity: 'settings', entityId: 'snapshot' })
  })
  // After the record of it, so that the copy has that too.
  await desk.takeSnapshot()
  return listCopies(call)
}

/** Once damage is known nothing can be saved any more: whoever is still signed in is signed out in order first. */
async function everybodyOut({ services }: Call): Promise<void> {
  const { desk, sessions, emit } = services
  if (!desk.isDamaged()) return
  for (const { windowId } of sessions.all()) {
    await endSession({ services, windowId })
    emit({ type: 'event', windowId, event: { type: 'signed-out', reason: 'elsewhere' } })
  }
}

/**
 * Goes back to the newest copy of a database that cannot be used any more, for a chair of that copy, who is then
 * signed in, with their password or with the recovery key and a new one. What was written after the copy is not in it;
 * the damaged database is set aside, not deleted. People and keys agree afterwards.
 */
export async function restoreCopy(
  call: Call,
  input: ParsedInputOf<'session.restore'>,
): Promise<OutputOf<'session.restore'>> {
  const vault = requireVault(call)
  const { personId, keys } = await proven(call, input)
  await everybodyOut(call)
  const madeAt = await call.services.desk.restore(keys, async (store) => {
    const person = await store.read(({ people }) => people.find(personId))
    // A copy from before somebody came says nothing about them; an older one may.
    if (person === null) throw new DomainError('NOT_FOUND', [{ path: '', code: 'NO_SNAPSHOT' }])
    if (!person.active || !can(person.role, 'settings.manage')) throw new DomainError('FORBIDDEN')
  })
  const { clockConfirmed, recoveryKey } = input
  const action = recoveryKey === null ? 'session.signedIn' : 'session.recovered'
  const opening = { restoredFrom: madeAt, clockConfirmed }
  const person = await startSession(call, personId, keys, action, opening)
  if (recoveryKey !== null) await vault.setPassword(personId, input.password, keys.dataKey)
  const apart = await inTransaction(call, 'settings.manage', async (context) => {
    const found = await agreeOnPeople(context, vault)
    context.audit({
      action: 'board.restored',
      entity: 'settings',
      entityId: 'snapshot',
      changes: changedFields(
        {},
        { madeAt, accountsLost: found.lost, accountsOut: found.outAgain },
      ).filter(({ to }) => !Array.isArray(to) || to.length > 0),
    })
    return found
  })
  await dropLostAccounts(vault, apart)
  return { person, madeAt }
}

/** Who asks: somebody with their password, or whoever holds the recovery key and gives them a new one. */
async function proven(
  call: Call,
  { username: typed, password, recoveryKey }: ParsedInputOf<'session.restore'>,
): Promise<Readonly<{ personId: string; keys: VaultKeys }>> {
  const vault = requireVault(call)
  const { attempts } = call.services
  const username = readUsername(typed)
  if (recoveryKey === null) {
    return attempts.guess(username, () => vault.unlock({ username, password }))
  }
  const keys = await attempts.guess('recovery-key', () => vault.unlockWithRecoveryKey(recoveryKey))
  const account = vault.people().find((each) => each.username === username)
  if (account === undefined) throw new DomainError('WRONG_CREDENTIALS')
  requireGoodPassword(password, [username], 'newPassword')
  return { personId: account.id, keys }
}
