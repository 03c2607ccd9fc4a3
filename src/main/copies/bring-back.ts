import { copyFile } from 'node:fs/promises'

import { DomainError } from '#core/kernel/errors.ts'

import { syncFile } from '../common/files/atomic-write.ts'
import { mapFileError } from '../common/files/fs-errors.ts'
import { hashOf } from './make-copy.ts'
import { isGenuine } from './manifest.ts'
import type { BoardCopy } from './place.ts'
import { poolOf } from './place.ts'
import { fillPool, type PoolReport } from './pool.ts'

/**
 * Brings the database of a copy to a path of its own, still encrypted, for somebody to look through; the copy itself is
 * not touched. Durable when it resolves. Raises `DATABASE_DAMAGED` when its manifest is not one the program sealed under
 * this key or the bytes are not those it names, and what a disk refuses.
 */
export async function bringDatabase(
  copy: BoardCopy,
  to: string,
  copiesKey: Uint8Array,
): Promise<void> {
  const { manifest } = copy
  if (manifest !== null && !isGenuine(manifest, copiesKey)) throw unsound()
  try {
    await copyFile(copy.database, to)
    await syncFile(to)
    if (manifest !== null && (await hashOf(to)) !== manifest.database.sha256) throw unsound()
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
  into: Readonly<{ files: string; filesKey: Uint8Array }>,
): Promise<PoolReport> {
  return fillPool({
    from: poolOf(place),
    pool: into.files,
    filesKey: into.filesKey,
    wanted,
    known: new Map(),
  })
}
