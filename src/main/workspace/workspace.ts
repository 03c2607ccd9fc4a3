import { statSync } from 'node:fs'

import type { Rehearsal } from '#core/copies/rehearsal.ts'
import { DomainError } from '#core/kernel/errors.ts'
import type { Clock } from '#core/kernel/sources.ts'
import type { CopyProgress } from '#shared/protocol/copy-progress.ts'
import type { SlowStatements } from '../db/slow-statements.ts'
import type { Store } from '../db/store.ts'
import { copiesIn, placeWithin, type BoardCopy } from '../copies/place.ts'
import type { VaultKeys } from '../vault/data-key.ts'
import { keysOfCopy } from '../vault/keys-of-copy.ts'
import type { Renewal } from '../vault/vault.ts'
import { createBoardCopies, type CopiedBoard } from './board-copies.ts'
import type { Desk } from './desk.ts'
import { continueInEpoch, isDatabaseOf } from './epoch-on-record.ts'
import { createDiskRoom, type DiskTimes } from './disk-room.ts'
import { openFolder, type FolderConfig } from './folder.ts'
import { noteGoingBack, openGoingBackNote, removeGoingBackNote } from './going-back-note.ts'
import { restoreBoard } from './restore-board.ts'
import { restoreFromPlace } from './restore-from-place.ts'
import { settleTail } from './settle-tail.ts'
import { createSecondPlace } from './second-place.ts'
import { destroyDoomed } from './destroy-files.ts'
import { sweepFiles } from './sweep-files.ts'
import { createTurns } from './turns.ts'
import { createUnlockedBoard, type Board } from './unlocked-board.ts'
import { createWeeklyRehearsal } from './weekly-rehearsal.ts'

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
    /** Hears that something everybody is told of on every page may be otherwise now. */
    onWarning?: () => void
    /** When the disk is looked at, where a test has times of its own. */
    diskTimes?: DiskTimes
    /** Where this machine keeps what belongs to no board. */
    profileRoot?: string | undefined
  }>

