import type { KeptCopy } from '#shared/contract/copies.ts'

import type { VaultKeys } from '../vault/data-key.ts'
import { copiesKeysOf } from './copy-keys.ts'
import { isGenuine } from './manifest.ts'
import type { BoardCopy } from './place.ts'

/** A copy as a window is told of it, by its manifest and by how long its database is. */
export function keptCopy(copy: BoardCopy, { ring }: Pick<VaultKeys, 'ring'>): KeptCopy {
  const { name, at, bytes, manifest } = copy
  if (manifest === null) {
    const state = copy.sequence === 0 ? 'databaseOnly' : 'altered'
    return { name, at, bytes, state, lost: 0, complaints: null, lastEntryAt: null }
  }
  const lost = manifest.missing.length + manifest.damaged.length
  const { complaints, lastEntryAt } = manifest
  const isWhole = lost === 0 ? 'whole' : 'incomplete'
  const state =
    isGenuine(manifest, copiesKeysOf(ring)) && manifest.database.bytes === bytes
      ? isWhole
      : 'altered'
  return { name, at, bytes, state, lost, complaints, lastEntryAt }
}
