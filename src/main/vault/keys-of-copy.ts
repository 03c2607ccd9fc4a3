import { DomainError } from '#core/kernel/errors.ts'

import { ARGON_DEFAULTS } from './argon.ts'
import { deriveKeyFromRecovery, type VaultKeys } from './data-key.ts'
import { findByUsername, secretOf } from './entries.ts'
import { keysOf, ownerOf } from './epochs.ts'
import { parseKeyFile } from './key-file.ts'
import { parseRecoveryKey } from './recovery-key.ts'
import type { Vault } from './vault-model.ts'
import { openWay, RECOVERY_OWNER } from './ways-in.ts'

/** The keys a copy of a board has, to be tried: whoever tries them, nothing is written. */
export type KeysOfCopy = Pick<Vault, 'people' | 'unlock' | 'unlockWithRecoveryKey'>

/** The keys in the text of a key file; null for a text that is none. */
export function keysOfCopy(text: string): KeysOfCopy | null {
  const file = parseKeyFile(text)
  if (file === null) return null

  function opened(dataKey: Buffer | null): VaultKeys {
    if (file === null || dataKey === null) throw new DomainError('WRONG_CREDENTIALS')
    return keysOf(file, dataKey)
  }

  return {
    people: () => file.people.map(({ id, username }) => ({ id, username })),
    async unlock({ username, password }) {
      // The Argon2 library refuses an empty password with an error of its own.
      if (password === '') throw new DomainError('WRONG_CREDENTIALS')
      const person = findByUsername(file.people, username)
      const secret = await secretOf(person, password, ARGON_DEFAULTS)
      if (!person) throw new DomainError('WRONG_CREDENTIALS')
      const keys = opened(openWay(secret, ownerOf(person), person.way, file))
      return { personId: person.id, keys }
    },
    async unlockWithRecoveryKey(recoveryKey) {
      const { salt, way } = file.recovery
      const secret = deriveKeyFromRecovery(
        parseRecoveryKey(recoveryKey),
        Buffer.from(salt, 'base64'),
      )
      return opened(way === null ? null : openWay(secret, RECOVERY_OWNER, way, file))
    },
  }
}
