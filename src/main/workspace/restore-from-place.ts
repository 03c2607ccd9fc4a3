import { existsSync } from 'node:fs'
import { copyFile, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

import type { Instant } from '#core/kernel/calendar.ts'
import { DomainError, invalid } from '#core/kernel/errors.ts'

import { syncFolder, writeFileAtomically } from '../common/files/atomic-write.ts'
import { databaseFilesOf, type DataPaths } from '../common/files/data-paths.ts'
import { mapFileError, systemCodeOf } from '../common/files/fs-errors.ts'
import { makeFolder } from '../common/files/make-folder.ts'
import { copiesKeysOf, filesKeysOf } from '../copies/copy-keys.ts'
import { fillPool } from '../copies/pool.ts'
import { applyLog, hasLog } from '../db/copies/apply-log.ts'
import { factsOfFile } from '../db/copies/database-copy.ts'
import type { Store } from '../db/store.ts'
import {
  epochOfPlace,
  parsePlace,
  placePaths,
  type PlaceManifest,
  type PlacePaths,
} from '../second-place/place.ts'
import type { VaultKeys } from '../vault/data-key.ts'
import { parseKeyFile, printKeyFile, writeKeyFile } from '../vault/key-file.ts'
import { openVault, type Vault, type VaultConfig } from '../vault/vault.ts'
import { bringUnderPresentKey, keyOf, openWhole } from './present-key.ts'

/** A board that came back from its second place. */
export type BroughtBoard = Readonly<{
  complaints: number
  lastEntryAt: Instant | null
  /** How many issued letters and files of evidence its cases name and the place did not have. */
  lost: number
}>

export type BringingBack = Readonly<{
  /** The folder that was chosen for the second place, or the board's own in it. */
  folder: string
  /** An empty data folder. */
  paths: DataPaths
  vault: VaultConfig | undefined
  /** Proves with the keys of the place who asks; raises when they may not. */
  prove(vault: Vault): Promise<VaultKeys>
  /** May refuse by what the board itself says, and puts on record that it was brought back. */
  admit(store: Store): Promise<void>
}>

/**
 * Brings a whole board back from its second place into a data folder that has none: what lies there is only read. Its
 * pages, foreign keys and journal are checked before anything takes its place. Raises `INVALID_INPUT` for a folder that
 * holds no board, `DATABASE_DAMAGED` for one that cannot be relied on, as `prove` and `admit`, and what a disk refuses.
 */
export async function restoreFromPlace(order: BringingBack): Promise<BroughtBoard> {
  const { paths } = order
  const { place, manifest } = await findPlace(order.folder)
  try {
    const keyText = await readFile(place.keys, 'utf8')
    const keyFile = parseKeyFile(keyText)
    if (keyFile === null) throw new DomainError('KEY_FILE_DAMAGED')
    await makeFolder(paths.rehearsal)
    await writeFileAtomically(join(paths.rehearsal, 'keys.json'), Buffer.from(keyText))
    const keys = await order.prove(await openVault(paths.rehearsal, order.vault))
    const epoch = epochOfPlace(manifest, copiesKeysOf(keys.ring))
    if (epoch === null) throw unsound()
    await bringDatabase(order, place, { generation: manifest.generation, epoch }, keys)
    const facts = factsOfFile(paths.restoring, keys.databaseKey)
    if (facts === null) throw unsound()
    const { missing, damaged } = await fillPool({
      ...{
        from: place.files,
        pool: paths.files,
        filesKeys: filesKeysOf(keys.ring),
        wanted: facts.files,
      },
      known: new Map(),
    })
    // First: it says that what follows belongs to a board that may not be here in the end.
    await writeFileAtomically(paths.keysBrought, Buffer.from(printKeyFile(keyFile)))
    await copyIfThere(place.journalHead, paths.journalHead)
    await copyIfThere(place.numbers, paths.numbers)
    await rename(paths.restoring, paths.database)
    await syncFolder(paths.folder)
    await endBringingBack(paths)
    const { complaints, lastEntryAt } = facts
    return { complaints, lastEntryAt, lost: missing.length + damaged.length }
  } catch (error) {
    throw mapFileError(error)
  } finally {
    const left = [...databaseFilesOf(paths.restoring), paths.rehearsal]
    for (const path of left) await rm(path, { recursive: true, force: true }).catch(() => undefined)
  }
}

/**
 * Ends what was begun, also by a program that was killed: where the database is in its place its keys follow; where it is
 * not, the folder is empty again.
 */
export async function endBringingBack(paths: DataPaths): Promise<void> {
  const { keysBrought, database, journalHead, numbers } = paths
  const text = await readFile(keysBrought, 'utf8').catch(() => null)
  const keyFile = text === null ? null : parseKeyFile(text)
  const isSetUp = existsSync(paths.keys) || existsSync(paths.keysCopy)
  if (keyFile !== null && !isSetUp) {
    if (existsSync(database)) await writeKeyFile(paths, keyFile)
    else for (const path of [journalHead, numbers]) await rm(path, { force: true })
  }
  await rm(keysBrought, { force: true })
}

async function findPlace(
  chosen: string,
): Promise<Readonly<{ place: PlacePaths; manifest: PlaceManifest }>> {
  const above = placePaths(dirname(chosen))
  const isOwn = basename(chosen) === basename(above.folder)
  for (const place of [placePaths(chosen), ...(isOwn ? [above] : [])]) {
    const text = await readFile(place.manifest, 'utf8').catch(() => null)
    const manifest = text === null ? null : parsePlace(text)
    if (manifest !== null) return { place, manifest }
  }
  throw invalid('folder', 'SECOND_PLACE_NONE')
}

/** A copy of what lies there is opened, never that itself: opening it would change it. */
async function bringDatabase(
  { paths, admit }: BringingBack,
  place: PlacePaths,
  { generation, epoch }: Readonly<{ generation: number; epoch: number }>,
  keys: VaultKeys,
): Promise<void> {
  for (const path of databaseFilesOf(paths.restoring)) await rm(path, { force: true })
  await copyFile(place.database(generation), paths.restoring)
  await copyIfThere(place.log(generation), `${paths.restoring}-wal`)
  if (hasLog(paths.restoring)) applyLog(paths.restoring, keyOf(keys, epoch))
  await bringUnderPresentKey(paths.restoring, keys, epoch)
  const store = await openWhole(paths.restoring, keys, epoch)
  if (store === null) throw unsound()
  try {
    await admit(store)
  } finally {
    await store.close()
  }
}

async function copyIfThere(from: string, to: string): Promise<void> {
  try {
    if ((await stat(from)).isFile()) await copyFile(from, to)
  } catch (error) {
    if (systemCodeOf(error) !== 'ENOENT') throw error
  }
}

function unsound(): DomainError {
  return new DomainError('DATABASE_DAMAGED', [{ path: '', code: 'SNAPSHOT_UNSOUND' }])
}
