import { isPlaceBehind, placeEntry } from '#core/copies/second-place.ts'
import { DomainError, invalid } from '#core/kernel/errors.ts'
import { can } from '#core/people/permissions.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/index.ts'
import { inTransaction, requireActor, type Call } from '../../dispatch/route.ts'
import type { VaultKeys } from '../../vault/data-key.ts'
import type { Vault } from '../../vault/vault.ts'
import { atTheDoor, guess, withRecoveryKey } from '../session/guesses.ts'
import { readUsername } from '../session/vault-access.ts'

/** What the second place of the board is, and how it stands. */
export function viewPlace({ services: { desk, clock } }: Call): OutputOf<'snapshots.place'> {
  const place = desk.secondPlace.state()
  if (place === null) return { place }
  return { place: { ...place, isBehind: isPlaceBehind(place, clock.now()) } }
}

/** With who chose it on record first, so that the place has that too. */
export async function choosePlace(
  call: Call,
  { folder, abroadUnderstood }: ParsedInputOf<'snapshots.choosePlace'>,
): Promise<OutputOf<'snapshots.choosePlace'>> {
  const { board } = await requireActor(call, 'board.administer')
  const { desk } = call.services
  if (desk.engine !== 'sqlite') {
    throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'SERVER_KEEPS_COPIES' }])
  }
  await desk.secondPlace.choose(board, folder, async (kind) => {
    if (kind.cloud && !abroadUnderstood) throw invalid('abroadUnderstood', 'SECOND_PLACE_CLOUD')
    await inTransaction(call, 'board.administer', async (context) =>
      context.audit(placeEntry(kind)),
    )
  })
  return viewPlace(call)
}

/** None from now on, with who gave it up on record. */
export async function leavePlace(call: Call): Promise<OutputOf<'snapshots.leavePlace'>> {
  const { board } = await requireActor(call, 'board.administer')
  const { secondPlace } = call.services.desk
  if (secondPlace.state() === null) throw new DomainError('NOT_FOUND')
  await inTransaction(call, 'board.administer', async (context) => context.audit(placeEntry(null)))
  await secondPlace.leave(board)
  return viewPlace(call)
}

/** For a chair of the board that lies there, or for whoever holds its recovery key. */
export async function bringBoardBack(
  call: Call,
  { folder, secret }: ParsedInputOf<'snapshots.bringBack'>,
): Promise<OutputOf<'snapshots.bringBack'>> {
  const { desk, clock } = call.services
  let who: string | null = null
  const prove = async (vault: Vault): Promise<VaultKeys> => {
    if (secret.kind === 'recoveryKey') {
      const attempt = withRecoveryKey(vault, '')
      return guess(call, attempt, () => vault.unlockWithRecoveryKey(secret.recoveryKey))
    }
    const username = readUsername(secret.username)
    const { password } = secret
    const attempt = atTheDoor(vault, username)
    const { personId, keys } = await guess(call, attempt, () =>
      vault.unlock({ username, password }),
    )
    who = personId
    return keys
  }
  return desk.bringBack({
    folder,
    prove,
    async admit(store) {
      const personId = who
      const person =
        personId === null
          ? null
          : await store.readAs(personId, ({ people }) => people.find(personId))
      const mayComeIn = person?.active === true && can(person.role, 'settings.manage')
      if (personId !== null && !mayComeIn) throw new DomainError('FORBIDDEN')
      const actor = { personId, name: person?.fullName ?? '' }
      await store.write(actor, clock.now(), async (_repositories, audit) => {
        audit({ action: 'board.broughtBack', entity: 'settings', entityId: 'secondPlace' })
      })
    },
  })
}
