import { existsSync } from 'node:fs'
import { readdir, rename, rm } from 'node:fs/promises'

import type { Instant } from '#core/kernel/calendar.ts'
import { DomainError, type ErrorCode } from '#core/kernel/errors.ts'
import type { CopyProgress } from '#shared/protocol/copy-progress.ts'
import { isSoundFile } from '../db/copies/snapshot.ts'
import { openStore, type Store } from '../db/store.ts'
import { databaseFilesOf, type DataPaths } from '../common/files/data-paths.ts'
import { openDataFolder, type DataFolder } from '../files/data-folder.ts'
import { createFileStore, type FileStore } from '../files/file-store.ts'
import { snapshotsIn } from '../files/snapshot-folder.ts'
import type { Snapshot } from '../files/snapshot-keeping.ts'
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
import { createBoardCopies } from './board-copies.ts'
import { restoreNewest } from './restore-board.ts'

/** An unlocked board: its database, its files and the keys they hang on. */
export type Board = Readonly<{ store: Store; files: FileStore; keys: VaultKeys }>

export type DeskState = Readonly<
  | { name: 'needs-setup' }
  | { name: 'ready'; vault: Vault }
  | { name: 'failed'; problem: ErrorCode; reason: string | null }
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
  /**
   * Closes database and files, and once a day copies the closed database in a thread of its own. Resolves
   * when nothing can be asked of the board any more; whoever unlocks it again waits for the rest.
   */
  lock(): Promise<void>
  /** Gives up the copy being made by `lock` or `close`, which then go on at once; from now on none is begun there. */
  leaveCopy(): void
  /**
   * Puts the newest whole copy in the place of a database that cannot be used any more; `admit` may refuse by what
   * the copy says. Returns when it was made. Raises `NOT_ALLOWED` while the board is open or on a server, and as
   * {@link restoreNewest}.
   */
  restore(keys: VaultKeys, admit: (store: Store) => Promise<void>): Promise<Instant>
  /** Copies the open database now; where a server keeps its own copies, nothing. Raises what went wrong. */
  takeSnapshot(): Promise<void>
  snapshots(): Promise<SnapshotState>
  /** Takes back a set-up that failed before anything was stored, so that it can be begun again. */
  abandonSetUp(): Promise<void>
  /**
   * The same for a set-up that was cut short in an earlier run. Raises `DATABASE_DAMAGED` when work was
   * done under these keys: the database is then not the board's own, and the keys are not given up.
   */
  reopenSetUp(): Promise<void>
  /** Locks and lets another copy of the program use the folder. */
  close(): Promise<void>
}>

/** The copies there are, newest first, and why the last attempt to make one failed. */
export type SnapshotState = Readonly<{ kept: readonly Snapshot[]; problem: ErrorCode | null }>

export type DeskConfig = Readonly<{
  dataDir: string
  databaseUrl?: string | undefined
  vault?: VaultConfig
  /** Nothing here is worth a copy: a demonstration, which is gone when the program closes. */
  temporary?: boolean
  /** Hears how far the copy is that `lock` or `close` make: every half second while it is being made. */
  onCopying?: (progress: CopyProgress) => void
  /** The entry of the copying thread, where a test has one of its own. */
  copyWorkerUrl?: URL
}>

