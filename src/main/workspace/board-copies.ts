import { rm } from 'node:fs/promises'

import type { Rehearsal } from '#core/copies/rehearsal.ts'
import type { Clock } from '#core/kernel/sources.ts'
import { DomainError, type ErrorCode } from '#core/kernel/errors.ts'
import type { CopyProgress } from '#shared/protocol/copy-progress.ts'

import type { DataPaths } from '../common/files/data-paths.ts'
import { copyBoard, rehearseInThread, type RunningThread } from '../copies/copy-thread.ts'
import { copyRing } from '../copies/copy-keys.ts'
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
  /** Tries going back to the newest one, beside everything else and without touching the board. Raises as `rehearse`. */
  rehearse(board: CopiedBoard): Promise<Rehearsal>
  /** From now on one an hour, when the journal moved, and the first soon when `overdue`; until `rest`. */
  keepUp(board: CopiedBoard, overdue: boolean): void
  /** No more of its own accord. One that is being made goes on. */
  rest(): void
  /** Resolves when none is being made. */
  idle(): Promise<void>
  /** Does something while none is being made and nothing is tried; what is being tried is given up. */
  whileNone<Result>(work: () => Promise<Result>): Promise<Result>
  /** Gives up the one being made; from now on none is begun at closing. */
  leave(): void
}>

export type BoardCopiesOptions = Readonly<{
  clock: Clock
  /** Whether there is anything to lose: a set-up that is not finished has nothing, and with a copy could not be begun again. */
  isWorthCopying(): boolean
  /** Raises `DISK_FULL` when a copy would take the room of what people do. */
  requireRoom(): Promise<void>
  /** Hears how far the copy at closing is: every half second while it is being made. */
  onCopying?: ((progress: CopyProgress) => void) | undefined
  /** Hears that the database turned out to be damaged. */
  onDamaged(): void
  /** Hears that {@link BoardCopies.problem} says something else now. */
  onProblem?: () => void
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
  let running: Readonly<{ giveUp(): void }> | null = null
  let rehearsing: Readonly<{ giveUp(): void }> | null = null
  /** How many wait for the copy at closing: they are told how far whichever is being made is. */
  let waiting = 0
  let left = false
  let kept: CopiedBoard | null = null
  let timer: NodeJS.Timeout | undefined
  const inTurn = createTurns()

  function make(board: CopiedBoard, kind: Kind): Promise<void> {
    return inTurn(async () => {
      const place = board.paths.snapshots
      const before = problem
      try {
        await options.requireRoom()
        if (kind.closing && left) throw new DomainError('COPY_CUT_SHORT')
        const copy = start(board, kind)
        running = copy
        await copy.finished
        problem = null
      } catch (error) {
        problem = error instanceof DomainError ? error.code : 'INTERNAL'
        if (problem === 'DATABASE_DAMAGED') options.onDamaged()
        // For the next run: this one may be about to end.
        if (problem === 'COPY_CUT_SHORT') await markCutShort(place).catch(() => undefined)
        throw error
      } finally {
        running = null
        if (problem !== before) options.onProblem?.()
        wait(EVERY_MS)
      }
    })
  }

  function start({ paths, keys }: CopiedBoard, kind: Kind): RunningThread<boolean> {
    const order = {
      database: paths.database,
      files: paths.files,
      keys: [paths.keys, paths.keysCopy],
      ring: copyRing(keys),
      place: paths.snapshots,
      at: options.clock.now(),
      onlyIfMoved: kind.onlyIfMoved,
    }
    return copyBoard(order, {
      onProgress: (progress) => waiting > 0 && options.onCopying?.(progress),
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
    rehearse: ({ paths, keys }) =>
      inTurn(async () => {
        const { snapshots: place, rehearsal: folder } = paths
        const order = { place, folder, ring: copyRing(keys) }
        const rehearsal = rehearseInThread(order, options.workerUrl)
        rehearsing = rehearsal
        try {
          return await rehearsal.finished
        } finally {
          rehearsing = null
          // A thread given up has not tidied.
          await rm(folder, { recursive: true, force: true }).catch(() => undefined)
        }
      }),
    async takeAtClosing(board) {
      if (!options.isWorthCopying()) return
      waiting += 1
      // What was done since the last copy matters more; trying can wait until somebody is there again.
      rehearsing?.giveUp()
      await make(board, { onlyIfMoved: true, closing: true }).finally(() => (waiting -= 1))
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
    whileNone(work) {
      rehearsing?.giveUp()
      return inTurn(work)
    },
    leave() {
      left = true
      running?.giveUp()
    },
  }
}
