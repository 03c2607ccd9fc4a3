import { existsSync } from 'node:fs'
import { copyFile, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'

import type { Instant } from '#core/kernel/calendar.ts'
import { DomainError } from '#core/kernel/errors.ts'
import { factsOfFile, isSoundFile } from '../db/copies/database-copy.ts'
import type { DatabaseFacts } from '../db/copies/database-facts.ts'
import { salvage, type Salvaged } from '../db/copies/salvage.ts'
import type { Store } from '../db/store.ts'
import { syncFile, syncFolder } from '../common/files/atomic-write.ts'
import { databaseFilesOf, type DataPaths } from '../common/files/data-paths.ts'
import { mapFileError, systemCodeOf } from '../common/files/fs-errors.ts'
import { makeFolder } from '../common/files/make-folder.ts'
import { bringDatabase, bringFiles } from '../copies/bring-back.ts'
import { copiesKeysOf, filesKeysOf } from '../copies/copy-keys.ts'
import { copiesIn, type BoardCopy } from '../copies/place.ts'
import type { VaultKeys } from '../vault/data-key.ts'
import { bringUnderPresentKey, openWhole } from './present-key.ts'

/** Who goes back, to which copies, and what has a say in it. */
export type Restoring = Readonly<{
  keys: VaultKeys
  /** The id of who asks. */
  by: string
  /** The keys of a copy, which become those of the folder; null where it has its own. */
  keyFile: string | null
  /** The place of copies; null for that of the data folder. */
  place: string | null
  /** The name of the copy to begin with; null for the newest. */
  from: string | null
  /**
   * Looks at what a copy says of who asks: false when it does not know them, and an older one may. What it raises is
   * the answer: nobody goes back past the newest copy that knows them and says no.
   */
  admit(store: Store): Promise<boolean>
}>

/** The copy that was brought back. */
export type Restored = Readonly<{
  madeAt: Instant
  /** How many issued letters and files of evidence its cases name and that could not be had. */
  filesLost: number
  /** What was recorded after it and could be read of the damaged database; null for nothing. */
  salvaged: Salvaged | null
}>

/** A copy that is about to take the database's place. */
export type Staged = Restored &
  Readonly<{
    /** The wrapped keys as they lie beside it; null where it has none. */
    keysOfCopy: string | null
    /** Where its journal ends. */
    head: Readonly<{ sequence: number; hash: string }>
    /** The folder into which the database is set aside that is there; null where there is none. */
    aside: string | null
  }>

/**
 * Puts a copy in the place of a database that is not whole: the one asked for, or the next older one that can be read,
 * whose pages, foreign keys and journal hold, and to which `admit` agrees. The database that was there is set aside,
 * never deleted; what it still says of the time after the copy is brought over. `beforeExchange` is told of it when
 * everything is staged; until then nothing has changed but for files that were missing. Raises `NOT_ALLOWED` with `DATABASE_WHOLE` when nothing is wrong (nobody takes back what was recorded),
 * `NOT_FOUND` with `NO_SNAPSHOT` when no copy is whole, and what the disk refuses.
 */
export async function restoreBoard(
  paths: DataPaths,
  { keys, place, from, admit }: Omit<Restoring, 'keyFile' | 'by'>,
  beforeExchange: (staged: Staged) => Promise<void>,
): Promise<Restored> {
  if (isSoundFile(paths.database, keys.databaseKey)) {
    throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'DATABASE_WHOLE' }])
  }
  const snapshots = place ?? paths.snapshots
  let refusal: unknown = new DomainError('NOT_FOUND', [{ path: '', code: 'NO_SNAPSHOT' }])
  try {
    for (const copy of fromOn(await copiesIn(snapshots), from)) {
      await clearAway(paths.restoring)
      const staged = await stage(copy, paths, keys).catch((error: unknown) => {
        refusal = error
        return null
      })
      if (staged === null) continue
      const { store, salvaged } = staged
      if (!(await admit(store).finally(() => store.close()))) continue
      const { missing, damaged } = await bringFiles(snapshots, stagedFacts(paths, keys).files, {
        files: paths.files,
        filesKeys: filesKeysOf(keys.ring),
      })
      const filesLost = missing.length + damaged.length
      const restored = { madeAt: copy.at, filesLost, salvaged }
      const { head, sequence } = stagedFacts(paths, keys)
      const at = new Date().toISOString().replaceAll(/[:.]/gu, '-')
      const aside = join(paths.damaged, at)
      await beforeExchange({
        ...restored,
        ...{ keysOfCopy: copy.keys, head: { sequence, hash: head } },
        aside: existsSync(paths.database) ? aside : null,
      })
      await exchange(paths, aside)
      return restored
    }
    throw refusal
  } catch (error) {
    await clearAway(paths.restoring).catch(() => undefined)
    throw mapFileError(error)
  } finally {
    await clearAway(paths.salvaging).catch(() => undefined)
  }
}

