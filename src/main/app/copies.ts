import { changedFields } from '#core/audit/model.ts'
import { rehearsalEntry } from '#core/copies/rehearsal.ts'
import { DomainError } from '#core/kernel/errors.ts'
import { can } from '#core/people/permissions.ts'
import { copyRoutes as routes, type KeptCopy } from '#shared/contract/copies.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/index.ts'
import { isGenuine } from '../copies/manifest.ts'
import type { BoardCopy } from '../copies/place.ts'
import {
  unmanaged,
  inTransaction,
  requireActor,
  requireBoard,
  type Call,
  type HandlersOf,
} from '../dispatch/route.ts'
import { endSession } from '../dispatch/end-session.ts'
import { lastRehearsal } from '../workspace/weekly-rehearsal.ts'
import { startSession } from './session/start-session.ts'
import type { VaultKeys } from '../vault/data-key.ts'
import { agreeOnPeople, dropLostAccounts } from './session/agree-on-people.ts'
import { atTheDoor, guess, withRecoveryKey } from './session/guesses.ts'
import { recovering } from './session/recovering.ts'
import { readUsername, requireGoodPassword, requireVault } from './session/vault-access.ts'

export const copyHandlers = {
  'snapshots.list': unmanaged(routes['snapshots.list'], listCopies),
  'snapshots.take': unmanaged(routes['snapshots.take'], takeCopy),
  'snapshots.rehearse': unmanaged(routes['snapshots.rehearse'], rehearseCopy),
} satisfies HandlersOf<typeof routes>

/** The copies that are kept, whether the last attempt to make one failed, and how going back went. */
async function listCopies(call: Call): Promise<OutputOf<'snapshots.list'>> {
  await requireActor(call, 'settings.manage')
  const { desk } = call.services
  const board = requireBoard(call)
  const { kept, problem } = await desk.snapshots()
  return {
    copies: kept.map((copy) => keptCopy(copy, board.keys.copiesKey)),
    problem,
    rehearsal: await lastRehearsal(board.store),
  }
}

function keptCopy(copy: BoardCopy, copiesKey: Buffer): KeptCopy {
  const { name, at, bytes, manifest } = copy
  if (manifest === null) {
    const state = copy.sequence === 0 ? 'databaseOnly' : 'altered'
    return { name, at, bytes, state, lost: 0, complaints: null, lastEntryAt: null }
  }
  const lost = manifest.missing.length + manifest.damaged.length
  const { complaints, lastEntryAt } = manifest
  const isWhole = lost === 0 ? 'whole' : 'incomplete'
  const state = isGenuine(manifest, copiesKey) ? isWhole : 'altered'
  return { name, at, bytes, state, lost, complaints, lastEntryAt }
}

/** Makes one now, with who asked for it on record. */
async function takeCopy(call: Call): Promise<OutputOf<'snapshots.take'>> {
  await requireActor(call, 'settings.manage')
  requireOwnCopies(call)
  await inTransaction(call, 'settings.manage', async (context) => {
    context.audit({ action: 'snapshot.taken', entity: 'settings', entityId: 'snapshot' })
  })
  // After the record of it, so that the copy has that too.
  await call.services.desk.takeSnapshot()
  return listCopies(call)
}

/** Tries going back to the newest copy, and puts on record who asked and how it went. */
async function rehearseCopy(call: Call): Promise<OutputOf<'snapshots.rehearse'>> {
  await requireActor(call, 'settings.manage')
  requireOwnCopies(call)
  const rehearsal = await call.services.desk.rehearse()
  await inTransaction(call, 'settings.manage', async (context) => {
    context.audit(rehearsalEntry(rehearsal))
  })
  return listCopies(call)
}

function requireOwnCopies({ services: { desk } }: Call): void {
  if (desk.engine === 'sqlite') return
  throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'SERVER_KEEPS_COPIES' }])
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
  const entering =
    recoveryKey === null
      ? { action: 'session.signedIn' as const }
      : recovering(call, { personId, keys, password: input.password, field: 'newPassword' })
  const opening = { ...entering, restoredFrom: madeAt, clockConfirmed }
  const person = await startSession(call, personId, keys, opening)
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
  const username = readUsername(typed)
  if (recoveryKey === null) {
    return guess(call, atTheDoor(vault, username), () => vault.unlock({ username, password }))
  }
  const keys = await guess(call, withRecoveryKey(vault, username), () =>
    vault.unlockWithRecoveryKey(recoveryKey),
  )
  const account = vault.people().find((each) => each.username === username)
  if (account === undefined) throw new DomainError('WRONG_CREDENTIALS')
  requireGoodPassword(password, [username], 'newPassword')
  return { personId: account.id, keys }
}