/** Takes the data folder. Never raises: a folder that cannot be used is a state the window explains. */
export async function openWorkspace(config: WorkspaceConfig): Promise<Desk> {
  const engine = config.databaseUrl === undefined ? 'sqlite' : 'postgres'
  const folder = await openFolder({
    ...config,
    vault: {
      ...config.vault,
      opensDatabase: (keys) => {
        const { database: file } = folder.paths()
        return isDatabaseOf({ file, url: config.databaseUrl }, keys)
      },
    },
  })
  const disk = createDiskRoom({
    paths: folder.paths,
    keepsReserve: engine === 'sqlite' && config.temporary !== true,
    onChange: () => config.onWarning?.(),
    times: config.diskTimes,
  })
  const unlocked = createUnlockedBoard({
    paths: folder.paths,
    databaseUrl: config.databaseUrl,
    slowStatements: config.slowStatements,
    profileRoot: config.profileRoot,
    temporary: config.temporary === true,
    reserve: disk,
    onDamaged: () => config.onWarning?.(),
    holdLog: () => secondPlace.isChosen(),
    onFileKept: (sha256) => secondPlace.fileKept(sha256),
    beforeMigration: async (keys) => {
      if (isCopied()) await copies.take({ paths: folder.paths(), keys })
    },
  })
  /** Boards whose tail was looked at. */
  const settled = new WeakSet<Board>()
  const clock = config.clock ?? { now: () => new Date().toISOString() }
  const secondPlace = createSecondPlace({ clock, paths: folder.paths })
  const weekly = createWeeklyRehearsal({
    clock,
    isWorthCopying: isCopied,
    onTried: () => config.onWarning?.(),
  })
  const copies = createBoardCopies({
    clock,
    isWorthCopying: isCopied,
    onCopying: config.onCopying,
    onDamaged: unlocked.suspectDamage,
    onProblem: () => config.onWarning?.(),
    requireRoom: disk.requireRoomForCopy,
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
    copies.keepUp(copiedBoard(board), overdue)
    weekly.begin(board.store, async () => {
      const rehearsal = await rehearse(board)
      await sweepOrphans(board)
      return rehearsal
    })
    await secondPlace.begin(board)
    // What an erasure left undone when the program was stopped; what cannot be done now is the next time.
    const destroyed = await destroyDoomed(board, clock.now()).catch(() => false)
    if (destroyed) await secondPlace.copyAnew().catch(() => undefined)
    return board
  }

  /** With the keys it has when it is copied: they may be others by then. */
  function copiedBoard(board: Board): CopiedBoard {
    return {
      paths: folder.paths(),
      get keys() {
        return board.keys
      },
    }
  }

  /** In the background: what cannot be swept now is the next time. */
  function sweepOrphans(board: Board): Promise<void> {
    return sweepFiles(board, folder.paths(), clock.now()).catch(() => undefined)
  }

  async function rehearse(board: Board): Promise<Rehearsal> {
    await disk.requireRoomForCopy()
    return copies.rehearse(copiedBoard(board))
  }

  /** The database is another file now, under another key: what was copied of it is of the last epoch. */
  function databaseRewritten(board: Board): void {
    copies.keepUp(copiedBoard(board), true)
  }

  async function renewKeys<Result>(
    leaving: ReadonlySet<string>,
    work: (store: Store, renewal: Renewal) => Promise<Result>,
  ): Promise<Result> {
    const board = unlocked.current()
    const state = folder.state()
    if (board === null || state.name !== 'ready') throw new DomainError('UNAUTHENTICATED')
    const { vault } = state
    const { epoch } = board.keys
    await disk.requireRoomForCopy()
    try {
      const renew = (): Promise<Result> =>
        vault.renewKeys(leaving, board.keys, (renewal) =>
          unlocked.renew(renewal.keys, (store) => work(store, renewal)),
        )
      const result = await secondPlace.whileNone(board, () => copies.whileNone(renew))
      databaseRewritten(board)
      return result
    } catch (error) {
      // Carried out all the same, or nobody knows: whoever comes in next finds out.
      if (vault.epoch() !== epoch) await lockNow()
      throw error
    }
  }

  async function lockNow(): Promise<void> {
    const board = unlocked.take()
    if (board !== null) await putAway(board).catch(() => undefined)
  }

  async function copiesAt(place: string | null): Promise<readonly BoardCopy[]> {
    if (engine !== 'sqlite') return []
    return copiesIn(place === null ? folder.paths().snapshots : await placeWithin(place))
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
    await secondPlace.takeLeave()
    await store.close()
    await anchor?.close()
    secondPlace.finish()
    void copies.takeAtClosing({ paths: folder.paths(), keys }).catch(() => undefined)
  }

  async function giveUpSetUp(): Promise<void> {
    rest()
    const board = unlocked.take()
    secondPlace.cutShort()
    await board?.store.close()
    await board?.anchor?.close()
    await folder.giveUpSetUp()
  }

  if (folder.state().name !== 'failed') {
    await disk.prepare()
    disk.begin()
  }
  return {
    engine,
    disk: disk.standing,
    state: folder.state,
    isInUse: folder.isInUse,
    board: unlocked.current,
    create: (person) => inTurn(() => folder.create(person)),
    unlock: (keys, isNew = false) => inTurn(() => open(keys, isNew)),
    settle: (settling) =>
      inTurn(async () => {
        const board = unlocked.current()
        if (board === null) throw new DomainError('UNAUTHENTICATED')
        if (settled.has(board)) return
        if (board.anchor !== null) await settleTail(board.store, board.anchor, settling)
        await continueInEpoch(board.store, board.keys.epoch, settling.at)
        settled.add(board)
        if (isCopied()) void sweepOrphans(board)
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
    async quiet() {
      await inTurn(async () => undefined)
      await copies.idle()
      await secondPlace.idle()
    },
    renewKeys: (leaving, work) => inTurn(() => renewKeys(leaving, work)),
    secondPlace,
    leaveCopy() {
      copies.leave()
      secondPlace.cutShort()
    },
    isDamaged: unlocked.isDamageSuspected,
    restore: (restoring) =>
      inTurn(async () => {
        if (unlocked.current() !== null || engine !== 'sqlite') {
          throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'BOARD_IN_USE' }])
        }
        await unlocked.requirePresent(restoring.keys)
        await copies.idle()
        await secondPlace.idle()
        const { place, keyFile } = restoring
        const within = { ...restoring, place: place === null ? null : await placeWithin(place) }
        const { by } = restoring
        const restored = await restoreBoard(folder.paths(), within, async (staged) => {
          if (keyFile !== null) await folder.adoptKeys(keyFile)
          await noteGoingBack(folder.paths(), staged, by, folder.state())
        })
        unlocked.trust()
        return restored
      }),
    async goneBack() {
      const board = unlocked.current()
      return board === null ? null : openGoingBackNote(folder.paths(), board.store)
    },
    goneBackOnRecord: () => removeGoingBackNote(folder.paths()),
    copiesAt,
    async keysAt(place) {
      const texts = new Set((await copiesAt(place)).flatMap(({ keys }) => keys ?? []))
      return [...texts].flatMap((text) => {
        const vault = keysOfCopy(text)
        return vault === null ? [] : [{ vault, text }]
      })
    },
    bringBack: (bringing) =>
      inTurn(async () => {
        if (engine !== 'sqlite') {
          throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'SERVER_KEEPS_COPIES' }])
        }
        if (folder.state().name === 'ready') throw new DomainError('ALREADY_SET_UP')
        const order = { ...bringing, paths: folder.paths(), vault: config.vault }
        const brought = await restoreFromPlace(order)
        await folder.takeUp()
        return brought
      }),
    async rehearse() {
      const board = unlocked.current()
      if (board === null) throw new DomainError('UNAUTHENTICATED')
      return rehearse(board)
    },
    async takeSnapshot() {
      const board = unlocked.current()
      if (board === null) throw new DomainError('UNAUTHENTICATED')
      await copies.take({ paths: folder.paths(), keys: board.keys })
    },
    snapshots: async () => ({
      kept: await copiesAt(null),
      problem: copies.problem(),
    }),
    copyProblem: copies.problem,
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
        await secondPlace.idle()
        disk.end()
        folder.release()
      }),
  }
}

function isEmptied(error: unknown): boolean {
  return (
    error instanceof DomainError && error.issues.some(({ code }) => code === 'DATABASE_EMPTIED')
  )
}
