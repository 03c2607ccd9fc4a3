import { randomBytes } from 'node:crypto'

import { invalid } from '#core/kernel/errors.ts'

import { deriveKeyFromPassword, type ArgonParameters } from './argon.ts'
import { deriveKeyFromRecovery } from './data-key.ts'
import { ownerOf } from './epochs.ts'
import type { PersonEntry, RecoveryEntry } from './key-file.ts'
import type { NewPerson } from './vault-model.ts'
import { createWay, RECOVERY_OWNER, type Sealing } from './ways-in.ts'

const SALT_BYTES = 16

const USERNAME = /^[a-z0-9._-]{3,32}$/

/** The form in which a user name is kept and compared. @throws DomainError INVALID_INPUT. */
export function normaliseUsername(username: string): string {
  const normal = username.normalize('NFC').trim().toLowerCase()
  if (!USERNAME.test(normal)) throw invalid('username', 'USERNAME_INVALID')
  return normal
}

export function findByUsername(
  people: readonly PersonEntry[],
  username: string,
): PersonEntry | undefined {
  const wanted = username.normalize('NFC').trim().toLowerCase()
  return people.find((person) => person.username === wanted)
}

/** What a password is for somebody; for nobody, after the same work (`argon`), something that opens nothing. */
export function secretOf(
  person: PersonEntry | undefined,
  password: string,
  argon: ArgonParameters,
): Promise<Uint8Array> {
  const salt = person ? Buffer.from(person.salt, 'base64') : randomBytes(SALT_BYTES)
  return deriveKeyFromPassword(password, salt, person?.argon ?? argon)
}

/** Somebody's entry, for whichever data key it is made in the end: the slow part does not depend on it. */
export type Lock = (sealing: Sealing) => PersonEntry

export async function lockFor(person: NewPerson, argon: ArgonParameters): Promise<Lock> {
  const username = normaliseUsername(person.username)
  const salt = randomBytes(SALT_BYTES)
  const secret = await deriveKeyFromPassword(person.password, salt, argon)
  return lockOf({ id: person.id, username, salt: salt.toString('base64'), argon }, secret)
}

export function lockOf(person: Omit<PersonEntry, 'way'>, secret: Uint8Array): Lock {
  const { id, username, salt, argon } = person
  return (sealing) => ({
    ...{ id, username, salt, argon },
    way: createWay(secret, ownerOf(person), sealing),
  })
}

export function recoveryEntryFor(recoveryKey: string, sealing: Sealing): RecoveryEntry {
  const salt = randomBytes(SALT_BYTES)
  const way = createWay(deriveKeyFromRecovery(recoveryKey, salt), RECOVERY_OWNER, sealing)
  return { salt: salt.toString('base64'), way, confirmed: false }
}
