import { copyFile } from 'node:fs/promises'

import { DomainError } from '#core/kernel/errors.ts'

import { syncFile } from '../common/files/atomic-write.ts'
import { mapFileError } from '../common/files/fs-errors.ts'
import type { FilesKeys } from '../files/file-seal.ts'
import { hashOf } from './make-copy.ts'
import { epochOf, type CopiesKeys } from './manifest.ts'
import type { BoardCopy } from './place.ts'
import { poolOf } from './place.ts'
import { fillPool, type PoolReport } from './pool.ts'

/**
 * Brings the database of a copy to a path of its own, still encrypted, for somebody to look through; the copy itself is
 * not touched. Durable when it resolves. Says of which epoch the keys are that open it; of a copy without a manifest that is
 * not known, and null. Raises `DATABASE_DAMAGED` when its manifest is not one the program sealed under
 * any of these keys or the bytes are not those it names, and what a disk refuses.
 */
export async function bringDatabase(
  copy: BoardCopy,
  to: string,
  copiesKeys: CopiesKeys,
): Promise<number | null> {
  const { manifest } = copy
  const epoch = manifest === null ? null : epochOf(manifest, copiesKeys)
  if (manifest !== null && epoch === null) throw unsound()
  try {
    await copyFile(copy.database, to)
    await syncFile(to)
    if (manifest !== null && (await hashOf(to)) !== manifest.database.sha256) throw unsound()
    return epoch
  } catch (error) {
    throw mapFileError(error)
  }
}

function unsound(): DomainError {
  return new DomainError('DATABASE_DAMAGED', [{ path: '', code: 'SNAPSHOT_UNSOUND' }])
}

/**
 * Brings issued letters and evidence from the pool of a place of copies into a folder of such files: those of `wanted`
 * that are not there, or there and not whole. Says which are whole there now, and which could not be had. Nothing that
 * is whole is written over. Raises what a disk refuses.
 */
export function bringFiles(
  place: string,
  wanted: readonly string[],
  into: Readonly<{ files: string; filesKeys: FilesKeys }>,
): Promise<PoolReport> {
  return fillPool({
    from: poolOf(place),
    pool: into.files,
    filesKeys: into.filesKeys,
    wanted,
    known: new Map(),
  })
}