/** The copy of this name and those older than it; all of them without a name. */
function fromOn(copies: readonly BoardCopy[], from: string | null): readonly BoardCopy[] {
  if (from === null) return copies
  const index = copies.findIndex(({ name }) => name === from)
  return index === -1 ? [] : copies.slice(index)
}

type Opened = Readonly<{ store: Store; salvaged: Salvaged | null }>

/**
 * Stages a copy of the copy, which is not touched, with what the damaged database still says of later, and opens it; null
 * when the copy turns out not to be whole. Where what was brought over does not hold as a whole, it is left out.
 */
async function stage(copy: BoardCopy, paths: DataPaths, keys: VaultKeys): Promise<Opened | null> {
  const madeIn = await bringCopy(copy, paths.restoring, keys)
  if (madeIn === null) return null
  const plain = await openWhole(paths.restoring, keys, madeIn)
  if (plain === null) return null
  await plain.close()
  const salvaged = await salvageLater(paths, keys, madeIn)
  const store = await openWhole(paths.restoring, keys, madeIn)
  if (store !== null) return { store, salvaged }
  await clearAway(paths.restoring)
  await bringCopy(copy, paths.restoring, keys)
  const again = await openWhole(paths.restoring, keys, madeIn)
  return again === null ? null : { store: again, salvaged: null }
}

/**
 * Brings the database of a copy, under the present key. Says in which epoch it was made; null when no key opens it or it
 * is not what its manifest says.
 */
async function bringCopy(copy: BoardCopy, to: string, keys: VaultKeys): Promise<number | null> {
  const { ring } = keys
  const epoch = await bringDatabase(copy, to, copiesKeysOf(ring)).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'DATABASE_DAMAGED') return 'unsound' as const
    throw error
  })
  if (epoch === 'unsound') return null
  // A copy of the database alone does not say of which epoch it is.
  return bringUnderPresentKey(to, keys, epoch)
}

/** Reads a copy of the damaged database, so that it is set aside as it was found. */
async function salvageLater(
  paths: DataPaths,
  keys: VaultKeys,
  madeIn: number,
): Promise<Salvaged | null> {
  await clearAway(paths.salvaging)
  try {
    for (const end of ['', '-wal']) {
      await copyFile(`${paths.database}${end}`, `${paths.salvaging}${end}`).catch(unlessMissing)
    }
  } catch {
    // A disk that is full or failing keeps nobody from going back to the copy.
    return null
  }
  const auditKeys = keys.ring.slice(madeIn - 1).map(({ auditKey }) => auditKey)
  return salvage(paths.salvaging, paths.restoring, { key: keys.databaseKey, auditKeys })
}

/** What the staged copy says of itself, and the files its cases and letters name, whoever has them. */
function stagedFacts({ restoring }: DataPaths, { databaseKey }: VaultKeys): DatabaseFacts {
  const facts = factsOfFile(restoring, databaseKey)
  if (facts === null) throw new DomainError('DATABASE_DAMAGED')
  return facts
}

/** The old files go into a folder of their own, then the new one takes their place. */
async function exchange(paths: DataPaths, aside: string): Promise<void> {
  await syncFile(paths.restoring)
  await makeFolder(aside)
  for (const file of databaseFilesOf(paths.database)) {
    await rename(file, join(aside, basename(file))).catch(unlessMissing)
  }
  await rename(paths.restoring, paths.database)
  await clearAway(paths.restoring)
  await syncFolder(paths.folder)
}

async function clearAway(database: string): Promise<void> {
  for (const file of databaseFilesOf(database)) await rm(file, { force: true })
}

function unlessMissing(error: unknown): void {
  if (systemCodeOf(error) !== 'ENOENT') throw error
}
