import { DomainError } from '#core/kernel/errors.ts'

import { deriveVaultKeys, keyCheckOf, unwrapKey, wrapKey, type VaultKeys } from './data-key.ts'
import type { KeyFile, PersonEntry } from './key-file.ts'
import { carryOn, RECOVERY_OWNER, type Sealing } from './ways-in.ts'

/**
 * All keys, from the present data key back to the first: each epoch's key opens that of the one before it, never the
 * other way. Raises `KEY_FILE_DAMAGED` where the chain does not hold.
 */
export function keysOf({ board, epoch, earlier }: KeyFile, dataKey: Buffer): VaultKeys {
  const found: Buffer[] = []
  let next = dataKey
  if (earlier.length !== epoch - 1) throw new DomainError('KEY_FILE_DAMAGED')
  for (const [index, wrap] of [...earlier.entries()].toReversed()) {
    const key = unwrapKey(next, earlierPurpose(board, index + 1), wrap)
    if (key === null) throw new DomainError('KEY_FILE_DAMAGED')
    found.unshift(key)
    next = key
  }
  return deriveVaultKeys(dataKey, found)
}

/** The keys as they will be without those who leave. */
export type NextEpoch = Readonly<{
  file: KeyFile
  keys: VaultKeys
  /** Those who stay and could not be sealed to: they are not in the file. */
  withoutPair: readonly PersonEntry[]
  /** The printed recovery key could not be sealed to: there is none until another is printed. */
  sheetLost: boolean
}>

/**
 * The next epoch of a key file: a new data key, sealed to everybody who stays, by their public halves alone. What was
 * sealed before keeps its key, which the new one opens.
 */
export function nextEpoch(
  file: KeyFile,
  keys: VaultKeys,
  leaving: ReadonlySet<string>,
  dataKey: Buffer,
): NextEpoch {
  const { board, epoch } = file
  const present: Sealing = { board, epoch, dataKey: keys.dataKey }
  const next: Sealing = { board, epoch: epoch + 1, dataKey }
  const staying = file.people
    .filter(({ id }) => !leaving.has(id))
    .map((person) => ({ person, way: carryOn(person.way, ownerOf(person), present, next) }))
  const recovery = carryOn(file.recovery.way, RECOVERY_OWNER, present, next)
  return {
    file: {
      ...file,
      revision: file.revision + 1,
      epoch: next.epoch,
      keyCheck: keyCheckOf(dataKey),
      people: staying.flatMap(({ person, way }) => (way === null ? [] : [{ ...person, way }])),
      recovery:
        recovery === null
          ? { ...file.recovery, way: null, confirmed: false }
          : { ...file.recovery, way: recovery },
      earlier: [...file.earlier, wrapKey(dataKey, earlierPurpose(board, epoch), keys.dataKey)],
    },
    keys: deriveVaultKeys(
      dataKey,
      keys.ring.map((each) => each.dataKey),
    ),
    withoutPair: staying.flatMap(({ person, way }) => (way === null ? [person] : [])),
    sheetLost: recovery === null,
  }
}

export function ownerOf({ id }: Readonly<{ id: string }>): string {
  return `person/${id}`
}

function earlierPurpose(board: string, epoch: number): string {
  return `hoi-am-keys/2/${board}/earlier/${epoch}`
}
