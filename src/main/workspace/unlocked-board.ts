import { DomainError } from '#core/kernel/errors.ts'
import type { DataPaths } from '../common/files/data-paths.ts'
import { isSoundFile } from '../db/copies/database-copy.ts'
import { openStore, type Store, type StoreConfig } from '../db/store.ts'
import type { SlowStatements } from '../db/slow-statements.ts'
import { createFileStore, type FileStore } from '../files/file-store.ts'
import type { VaultKeys } from '../vault/data-key.ts'

/** An unlocked board: its database, its files and the keys they hang on. */
export type Board = Readonly<{ store: Store; files: FileStore; keys: VaultKeys }>

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
  /** The file is another one, looked through already. */
  trust(): void
}>

export type UnlockedBoardOptions = Readonly<{
  /** Raises why the data folder cannot be used. */
  paths(): DataPaths
  databaseUrl: string | undefined
  slowStatements: SlowStatements | undefined
  /** Copies a database that an older program wrote, before this one changes it; raises why it could not. */
  beforeMigration(keys: VaultKeys): Promise<void>
}>

/** A board that is locked. */
export function createUnlockedBoard({
  paths,
  databaseUrl,
  slowStatements,
  beforeMigration,
}: UnlockedBoardOptions): UnlockedBoard {
  let board: Board | null = null
  let damageSuspected = false

  function storeConfig({ database }: DataPaths, keys: VaultKeys): StoreConfig {
    const { auditKey, databaseKey: key } = keys
    if (databaseUrl !== undefined) {
      return { engine: 'postgres', url: databaseUrl, auditKey, slowStatements }
    }
    const onDamaged = (): void => void (damageSuspected = true)
    return {
      ...{ engine: 'sqlite', file: database, key, auditKey },
      ...{ beforeMigration: () => beforeMigration(keys), onDamaged, slowStatements },
    }
  }

  async function openBoard(keys: VaultKeys, isNew: boolean): Promise<Board> {
    const places = paths()
    if (damageSuspected && !isSoundFile(places.database, keys.databaseKey)) {
      throw new DomainError('DATABASE_DAMAGED')
    }
    damageSuspected = false
    const config = storeConfig(places, keys)
    const store = await openStore(
      config.engine === 'sqlite' ? { ...config, mustExist: !isNew } : config,
    )
    return { store, files: createFileStore({ dir: places.files, key: keys.filesKey }), keys }
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
    trust: () => void (damageSuspected = false),
  }
}
