import type { Clock } from '#core/kernel/sources.ts'
import { DomainError, type ErrorCode } from '#core/kernel/errors.ts'
import type { CopyProgress } from '#shared/protocol/copy-progress.ts'

import type { DataPaths } from '../common/files/data-paths.ts'
import { copyBoard, type RunningCopy } from '../copies/copy-thread.ts'
import { markCutShort } from '../copies/place.ts'
import type { VaultKeys } from '../vault/data-key.ts'
import { createTurns } from './turns.ts'

/** The board that is copied: where it is, and what opens it. */
export type CopiedBoard = Readonly<{ paths: DataPaths; keys: VaultKeys }>

/** The copies of one board, each made beside whatever else is done, one after another. */
export type BoardCopies = Readonly<{
  /** Why the last attempt failed, also that of an earlier run which was cut short; null after one that did not. */
  problem(): ErrorCode | null
  /** Makes one now. Raises as `makeCopy` does, and `COPY_CUT_SHORT` when it was given up or its thread died. */
  take(board: CopiedBoard): Promise<void>
  /** The same of a board that is put away, when its journal moved since the last; how far it is is told. */
  takeAtClosing(board: CopiedBoard): Promise<void>
  /** From now on one an hour, when the journal moved, and the first soon when `overdue`; until `rest`. */
  keepUp(board: CopiedBoard, overdue: boolean): void
  /** No more of its own accord. One that is being made goes on. */
  rest(): void
  /** Resolves when none is being made. */
  idle(): Promise<void>
  /** Gives up the one being made; from now on none is begun at closing. */
  leave(): void
}>

export type BoardCopiesOptions = Readonly<{
  clock: Clock
  /** Whether there is anything to lose: a set-up that is not finished has nothing, and with a copy could not be begun again. */
  isWorthCopying(): boolean
  /** Hears how far the copy at closing is: every half second while it is being made. */
  onCopying?: ((progress: CopyProgress) => void) | undefined
  /** Hears that the database turned out to be damaged. */
  onDamaged(): void
  /** The entry of the copying thread, where a test has one of its own. */
  workerUrl?: URL | undefined
  /** What is known of the last copy from an earlier run. */
  problem: ErrorCode | null
}>

/** Damage to the database alone costs no more work than this. By a clock that nobody can set. */
const EVERY_MS = 60 * 60_000

/** Somebody has just come: the copy that an earlier run did not make can wait until they see their board. */
const OVERDUE_MS = 10_000

type Kind = Readonly<{ onlyIfMoved: boolean; closing: boolean }>

export function createBoardCopies(options: BoardCopiesOptions): BoardCopies {
  let { problem } = options
  let running: RunningCopy | null = null
  let left = false
  let kept: CopiedBoard | null = null
  let timer: NodeJS.Timeout | undefined
  const inTurn = createTurns()

  function make(board: CopiedBoard, kind: Kind): Promise<void> {
    return inTurn(async () => {
      const place = board.paths.snapshots
      try {
        if (kind.closing && left) throw new DomainError('COPY_CUT_SHORT')
        running = start(board, kind)
        await running.finished
        problem = null
      } catch (error) {
        problem = error instanceof DomainError ? error.code : 'INTERNAL'
        if (problem === 'DATABASE_DAMAGED') options.onDamaged()
        // For the next run: this one may be about to end.
        if (problem === 'COPY_CUT_SHORT') await markCutShort(place).catch(() => undefined)
        throw error
      } finally {
        running = null
        wait(EVERY_MS)
      }
    })
  }

  function start({ paths, keys }: CopiedBoard, kind: Kind): RunningCopy {
    const order = {
      database: paths.database,
      databaseKey: keys.databaseKey,
      files: paths.files,
      filesKey: keys.filesKey,
      keys: [paths.keys, paths.keysCopy],
      copiesKey: keys.copiesKey,
      place: paths.snapshots,
      at: options.clock.now(),
      onlyIfMoved: kind.onlyIfMoved,
    }
    return copyBoard(order, {
      onProgress: (progress) => kind.closing && options.onCopying?.(progress),
      workerUrl: options.workerUrl,
    })
  }

  /** The next of its own accord, so long after this moment; anew with every copy, whoever asked for it. */
  function wait(milliseconds: number): void {
    clearTimeout(timer)
    const board = kept
    if (board === null) return
    timer = setTimeout(() => {
      if (!options.isWorthCopying()) return wait(EVERY_MS)
      // Why it failed is kept for the settings; the next hour tries again.
      make(board, { onlyIfMoved: true, closing: false }).catch(() => undefined)
    }, milliseconds)
    timer.unref()
  }

  return {
    problem: () => problem,
    take: (board) => make(board, { onlyIfMoved: false, closing: false }),
    async takeAtClosing(board) {
      if (options.isWorthCopying()) await make(board, { onlyIfMoved: true, closing: true })
    },
    keepUp(board, overdue) {
      kept = board
      wait(overdue ? OVERDUE_MS : EVERY_MS)
    },
    rest() {
      kept = null
      clearTimeout(timer)
    },
    idle: () => inTurn(() => Promise.resolve()),
    leave() {
      left = true
      running?.giveUp()
    },
  }
}