/** Takes the data folder. Never raises: a folder that cannot be used is a state the window explains. */
export async function openDesk(config: DeskConfig): Promise<Desk> {
  const engine = config.databaseUrl === undefined ? 'sqlite' : 'postgres'
  let folder: DataFolder | null = null
  let state: DeskState
  let board: Board | null = null
  let turn: Promise<unknown> = Promise.resolve()
  /** Some page turned out to be damaged: before the next unlocking the whole file is looked through. */
  let suspect = false

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

  const copies = createBoardCopies({
    onCopying: config.onCopying,
    workerUrl: config.copyWorkerUrl,
    problem: folder?.copyCutShort === true ? 'COPY_CUT_SHORT' : null,
  })

  function requireFolder(): DataFolder {
    if (folder === null) {
      throw new DomainError(state.name === 'failed' ? state.problem : 'DATA_FOLDER_UNFIT')
    }
    return folder
  }

  async function openBoard(keys: VaultKeys, isNew: boolean): Promise<Board> {
    const { paths } = requireFolder()
    if (suspect && !isSoundFile(paths.database, keys.databaseKey)) {
      throw new DomainError('DATABASE_DAMAGED')
    }
    suspect = false
    const store = await openStore(
      config.databaseUrl === undefined
        ? {
            engine: 'sqlite',
            file: paths.database,
            key: keys.databaseKey,
            auditKey: keys.auditKey,
            snapshotsDir: paths.snapshots,
            mustExist: !isNew,
            onDamaged: () => (suspect = true),
          }
        : { engine: 'postgres', url: config.databaseUrl, auditKey: keys.auditKey },
    )
    return { store, files: createFileStore({ dir: paths.files, key: keys.filesKey }), keys }
  }

  /** One change of the desk at a time: a database still closing cannot be opened, nor keys be made twice. */
  function inTurn<Result>(change: () => Promise<Result>): Promise<Result> {
    const next = turn.then(change)
    turn = next.catch(() => undefined)
    return next
  }

  /** A set-up that is not finished has nothing to keep, and with a copy it could not be begun again. */
  function isWorthACopy(): boolean {
    return (
      engine === 'sqlite' &&
      config.temporary !== true &&
      state.name === 'ready' &&
      isInUse(state.vault)
    )
  }

  /** A copy that cannot be made keeps nobody's board open. */
  async function putAway({ store, keys }: Board): Promise<void> {
    await store.close()
    if (!isWorthACopy()) return
    const { database, snapshots } = requireFolder().paths
    try {
      await copies.takeOfTheDay({ file: database, key: keys.databaseKey, folder: snapshots })
    } catch (error) {
      if (error instanceof DomainError && error.code === 'DATABASE_DAMAGED') suspect = true
    }
  }

  function takeAway(): Board | null {
    const open = board
    board = null
    return open
  }

  async function giveUpSetUp(): Promise<void> {
    await takeAway()?.store.close()
    const { paths } = requireFolder()
    await setKeysAside(paths)
    for (const path of databaseFilesOf(paths.database)) await rm(path, { force: true })
    state = { name: 'needs-setup' }
  }

  return {
    engine,
    state: () => state,
    board: () => board,
    create: (person) =>
      inTurn(async () => {
        requireFolder()
        const created = await createVault({ dir: config.dataDir, person, ...config.vault })
        state = { name: 'ready', vault: created.vault }
        return created
      }),
    unlock: (keys, isNew = false) => inTurn(async () => (board ??= await openBoard(keys, isNew))),
    lock() {
      let open: Board | null = null
      const taken = inTurn(async () => {
        open = takeAway()
      })
      // Both turns at once: nobody's unlocking may come between them.
      void inTurn(async () => {
        if (open !== null) await putAway(open)
      }).catch(() => undefined)
      return taken
    },
    leaveCopy: () => copies.leave(),
    restore: (keys, admit) =>
      inTurn(async () => {
        if (board !== null || engine !== 'sqlite') {
          throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'BOARD_IN_USE' }])
        }
        const madeAt = await restoreNewest(requireFolder().paths, keys, admit)
        suspect = false
        return madeAt
      }),
    takeSnapshot: () =>
      inTurn(async () => {
        if (board === null) throw new DomainError('UNAUTHENTICATED')
        await copies.take(board.store, requireFolder().paths.snapshots)
      }),
    snapshots: async () => ({
      kept: engine === 'sqlite' ? await snapshotsIn(requireFolder().paths.snapshots) : [],
      problem: copies.problem(),
    }),
    abandonSetUp: () => inTurn(giveUpSetUp),
    reopenSetUp: () =>
      inTurn(async () => {
        if (state.name !== 'ready') throw new DomainError('NOT_SET_UP')
        if (await hangsSomething(state.vault, requireFolder().paths)) {
          throw new DomainError('DATABASE_DAMAGED')
        }
        await giveUpSetUp()
      }),
    close: () =>
      inTurn(async () => {
        const open = takeAway()
        if (open !== null) await putAway(open)
        folder?.release()
        folder = null
      }),
  }
}

/** Keys without a database are what is left of a set-up cut short, unless something already hangs on them. */
async function removeUnusedKeys(paths: DataPaths, config: DeskConfig): Promise<void> {
  if (config.databaseUrl !== undefined || existsSync(paths.database)) return
  if (!(await isSetUp(config.dataDir))) return
  // With a copy to go back to, whoever signs in is offered it.
  if ((await snapshotsIn(paths.snapshots)).length > 0) return
  const vault = await openVault(config.dataDir, config.vault)
  if (await hangsSomething(vault, paths)) throw new DomainError('DATABASE_DAMAGED')
  await setKeysAside(paths)
}

/** Whether somebody went on after the first account was made. */
function isInUse(vault: Vault): boolean {
  return vault.recoveryConfirmed() || vault.people().length > 1
}

/** Whether work was done under these keys: an empty database then is the wrong one, not a new one. */
async function hangsSomething(vault: Vault, paths: DataPaths): Promise<boolean> {
  if (isInUse(vault)) return true
  const kept = await Promise.all([readdir(paths.files), readdir(paths.snapshots)])
  return kept.some((names) => names.length > 0)
}

async function setKeysAside(paths: DataPaths): Promise<void> {
  await rename(paths.keys, paths.keysUnused)
  await rm(paths.keysCopy, { force: true })
}

function failedBy(error: unknown): DeskState {
  if (!(error instanceof DomainError)) return { name: 'failed', problem: 'INTERNAL', reason: null }
  return { name: 'failed', problem: error.code, reason: error.issues[0]?.code ?? null }
}
