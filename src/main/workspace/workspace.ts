import type { Instant } from '#core/kernel/calendar.ts'
import { DomainError, type ErrorCode } from '#core/kernel/errors.ts'
import type { CopyProgress } from '#shared/protocol/copy-progress.ts'
import type { Engine } from '../db/engine.ts'
import type { SlowStatements } from '../db/slow-statements.ts'
import type { Store } from '../db/store.ts'
import { snapshotsIn } from '../files/snapshot-folder.ts'
import type { Snapshot } from '../files/snapshot-keeping.ts'
import type { VaultKeys } from '../vault/data-key.ts'
import type { CreatedVault, NewPerson } from '../vault/vault.ts'
import { createBoardCopies } from './board-copies.ts'
import { openFolder, type WorkspaceState, type FolderConfig } from './folder.ts'
import { restoreNewest } from './restore-board.ts'
import { settleTail, type Settling } from './settle-tail.ts'
import { createTurns } from './turns.ts'
import { createUnlockedBoard, type Board } from './unlocked-board.ts'

/** The data folder of one board: locked until somebody signs in, locked again when the last one leaves. */
export type Desk = Readonly<{
  engine: Engine
  state(): WorkspaceState
  /** The unlocked board, or null while nobody is signed in. */
  board(): Board | null
  /** Makes keys and first account; the database follows with {@link Desk.unlock}. */
  create(person: NewPerson): Promise<CreatedVault>
  /** Opens database and files with the keys; when they are open already, gives the open board. */
  unlock(keys: VaultKeys, isNew?: boolean): Promise<Board>
  /**
   * Once for every opening, before anybody works on the open board: what is missing of its journal goes on record, and
   * the journal is followed from here on ({@link settleTail}). Raises as `Store.write`.
   */
  settle(settling: Settling): Promise<void>
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

export type WorkspaceConfig = FolderConfig &
  Readonly<{
    /** Nothing here is worth a copy: a demonstration, which is gone when the program closes. */
    temporary?: boolean
    /** Hears how far the copy is that `lock` or `close` make: every half second while it is being made. */
    onCopying?: (progress: CopyProgress) => void
    /** The entry of the copying thread, where a test has one of its own. */
    copyWorkerUrl?: URL
    slowStatements?: SlowStatements
    /** Where this machine keeps what belongs to no board. */
    profileRoot?: string | undefined
  }>

/** Takes the data folder. Never raises: a folder that cannot be used is a state the window explains. */
export async function openWorkspace(config: WorkspaceConfig): Promise<Desk> {
  const engine = config.databaseUrl === undefined ? 'sqlite' : 'postgres'
  const folder = await openFolder(config)
  const unlocked = createUnlockedBoard({
    paths: folder.paths,
    databaseUrl: config.databaseUrl,
    slowStatements: config.slowStatements,
    profileRoot: config.profileRoot,
    temporary: config.temporary === true,
  })
  /** Boards whose tail was looked at. */
  const settled = new WeakSet<Board>()
  const copies = createBoardCopies({
    onCopying: config.onCopying,
    workerUrl: config.copyWorkerUrl,
    problem: folder.copyCutShort ? 'COPY_CUT_SHORT' : null,
  })
  // A database still closing cannot be opened, nor keys be made twice.
  const inTurn = createTurns()

  /** A copy that cannot be made keeps nobody's board open. */
  async function putAway({ store, keys, anchor }: Board): Promise<void> {
    await store.close()
    await anchor?.close()
    // A set-up that is not finished has nothing to keep, and with a copy it could not be begun again.
    if (engine === 'postgres' || config.temporary === true || !folder.isInUse()) return
    const { database, snapshots } = folder.paths()
    try {
      await copies.takeOfTheDay({ file: database, key: keys.databaseKey, folder: snapshots })
    } catch (error) {
      if (error instanceof DomainError && error.code === 'DATABASE_DAMAGED') {
        unlocked.suspectDamage()
      }
    }
  }

  async function giveUpSetUp(): Promise<void> {
    const open = unlocked.take()
    await open?.store.close()
    await open?.anchor?.close()
    await folder.giveUpSetUp()
  }

  return {
    engine,
    state: folder.state,
    board: unlocked.current,
    create: (person) => inTurn(() => folder.create(person)),
    unlock: (keys, isNew = false) => inTurn(() => unlocked.open(keys, isNew)),
    settle: (settling) =>
      inTurn(async () => {
        const board = unlocked.current()
        if (board === null) throw new DomainError('UNAUTHENTICATED')
        if (board.anchor === null || settled.has(board)) return
        await settleTail(board.store, board.anchor, settling)
        settled.add(board)
      }),
    lock() {
      let open: Board | null = null
      const taken = inTurn(async () => {
        open = unlocked.take()
      })
      // Both turns at once: nobody's unlocking may come between them.
      void inTurn(async () => {
        if (open !== null) await putAway(open)
      }).catch(() => undefined)
      return taken
    },
    leaveCopy: copies.leave,
    restore: (keys, admit) =>
      inTurn(async () => {
        if (unlocked.current() !== null || engine !== 'sqlite') {
          throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'BOARD_IN_USE' }])
        }
        const madeAt = await restoreNewest(folder.paths(), keys, admit)
        unlocked.trust()
        return madeAt
      }),
    takeSnapshot: () =>
      inTurn(async () => {
        const board = unlocked.current()
        if (board === null) throw new DomainError('UNAUTHENTICATED')
        await copies.take(board.store, folder.paths().snapshots)
      }),
    snapshots: async () => ({
      kept: engine === 'sqlite' ? await snapshotsIn(folder.paths().snapshots) : [],
      problem: copies.problem(),
    }),
    abandonSetUp: () => inTurn(giveUpSetUp),
    reopenSetUp: () =>
      inTurn(async () => {
        await folder.requireUnusedKeys()
        await giveUpSetUp()
      }),
    close: () =>
      inTurn(async () => {
        const open = unlocked.take()
        if (open !== null) await putAway(open)
        folder.release()
      }),
  }
}
