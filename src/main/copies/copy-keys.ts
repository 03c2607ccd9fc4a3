import { z } from 'zod'

import type { EpochKeys, VaultKeys } from '../vault/data-key.ts'
import type { FilesKeys } from '../files/file-seal.ts'
import type { CopiesKeys } from './manifest.ts'

const bytes = z.instanceof(Uint8Array)

/** What is needed of the keys of one epoch to copy a board, or to look through a copy. */
export const copyKeys = z
  .strictObject({ databaseKey: bytes, filesKey: bytes, auditKey: bytes, copiesKey: bytes })
  .readonly()

export type CopyKeys = z.output<typeof copyKeys>

/** By epoch, the first one first; the last are the present ones. */
export type CopyRing = readonly CopyKeys[]

/** Bytes of their own: of a buffer cut from a larger one the whole would be handed over to a thread. */
export function copyRing({ ring }: Pick<VaultKeys, 'ring'>): CopyRing {
  return ring.map(ofEpoch)
}

function ofEpoch({ databaseKey, filesKey, auditKey, copiesKey }: EpochKeys): CopyKeys {
  return {
    databaseKey: Uint8Array.from(databaseKey),
    filesKey: Uint8Array.from(filesKey),
    auditKey: Uint8Array.from(auditKey),
    copiesKey: Uint8Array.from(copiesKey),
  }
}

export function filesKeysOf(ring: readonly Readonly<{ filesKey: Uint8Array }>[]): FilesKeys {
  return ring.map(({ filesKey }) => filesKey)
}

export function copiesKeysOf(ring: readonly Readonly<{ copiesKey: Uint8Array }>[]): CopiesKeys {
  return ring.map(({ copiesKey }) => copiesKey)
}

/** The present ones. */
export function presentOf(ring: CopyRing): CopyKeys {
  const keys = ring.at(-1)
  if (keys === undefined) throw new Error('a board without keys')
  return keys
}
