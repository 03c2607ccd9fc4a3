import { constants, statSync } from 'node:fs'
import { copyFile, rm } from 'node:fs/promises'

import { DomainError } from '#core/kernel/errors.ts'

import { renameOver, syncFolder } from '../common/files/atomic-write.ts'
import { databaseFilesOf, type DataPaths } from '../common/files/data-paths.ts'
import { mapFileError } from '../common/files/fs-errors.ts'
import { rekeyInThread } from '../copies/copy-thread.ts'
import { openStore, type HeldDatabase, type Store, type StoreConfig } from '../db/store.ts'
import type { VaultKeys } from '../vault/data-key.ts'

/** A board that goes on under other keys. */
export type Renewing = Readonly<{
  store: Store
  /** Where its file is, or its server. */
  database: Pick<DataPaths, 'folder' | 'database' | 'rekeying'> | Readonly<{ url: string }>
  keys: VaultKeys
  next: VaultKeys
}>

type Work<Result> = (store: Store) => Promise<Result>

/**
 * Does `work` in a database that then takes the place of the board's, under the keys of the next epoch: both at once, or,
 * when anything fails or the program is killed, neither. What is put on record by it is linked with the new key.
 *
 * On SQLite it is done in a copy beside the database, which is then encrypted anew; that the copy takes the place of the
 * database is the one step that counts. On PostgreSQL, where rows are in clear, it is the COMMIT. Whoever asks for
 * something meanwhile waits. `done` says what is to be opened from then on. Raises what `work` does, and `DISK_FULL`.
 */
export async function replaceUnder<Result>(
  renewing: Renewing,
  work: Work<Result>,
  done: () => StoreConfig,
): Promise<Result> {
  const results: Result[] = []
  const { store, database, keys, next } = renewing
  await store.replace(async (held) => {
    if ('url' in database) {
      const { url } = database
      const config = { engine: 'postgres', url, poolSize: 1, asItIs: true } as const
      results.push(await workOn({ ...config, ...auditKeysOf(next) }, work))
    } else {
      try {
        results.push(await workOnCopy(database, held, { keys, next }, work))
      } catch (error) {
        await clearAway(database.rekeying)
        throw mapFileError(error)
      }
    }
    return done()
  })
  const [result] = results
  if (result === undefined) throw new Error('keys were renewed without a result')
  return result
}

/** What links the journal of a board. */
export function auditKeysOf({ ring, auditKey }: Pick<VaultKeys, 'ring' | 'auditKey'>): Readonly<{
  auditKey: Buffer
  earlierAuditKeys: readonly Buffer[]
}> {
  return { auditKey, earlierAuditKeys: ring.slice(0, -1).map((each) => each.auditKey) }
}

async function workOn<Result>(config: StoreConfig, work: Work<Result>): Promise<Result> {
  const store = await openStore(config)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

async function workOnCopy<Result>(
  { folder, database, rekeying }: Pick<DataPaths, 'folder' | 'database' | 'rekeying'>,
  held: HeldDatabase,
  { keys, next }: Pick<Renewing, 'keys' | 'next'>,
  work: Work<Result>,
): Promise<Result> {
  await clearAway(rekeying)
  held.settleLog()
  requireNoLog(database)
  await copyFile(database, rekeying, constants.COPYFILE_FICLONE)
  const { databaseKey: key } = keys
  const result = await workOn(
    { engine: 'sqlite', file: rekeying, key, mustExist: true, ...auditKeysOf(next) },
    work,
  )
  await rekeyInThread(rekeying, { from: key, to: next.databaseKey })
  await held.close()
  // A log that stayed behind would be brought into the file that follows, under the wrong key.
  requireNoLog(database)
  await syncFolder(folder)
  await renameOver(rekeying, database)
  await syncFolder(folder)
  return result
}

function requireNoLog(database: string): void {
  const [, log = ''] = databaseFilesOf(database)
  const bytes = statSync(log, { throwIfNoEntry: false })?.size ?? 0
  if (bytes > 0) throw new DomainError('DATABASE_UNAVAILABLE')
}

async function clearAway(database: string): Promise<void> {
  for (const file of databaseFilesOf(database)) await rm(file, { force: true })
}
