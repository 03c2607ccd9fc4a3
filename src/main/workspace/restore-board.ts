import { rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'

import type { Instant } from '#core/kernel/calendar.ts'
import { DomainError } from '#core/kernel/errors.ts'
import { isSoundFile } from '../db/copies/database-copy.ts'
import { openStore, type Store } from '../db/store.ts'
import { syncFile, syncFolder } from '../common/files/atomic-write.ts'
import { databaseFilesOf, type DataPaths } from '../common/files/data-paths.ts'
import { mapFileError, systemCodeOf } from '../common/files/fs-errors.ts'
import { makeFolder } from '../common/files/make-folder.ts'
import { bringDatabase, bringFiles } from '../copies/bring-back.ts'
import { copiesIn, type BoardCopy } from '../copies/place.ts'
import type { VaultKeys } from '../vault/data-key.ts'

/**
 * Puts the newest copy that is whole in the place of a database that is not: pages, foreign keys and the chain of the
 * journal are checked, and `admit` may refuse by what the copy itself says: `FORBIDDEN` ends the search; any other
 * refusal, as a copy that cannot be read, only leads to the next older one. The database that was there is set aside,
 * never deleted; until the last step nothing has changed. Returns when the copy was made. Raises `NOT_ALLOWED` with
 * `DATABASE_WHOLE` when nothing is wrong (nobody takes back what was recorded), `NOT_FOUND` with `NO_SNAPSHOT` when
 * no copy is whole, and what the disk refuses.
 */
export async function restoreNewest(
  paths: DataPaths,
  keys: VaultKeys,
  admit: (store: Store) => Promise<void>,
): Promise<Instant> {
  if (isSoundFile(paths.database, keys.databaseKey)) {
    throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'DATABASE_WHOLE' }])
  }
  let refusal: unknown = new DomainError('NOT_FOUND', [{ path: '', code: 'NO_SNAPSHOT' }])
  try {
    for (const copy of await copiesIn(paths.snapshots)) {
      await clearAway(paths.restoring)
      try {
        if (!(await isWhole(copy, paths, keys, admit))) continue
      } catch (error) {
        // Nobody goes back past the newest copy that knows them and says no.
        if (error instanceof DomainError && error.code === 'FORBIDDEN') throw error
        refusal = error
        continue
      }
      const wanted = copy.manifest?.files.map(({ sha256 }) => sha256) ?? []
      await bringFiles(paths.snapshots, wanted, { files: paths.files, filesKey: keys.filesKey })
      await exchange(paths)
      return copy.at
    }
  } catch (error) {
    await clearAway(paths.restoring).catch(() => undefined)
    throw mapFileError(error)
  }
  await clearAway(paths.restoring).catch(() => undefined)
  throw mapFileError(refusal)
}

/** Stages a copy of the copy and looks through it; the snapshot itself is not touched. */
async function isWhole(
  copy: BoardCopy,
  paths: DataPaths,
  keys: VaultKeys,
  admit: (store: Store) => Promise<void>,
): Promise<boolean> {
  try {
    await bringDatabase(copy, paths.restoring, keys.copiesKey)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'DATABASE_DAMAGED') return false
    throw error
  }
  if (!isSoundFile(paths.restoring, keys.databaseKey)) return false
  const store = await openStore({
    engine: 'sqlite',
    file: paths.restoring,
    key: keys.databaseKey,
    auditKey: keys.auditKey,
    mustExist: true,
  })
  try {
    const { brokenAt } = await store.verifyAudit()
    if (brokenAt !== null) return false
    await admit(store)
    return true
  } finally {
    await store.close()
  }
}

/** The old files go into a folder of their own, then the new one takes their place. */
async function exchange(paths: DataPaths): Promise<void> {
  await syncFile(paths.restoring)
  const aside = join(paths.damaged, new Date().toISOString().replaceAll(/[:.]/gu, '-'))
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
