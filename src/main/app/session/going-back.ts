import { DomainError } from '#core/kernel/errors.ts'
import { can } from '#core/people/permissions.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/index.ts'
import { keptCopy } from '../../copies/kept-copy.ts'
import type { Store } from '../../db/store.ts'
import { endSession } from '../../dispatch/end-session.ts'
import { reading, requireActor, type Call } from '../../dispatch/route.ts'
import type { VaultKeys } from '../../vault/data-key.ts'
import type { KeysOfCopy } from '../../vault/keys-of-copy.ts'
import { NOTHING_SALVAGED } from './gone-back.ts'
import { atTheDoor, guess, withRecoveryKey } from './guesses.ts'
import { recovering } from './recovering.ts'
import { requireClock, startSession } from './start-session.ts'
import { passwordWords, readUsername, requireGoodPassword, requireVault } from './vault-access.ts'

type Restorer = Readonly<{
  username: string
  password: string
  recoveryKey: string | null
  place: string | null
}>

/** Who asks, and the keys that say so: those of the folder, or of a copy where the folder has none. */
type Proven = Readonly<{
  personId: string
  keys: VaultKeys
  /** The text of the copy's keys; null where the folder has its own. */
  keyFile: string | null
}>

/**
 * The copies there are to go back to, for somebody who proves who they are by the keys of the folder or, on a machine
 * that has none, by those of a copy. `newest` is the newest one that seems usable.
 */
export async function copiesToGoBackTo(
  call: Call,
  input: ParsedInputOf<'session.copies'>,
): Promise<OutputOf<'session.copies'>> {
  const { keys } = await proven(call, input)
  const found = await call.services.desk.copiesAt(input.place)
  const copies = found.map((copy) => keptCopy(copy, keys))
  return { copies, newest: copies.find(({ state }) => state !== 'altered')?.name ?? null }
}

/**
 * Goes back to a copy of a database that cannot be used any more, or that is not there: the one chosen or else an older
 * one, for a chair of that copy, who is then signed in, with their password or with the recovery key and a new one.
 * What was written after the copy is not in it; the damaged database is set aside, not deleted. People, keys and files
 * agree afterwards.
 */
export async function restoreCopy(
  call: Call,
  input: ParsedInputOf<'session.restore'>,
): Promise<OutputOf<'session.restore'>> {
  const { place, from, clockConfirmed, recoveryKey, password } = input
  const { personId, keys, keyFile } = await proven(call, input)
  await everybodyOut(call)
  const { desk } = call.services
  const admit = (store: Store): Promise<boolean> => mayGoBack(call, store, personId, input)
  const going = { keys, by: personId, keyFile, place, from, admit }
  const { madeAt, filesLost, salvaged } = await desk.restore(going)
  const entering =
    recoveryKey === null
      ? { action: 'session.signedIn' as const }
      : recovering(call, { personId, keys, password })
  const person = await startSession(call, personId, keys, {
    ...entering,
    goesBack: true,
    clockConfirmed,
  })
  const { entries, complete, complaints } = salvaged ?? NOTHING_SALVAGED
  // That they may, the copy has said. Their code or their own password may be still to come: `half` waits for neither.
  const inner = await requireActor(call, 'half')
  const known = await reading(inner, ({ repositories }) =>
    repositories.complaints.codes(complaints),
  )
  const codes = [...known.values()].toSorted()
  return { person, madeAt, filesLost, salvaged: { entries, complete, complaints: codes } }
}

/**
 * Whether a copy lets them go back to it; false when it does not know them. Whatever may refuse them afterwards is asked
 * here: once the copy has changed places it cannot be asked for again.
 */
async function mayGoBack(
  { services: { clock } }: Call,
  store: Store,
  personId: string,
  { password, recoveryKey, clockConfirmed }: ParsedInputOf<'session.restore'>,
): Promise<boolean> {
  const { person, settings, last } = await store.read(async (repositories) => ({
    person: await repositories.people.find(personId),
    settings: await repositories.settings.load(),
    last: (await repositories.audit.page({}, null, 1))[0]?.at ?? null,
  }))
  if (person === null) return false
  if (!person.active || !can(person.role, 'settings.manage')) throw new DomainError('FORBIDDEN')
  requireClock(clock.now(), last, clockConfirmed)
  if (recoveryKey !== null) {
    requireGoodPassword(password, passwordWords(person, settings), 'newPassword')
  }
  return true
}

/** Once damage is known nothing can be saved any more: whoever is still signed in is signed out in order first. */
async function everybodyOut({ services }: Call): Promise<void> {
  const { desk, sessions } = services
  if (!desk.isDamaged()) return
  for (const { windowId } of sessions.all()) {
    await endSession({ services, windowId }, 'elsewhere')
  }
}

async function proven(call: Call, restorer: Restorer): Promise<Proven> {
  const { desk } = call.services
  if (desk.state().name !== 'needs-setup') {
    return { ...(await open(call, requireVault(call), restorer)), keyFile: null }
  }
  const found = await desk.keysAt(restorer.place)
  let refusal: unknown = new DomainError('NOT_FOUND', [{ path: 'place', code: 'NO_SNAPSHOT' }])
  for (const { vault, text } of found) {
    try {
      return { ...(await open(call, vault, restorer)), keyFile: text }
    } catch (error) {
      // Keys of before somebody changed their password may still open with the old one.
      if (!(error instanceof DomainError) || error.code !== 'WRONG_CREDENTIALS') throw error
      refusal = error
    }
  }
  throw refusal
}

/** Who asks: somebody with their password, or whoever holds the recovery key and gives them a new one. */
async function open(
  call: Call,
  vault: KeysOfCopy,
  { username: typed, password, recoveryKey }: Restorer,
): Promise<Omit<Proven, 'keyFile'>> {
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
