import { statSync } from 'node:fs'

import type { Instant } from '#core/kernel/calendar.ts'
import type { Rehearsal } from '#core/copies/rehearsal.ts'
import { DomainError, type ErrorCode } from '#core/kernel/errors.ts'
import type { Clock } from '#core/kernel/sources.ts'
import type { CopyProgress } from '#shared/protocol/copy-progress.ts'
import type { Engine } from '../db/engine.ts'
import type { SlowStatements } from '../db/slow-statements.ts'
import type { Store } from '../db/store.ts'
import { copiesIn, type BoardCopy } from '../copies/place.ts'
import type { VaultKeys } from '../vault/data-key.ts'
import type { CreatedVault, NewPerson } from '../vault/vault.ts'
import { createBoardCopies } from './board-copies.ts'
import { openFolder, type WorkspaceState, type FolderConfig } from './folder.ts'
import { restoreNewest } from './restore-board.ts'
import { settleTail, type Settling } from './settle-tail.ts'
import { createTurns } from './turns.ts'
import { createUnlockedBoard, type Board } from './unlocked-board.ts'
import { createWeeklyRehearsal } from './weekly-rehearsal.ts'

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
   * Closes database and files, and copies the board in a thread of its own when something happened since the last
   * copy. Resolves when nothing can be asked of the board any more; whoever unlocks it again waits until it is closed,
   * and not for the copy.
   */
  lock(): Promise<void>
  /** Gives up the copy being made, so that `close` goes on at once; from now on none is begun at closing. */
  leaveCopy(): void
  /** A page turned out to be damaged: nothing more is written until a copy is brought back or the file holds after all. */
  isDamaged(): boolean
  /**
   * Puts the newest whole copy in the place of a database that cannot be used any more; `admit` may refuse by what
   * the copy says. Returns when it was made. Raises `NOT_ALLOWED` while the board is open or on a server, and as
   * {@link restoreNewest}.
   */
  restore(keys: VaultKeys, admit: (store: Store) => Promise<void>): Promise<Instant>
  /** Copies the open board now, while people go on working. Raises what went wrong. */
  takeSnapshot(): Promise<void>
  snapshots(): Promise<SnapshotState>
  /** Tries going back to the newest copy, touching nothing. Raises as `rehearse`, and `COPY_CUT_SHORT`. */
  rehearse(): Promise<Rehearsal>
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
export type SnapshotState = Readonly<{ kept: readonly BoardCopy[]; problem: ErrorCode | null }>

export type WorkspaceConfig = FolderConfig &
  Readonly<{
    /** By which copies are dated; the machine's when left out. */
    clock?: Clock
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
    beforeMigration: async (keys) => {
      if (isCopied()) await copies.take({ paths: folder.paths(), keys })
    },
  })
  /** Boards whose tail was looked at. */
  const settled = new WeakSet<Board>()
  const clock = config.clock ?? { now: () => new Date().toISOString() }
  const weekly = createWeeklyRehearsal({ clock, isWorthCopying: isCopied })
  const copies = createBoardCopies({
    clock,
    isWorthCopying: isCopied,
    onCopying: config.onCopying,
    onDamaged: unlocked.suspectDamage,
    workerUrl: config.copyWorkerUrl,
    problem: folder.copyCutShort ? 'COPY_CUT_SHORT' : null,
  })
  // A database still closing cannot be opened, nor keys be made twice.
  const inTurn = createTurns()

  /** Whether there are copies of this board, and something to lose. */
  function isCopied(): boolean {
    return engine === 'sqlite' && config.temporary !== true && folder.isInUse()
  }

  /** Before anybody writes into it: what an earlier run left in the log alone is in no copy of its closing. */
  function wasNotClosed(): boolean {
    const log = `${folder.paths().database}-wal`
    return (statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 0
  }

  function rest(): void {
    copies.rest()
    weekly.end()
  }

  async function open(keys: VaultKeys, isNew: boolean): Promise<Board> {
    const already = unlocked.current()
    if (already !== null) return already
    const overdue = wasNotClosed()
    const board = await unlocked.open(keys, isNew).catch(afterSetUpCutShort)
    const copied = { paths: folder.paths(), keys }
    copies.keepUp(copied, overdue)
    weekly.begin(board.store, () => copies.rehearse(copied))
    return board
  }

  /** An empty database is what a set-up that was killed leaves; under keys that were used it is damage. */
  async function afterSetUpCutShort(error: unknown): Promise<never> {
    if (!isEmptied(error)) throw error
    await folder.requireUnusedKeys()
    await giveUpSetUp()
    throw new DomainError('NOT_SET_UP')
  }

  /** The copy is begun, not waited for. One that cannot be made keeps nobody's board open. */
  async function putAway({ store, keys, anchor }: Board): Promise<void> {
    rest()
    await store.close()
    await anchor?.close()
    void copies.takeAtClosing({ paths: folder.paths(), keys }).catch(() => undefined)
  }

  async function giveUpSetUp(): Promise<void> {
    rest()
    const board = unlocked.take()
    await board?.store.close()
    await board?.anchor?.close()
    await folder.giveUpSetUp()
  }

  return {
    engine,
    state: folder.state,
    board: unlocked.current,
    create: (person) => inTurn(() => folder.create(person)),
    unlock: (keys, isNew = false) => inTurn(() => open(keys, isNew)),
    settle: (settling) =>
      inTurn(async () => {
        const board = unlocked.current()
        if (board === null) throw new DomainError('UNAUTHENTICATED')
        if (board.anchor === null || settled.has(board)) return
        await settleTail(board.store, board.anchor, settling)
        settled.add(board)
      }),
    lock() {
      let board: Board | null = null
      const taken = inTurn(async () => {
        board = unlocked.take()
      })
      // Both turns at once: nobody's unlocking may come between them.
      void inTurn(async () => {
        if (board !== null) await putAway(board)
      }).catch(() => undefined)
      return taken
    },
    leaveCopy: copies.leave,
    isDamaged: unlocked.isDamageSuspected,
    restore: (keys, admit) =>
      inTurn(async () => {
        if (unlocked.current() !== null || engine !== 'sqlite') {
          throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'BOARD_IN_USE' }])
        }
        await copies.idle()
        const madeAt = await restoreNewest(folder.paths(), keys, admit)
        unlocked.trust()
        return madeAt
      }),
    async rehearse() {
      const board = unlocked.current()
      if (board === null) throw new DomainError('UNAUTHENTICATED')
      return copies.rehearse({ paths: folder.paths(), keys: board.keys })
    },
    async takeSnapshot() {
      const board = unlocked.current()
      if (board === null) throw new DomainError('UNAUTHENTICATED')
      await copies.take({ paths: folder.paths(), keys: board.keys })
    },
    snapshots: async () => ({
      kept: engine === 'sqlite' ? await copiesIn(folder.paths().snapshots) : [],
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
        const board = unlocked.take()
        if (board !== null) await putAway(board)
        await copies.idle()
        folder.release()
      }),
  }
}

function isEmptied(error: unknown): boolean {
  return (
    error instanceof DomainError && error.issues.some(({ code }) => code === 'DATABASE_EMPTIED')
  )
}
