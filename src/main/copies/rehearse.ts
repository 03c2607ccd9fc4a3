import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

import type { Rehearsal, RehearsalFault } from '#core/copies/rehearsal.ts'
import { DomainError } from '#core/kernel/errors.ts'

import { mapFileError } from '../common/files/fs-errors.ts'
import { makeFolder } from '../common/files/make-folder.ts'
import { sha256Of } from '../common/sha256.ts'
import { isSoundFile } from '../db/copies/database-copy.ts'
import { tryDatabase, type DatabaseOnTrial } from '../db/copies/database-rehearsal.ts'
import { openSealedFile } from '../files/file-seal.ts'
import { storedFilePath } from '../files/file-store.ts'
import { parseKeyFile } from '../vault/key-file.ts'
import { bringDatabase } from './bring-back.ts'
import { copiesKeysOf, filesKeysOf, presentOf, type CopyRing } from './copy-keys.ts'
import { bufferOf } from './make-copy.ts'
import { copiesIn, poolOf, type BoardCopy } from './place.ts'

export type RehearsalOrder = Readonly<{
  place: string
  /** A folder that may be made, filled and removed: nothing else is touched. */
  folder: string
  ring: CopyRing
}>

/**
 * Goes back to the newest copy of a place in a folder of its own, as one would after a loss, and compares what came
 * back with what the copy says of itself: pages and counts of the database, the journal to its head, the keys, every
 * file by its hash; and reads one issued letter. The board is not touched and the folder is removed again. Raises
 * `NOT_FOUND` with `NO_SNAPSHOT` when there is no copy of a whole board, and what the disk refuses.
 */
export async function rehearse(order: RehearsalOrder): Promise<Rehearsal> {
  const copy = (await copiesIn(order.place)).find(({ manifest }) => manifest !== null)
  if (copy === undefined) throw new DomainError('NOT_FOUND', [{ path: '', code: 'NO_SNAPSHOT' }])
  try {
    await rm(order.folder, { recursive: true, force: true })
    await makeFolder(order.folder)
    return await compare(order, copy)
  } catch (error) {
    throw mapFileError(error)
  } finally {
    await rm(order.folder, { recursive: true, force: true }).catch(() => undefined)
  }
}

async function compare(order: RehearsalOrder, copy: BoardCopy): Promise<Rehearsal> {
  const database = await bringOnTrial(order, copy)
  const files = await countWhole(order, copy)
  const named = copy.manifest?.files.length ?? 0
  const faults: RehearsalFault[] = []
  if (database === null || !isAsSaid(database, copy)) faults.push('database')
  if (database !== null && !database.journalWhole) faults.push('journal')
  if (!areKeysWhole(copy)) faults.push('keys')
  if (files < named || hasLost(copy)) faults.push('files')
  if (database !== null && !(await canBeRead(order, database.letter))) faults.push('letter')
  const complaints = database?.facts.complaints ?? 0
  return { madeAt: copy.at, complaints, files, faults }
}

async function bringOnTrial(
  { folder, ring }: RehearsalOrder,
  copy: BoardCopy,
): Promise<DatabaseOnTrial | null> {
  const brought = join(folder, 'hoi-am.db')
  let epoch: number | null
  try {
    epoch = await bringDatabase(copy, brought, copiesKeysOf(ring))
  } catch (error) {
    if (error instanceof DomainError && error.code === 'DATABASE_DAMAGED') return null
    throw error
  }
  // A copy has the keys of its epoch, and its journal those up to then.
  const known = ring.slice(0, epoch ?? ring.length)
  const key = bufferOf(presentOf(known).databaseKey)
  const auditKeys = known.map(({ auditKey }) => bufferOf(auditKey))
  return isSoundFile(brought, key) ? tryDatabase(brought, { key, auditKeys }) : null
}

function isAsSaid({ facts }: DatabaseOnTrial, { manifest }: BoardCopy): boolean {
  if (manifest === null) return false
  const named = [...manifest.files.map(({ sha256 }) => sha256), ...manifest.missing]
  return (
    facts.sequence === manifest.sequence &&
    facts.head === manifest.head &&
    facts.complaints === manifest.complaints &&
    facts.schema === manifest.schema &&
    facts.lastEntryAt === manifest.lastEntryAt &&
    facts.files.join() === [...named, ...manifest.damaged].toSorted().join()
  )
}

function areKeysWhole({ keys, manifest }: BoardCopy): boolean {
  return keys !== null && parseKeyFile(keys) !== null && sha256Of(keys) === manifest?.keys.sha256
}

/** Files its cases name that the copy never had. */
function hasLost({ manifest }: BoardCopy): boolean {
  return manifest === null || manifest.missing.length + manifest.damaged.length > 0
}

/** How many of the files a copy names lie in the pool as they were, each opened and hashed where it lies. */
async function countWhole(order: RehearsalOrder, { manifest }: BoardCopy): Promise<number> {
  let whole = 0
  for (const { sha256, bytes } of manifest?.files ?? []) {
    const path = storedFilePath(poolOf(order.place), sha256)
    const there = await stat(path).catch(() => null)
    if (there?.size === bytes && (await readPooled(order, sha256)) !== null) whole += 1
  }
  return whole
}

async function canBeRead(order: RehearsalOrder, letter: string | null): Promise<boolean> {
  if (letter === null) return true
  const bytes = await readPooled(order, letter)
  return bytes !== null && Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-'
}

/** The content of a file of the pool; null when it is not there, or not as it was. */
async function readPooled(
  { place, ring }: RehearsalOrder,
  sha256: string,
): Promise<Uint8Array | null> {
  try {
    const sealed = await readFile(storedFilePath(poolOf(place), sha256))
    return openSealedFile(filesKeysOf(ring), sha256, sealed)
  } catch {
    return null
  }
}
