import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'

import { DomainError, type ErrorCode } from '#core/kernel/errors.ts'
import { openStore, type Store } from '../db/store.ts'
import type { DataPaths } from '../files/data-paths.ts'
import { openDataFolder, type DataFolder } from '../files/data-folder.ts'
import { createFileStore, type FileStore } from '../files/file-store.ts'
import type { VaultKeys } from '../vault/data-key.ts'
import {
  createVault,
  isSetUp,
  openVault,
  type CreatedVault,
  type NewPerson,
  type Vault,
  type VaultConfig,
} from '../vault/vault.ts'

/** An unlocked board: its database, its files and the keys they hang on. */
export type Board = Readonly<{ store: Store; files: FileStore; keys: VaultKeys }>

export type DeskState = Readonly<
  { name: 'needs-setup' } | { name: 'ready'; vault: Vault } | { name: 'failed'; problem: ErrorCode }
>

/** The data folder of one board: locked until somebody signs in, locked again when the last one leaves. */
export type Desk = Readonly<{
  engine: 'sqlite' | 'postgres'
  state(): DeskState
  /** The unlocked board, or null while nobody is signed in. */
  board(): Board | null
  /** Makes keys and first account; the database follows with {@link Desk.unlock}. */
  create(person: NewPerson): Promise<CreatedVault>
  /** Opens database and files with the keys; when they are open already, gives the open board. */
  unlock(keys: VaultKeys, isNew?: boolean): Promise<Board>
  /** Closes database and files and forgets the keys. */
  lock(): Promise<void>
  /** Removes a set-up that broke off before anything was stored, so that it can be begun again. */
  abandonSetUp(): Promise<void>
  /** Locks and lets another copy of the program use the folder. */
  close(): Promise<void>
}>

export type DeskConfig = Readonly<{
  dataDir: string
  databaseUrl?: string | undefined
  vault?: VaultConfig
}>

/** Takes the data folder. Never raises: a folder that cannot be used is a state the window explains. */
export async function openDesk(config: DeskConfig): Promise<Desk> {
  const engine = config.databaseUrl === undefined ? 'sqlite' : 'postgres'
  let folder: DataFolder | null = null
  let state: DeskState
  let board: Board | null = null
  let unlocking: Promise<Board> | null = null

  try {
    folder = await openDataFolder(config.dataDir)
    await removeUnusedKeys(folder.paths, config)
    state = (await isSetUp(config.dataDir))
      ? { name: 'ready', vault: await openVault(config.dataDir, config.vault) }
      : { name: 'needs-setup' }
  } catch (error) {
    state = failedBy(error)
    folder?.release()
    folder = null
  }

  function requireFolder(): DataFolder {
    if (folder === null) {
      throw new DomainError(state.name === 'failed' ? state.problem : 'DATA_FOLDER_UNFIT')
    }
    return folder
  }

  async function openBoard(keys: VaultKeys, isNew: boolean): Promise<Board> {
    const { paths } = requireFolder()
    const store = await openStore(
      config.databaseUrl === undefined
        ? {
            engine: 'sqlite',
            file: paths.database,
            key: keys.databaseKey,
            auditKey: keys.auditKey,
            snapshotsDir: paths.snapshots,
            mustExist: !isNew,
          }
        : { engine: 'postgres', url: config.databaseUrl, auditKey: keys.auditKey },
    )
    return { store, files: createFileStore({ dir: paths.files, key: keys.filesKey }), keys }
  }

  async function lock(): Promise<void> {
    const open = board
    board = null
    unlocking = null
    await open?.store.close()
  }

  return {
    engine,
    state: () => state,
    board: () => board,
    async create(person) {
      requireFolder()
      const created = await createVault({ dir: config.dataDir, person, ...config.vault })
      state = { name: 'ready', vault: created.vault }
      return created
    },
    async unlock(keys, isNew = false) {
      if (board !== null) return board
      unlocking ??= openBoard(keys, isNew).finally(() => {
        unlocking = null
      })
      board = await unlocking
      return board
    },
    lock,
    async abandonSetUp() {
      await lock()
      const { paths } = requireFolder()
      for (const path of [paths.keys, paths.keysCopy, ...databaseFiles(paths)]) {
        await rm(path, { force: true })
      }
      state = { name: 'needs-setup' }
    },
    async close() {
      await lock()
      folder?.release()
      folder = null
    },
  }
}

/** Keys that never encrypted anything are what is left of a set-up cut short: the person begins again. */
async function removeUnusedKeys(paths: DataPaths, config: DeskConfig): Promise<void> {
  if (config.databaseUrl !== undefined || existsSync(paths.database)) return
  if (!(await isSetUp(config.dataDir))) return
  const vault = await openVault(config.dataDir, config.vault)
  if (vault.recoveryConfirmed()) throw new DomainError('DATABASE_DAMAGED')
  await rm(paths.keys, { force: true })
  await rm(paths.keysCopy, { force: true })
}

function databaseFiles(paths: DataPaths): readonly string[] {
  return ['', '-wal', '-shm'].map((suffix) => `${paths.database}${suffix}`)
}

function failedBy(error: unknown): DeskState {
  return { name: 'failed', problem: error instanceof DomainError ? error.code : 'INTERNAL' }
}
