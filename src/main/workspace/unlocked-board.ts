import { DomainError } from '#core/kernel/errors.ts'
import { createJournalAnchor, mirrorPlace, type JournalAnchor } from '../anchors/journal-anchor.ts'
import type { DataPaths } from '../common/files/data-paths.ts'
import { filesKeysOf } from '../copies/copy-keys.ts'
import { isSoundFile } from '../db/copies/database-copy.ts'
import { openStore, type DiskReserve, type Store, type StoreConfig } from '../db/store.ts'
import type { SlowStatements } from '../db/slow-statements.ts'
import type { Commit } from '../db/unit-of-work.ts'
import { createFileStore, type FileStore } from '../files/file-store.ts'
import type { VaultKeys } from '../vault/data-key.ts'
import { epochOf } from './epoch-on-record.ts'
import { auditKeysOf, replaceUnder } from './renew-keys.ts'
import { watchPlace, type StillThere } from './same-place.ts'

/**
 * An unlocked board: its database, its files, the keys they hang on, and what is kept of its journal outside. It stays
 * the same board when its keys are renewed: what it is asked for next goes on under the new ones.
 */
export type Board = Readonly<{
  store: Store
  files: FileStore
  /** The present ones: read anew, not kept. */
  keys: VaultKeys
  /** Null where nothing is worth being kept. */
  anchor: JournalAnchor | null
}>

type OpenBoard = Board &
  Readonly<{
    renew<Result>(keys: VaultKeys, work: (store: Store) => Promise<Result>): Promise<Result>
  }>

/** The one board there is, while it is unlocked. */
export type UnlockedBoard = Readonly<{
  /** Null while it is locked. */
  current(): Board | null
  /**
   * The open board, or the one opened with these keys; `isNew` also makes the database. Raises `DATABASE_DAMAGED`
   * for a file in which damage is suspected and found, `KEY_FILE_DAMAGED` with `KEYS_OUTDATED`, and as `openStore`.
   */
  open(keys: VaultKeys, isNew: boolean): Promise<Board>
  /** Raises `KEY_FILE_DAMAGED` with `KEYS_OUTDATED` where something here was sealed in a later epoch than these keys are of. */
  requirePresent(keys: VaultKeys): Promise<void>
  /** Does what is to be done with the open board under the keys of a new epoch, and nothing of it when it raises. */
  renew<Result>(keys: VaultKeys, work: (store: Store) => Promise<Result>): Promise<Result>
  /** Locks it for everybody. Whoever takes it closes it; null when it was locked. */
  take(): Board | null
  /** Some page turned out to be damaged: before the next opening the whole file is looked through. */
  suspectDamage(): void
  /** Whether that is so, and nobody has looked through the file since. */
  isDamageSuspected(): boolean
  /** The file is another one, looked through already. */
  trust(): void
}>

export type UnlockedBoardOptions = Readonly<{
  /** Raises why the data folder cannot be used. */
  paths(): DataPaths
  databaseUrl: string | undefined
  slowStatements: SlowStatements | undefined
  /** Where this machine keeps what belongs to no board; without it nothing of the journal is kept there. */
  profileRoot: string | undefined
  /** Nothing here is worth being kept outside the database. */
  temporary: boolean
  /** What is given up when the disk is full. */
  reserve: DiskReserve
  /** Hears that damage is suspected that was not before. */
  onDamaged(): void
  /** Whether the log of the database is followed, and left in place from its opening on. */
  holdLog(): boolean
  /** Hears of every file of a case that is kept. */
  onFileKept(sha256: string): void
  /** Copies a database that an older program wrote, before this one changes it; raises why it could not. */
  beforeMigration(keys: VaultKeys): Promise<void>
}>

/** In the background, a little at a time; what is left when the board is locked goes on the next time. */
async function renewSearch(store: Store): Promise<void> {
  const renew = (): Promise<boolean> => store.renewSearchCopies().catch(() => false)
  while (await renew());
}

