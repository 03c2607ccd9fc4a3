import { DomainError } from '#core/kernel/errors.ts'
import { createJournalAnchor, mirrorPlace, type JournalAnchor } from '../anchors/journal-anchor.ts'
import type { DataPaths } from '../common/files/data-paths.ts'
import { isSoundFile } from '../db/copies/database-copy.ts'
import { openStore, type Store, type StoreConfig } from '../db/store.ts'
import type { SlowStatements } from '../db/slow-statements.ts'
import type { Commit } from '../db/unit-of-work.ts'
import { createFileStore, type FileStore } from '../files/file-store.ts'
import type { VaultKeys } from '../vault/data-key.ts'
import { watchPlace, type StillThere } from './same-place.ts'

/** An unlocked board: its database, its files, the keys they hang on, and what is kept of its journal outside. */
export type Board = Readonly<{
  store: Store
  files: FileStore
  keys: VaultKeys
  /** Null where nothing is worth being kept. */
  anchor: JournalAnchor | null
}>

/** The one board there is, while it is unlocked. */
export type UnlockedBoard = Readonly<{
  /** Null while it is locked. */
  current(): Board | null
  /**
   * The open board, or the one opened with these keys; `isNew` also makes the database. Raises `DATABASE_DAMAGED`
   * for a file in which damage is suspected and found, and as `openStore`.
   */
  open(keys: VaultKeys, isNew: boolean): Promise<Board>
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
  beforeMigration,
}: UnlockedBoardOptions): UnlockedBoard {
  let board: Board | null = null
  let damageSuspected = false

  function anchorOf({ journalHead: head, numbers }: DataPaths, key: Buffer): JournalAnchor {
    const mirror = profileRoot === undefined ? null : mirrorPlace(profileRoot, key)
    return createJournalAnchor(key, { head, numbers }, mirror)
  }

  function storeConfig(
    { database }: DataPaths,
    keys: VaultKeys,
    anchor: JournalAnchor | null,
    stillThere: StillThere,
  ): StoreConfig {
    const { auditKey, databaseKey: key } = keys
    const watched = {
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
      return { engine: 'postgres', url: databaseUrl, auditKey, ...watched }
    }
    const onDamaged = (): void => void (damageSuspected = true)
    return {
      ...{ engine: 'sqlite', file: database, key, auditKey },
      ...{ beforeMigration: () => beforeMigration(keys), onDamaged, ...watched },
    }
  }

  async function openBoard(keys: VaultKeys, isNew: boolean): Promise<Board> {
    const places = paths()
    if (damageSuspected && !isSoundFile(places.database, keys.databaseKey)) {
      throw new DomainError('DATABASE_DAMAGED')
    }
    damageSuspected = false
    const anchor = temporary ? null : anchorOf(places, keys.anchorKey)
    const folderThere = watchPlace(places.folder)
    // A new database is only made now.
    const databaseThere = isNew || databaseUrl !== undefined ? null : watchPlace(places.database)
    const stillThere = (): void => {
      folderThere()
      databaseThere?.()
    }
    const config = storeConfig(places, keys, anchor, stillThere)
    const store = await openStore(
      config.engine === 'sqlite' ? { ...config, mustExist: !isNew } : config,
    )
    void renewSearch(store)
    const files = createFileStore({
      dir: places.files,
      key: keys.filesKey,
      beforePut: stillThere,
    })
    return { store, files, keys, anchor }
  }

  return {
    current: () => board,
    open: async (keys, isNew) => (board ??= await openBoard(keys, isNew)),
    take() {
      const open = board
      board = null
      return open
    },
    suspectDamage: () => void (damageSuspected = true),
    isDamageSuspected: () => damageSuspected,
    trust: () => void (damageSuspected = false),
  }
}