/** A board that is locked. */
export function createUnlockedBoard({
  paths,
  databaseUrl,
  slowStatements,
  profileRoot,
  temporary,
  reserve,
  onDamaged,
  holdLog,
  onFileKept,
  beforeMigration,
}: UnlockedBoardOptions): UnlockedBoard {
  let board: OpenBoard | null = null
  let damageSuspected = false

  function anchorOf({ journalHead: head, numbers }: DataPaths, keys: VaultKeys): JournalAnchor {
    const anchorKeys = keys.ring.map(({ anchorKey }) => anchorKey)
    const [first = keys.anchorKey] = anchorKeys
    const mirror = profileRoot === undefined ? null : mirrorPlace(profileRoot, first)
    return createJournalAnchor(anchorKeys, { head, numbers }, mirror)
  }

  function suspectDamage(): void {
    const isNew = !damageSuspected
    damageSuspected = true
    if (isNew) onDamaged()
  }

  async function requirePresent(keys: VaultKeys): Promise<void> {
    if (temporary) return
    if ((await anchorOf(paths(), keys).epoch()) > keys.epoch) throw outdated()
  }

  function storeConfig(
    { database }: DataPaths,
    keys: VaultKeys,
    anchor: JournalAnchor | null,
    stillThere: StillThere,
  ): StoreConfig {
    const { databaseKey: key } = keys
    const watched = {
      ...auditKeysOf(keys),
      slowStatements,
      async beforeWrite() {
        stillThere()
        await anchor?.beforeWrite()
      },
      async onCommitted(commit: Commit) {
        // Moved while it was written: whoever asked is not told that it is saved.
        stillThere()
        await anchor?.committed(commit)
      },
    }
    if (databaseUrl !== undefined) {
      return { engine: 'postgres', url: databaseUrl, ...watched }
    }
    return {
      ...{ engine: 'sqlite', file: database, key, reserve, holdLog: holdLog() },
      ...{ beforeMigration: () => beforeMigration(keys), onDamaged: suspectDamage, ...watched },
    }
  }

  async function openBoard(given: VaultKeys, isNew: boolean): Promise<OpenBoard> {
    const places = paths()
    await requirePresent(given)
    if (damageSuspected && !isSoundFile(places.database, given.databaseKey)) {
      throw new DomainError('DATABASE_DAMAGED')
    }
    damageSuspected = false
    let keys = given
    const anchor = temporary ? null : anchorOf(places, keys)
    const folderThere = watchPlace(places.folder)
    const watchDatabase = (): StillThere | null =>
      databaseUrl === undefined ? watchPlace(places.database) : null
    // A new database is only made now.
    let databaseThere = isNew ? null : watchDatabase()
    const stillThere = (): void => {
      folderThere()
      databaseThere?.()
    }
    const configOf = (keys: VaultKeys): StoreConfig => {
      const config = storeConfig(places, keys, anchor, stillThere)
      return config.engine === 'sqlite' ? { ...config, mustExist: !isNew } : config
    }
    const store = await openStore(configOf(keys))
    if ((await epochOf(store)) > keys.epoch) {
      await store.close()
      throw outdated()
    }
    void renewSearch(store)
    const files = createFileStore({
      dir: places.files,
      keys: () => filesKeysOf(keys.ring),
      async beforePut() {
        stillThere()
        if (await reserve.isGivenUp()) throw new DomainError('DISK_FULL')
      },
      onKept: onFileKept,
    })
    return {
      ...{ store, files, anchor },
      get keys() {
        return keys
      },
      async renew(next, work) {
        const database = databaseUrl === undefined ? places : { url: databaseUrl }
        const result = await replaceUnder({ store, database, keys, next }, work, () => {
          keys = next
          databaseThere = watchDatabase()
          return configOf(next)
        })
        const [head, last] = await store.read(async ({ audit }) => [
          await audit.head(),
          (await audit.page({}, null, 1))[0],
        ])
        const anchorKeys = next.ring.map(({ anchorKey }) => anchorKey)
        if (head !== null && last !== undefined) await anchor?.renew(anchorKeys, head, last.at)
        return result
      },
    }
  }

  return {
    current: () => board,
    open: async (keys, isNew) => (board ??= await openBoard(keys, isNew)),
    requirePresent,
    async renew(keys, work) {
      if (board === null) throw new DomainError('UNAUTHENTICATED')
      return board.renew(keys, work)
    },
    take() {
      const open = board
      board = null
      return open
    },
    suspectDamage,
    isDamageSuspected: () => damageSuspected,
    trust: () => void (damageSuspected = false),
  }
}

/** The key file is from before somebody left. */
function outdated(): DomainError {
  return new DomainError('KEY_FILE_DAMAGED', [{ path: '', code: 'KEYS_OUTDATED' }])
}
