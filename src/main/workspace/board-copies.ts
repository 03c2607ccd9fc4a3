import { instantOfMilliseconds, type Instant } from '#core/kernel/calendar.ts'
import { DomainError, type ErrorCode } from '#core/kernel/errors.ts'
import type { CopyProgress } from '#shared/protocol/copy-progress.ts'
import { copyClosedDatabase, type RunningCopy } from '../db/copies/snapshot-thread.ts'
import type { Store } from '../db/store.ts'
import {
  hasSnapshotOf,
  markCutShort,
  snapshotsIn,
  tidySnapshots,
} from '../files/snapshot-folder.ts'

/** The copies of one board's database, and why the last one was not made. */
export type BoardCopies = Readonly<{
  /** Why the last attempt failed, also that of an earlier run which was cut short; null after one that did not. */
  problem(): ErrorCode | null
  /** Copies the open database now. Raises what went wrong. */
  take(store: Store, folder: string): Promise<void>
  /**
   * The first copy of a day, of a database that nobody has open and nobody opens before this has resolved; made
   * beside everything else. Raises what went wrong: `DATABASE_DAMAGED`, `COPY_CUT_SHORT`, what the disk refuses.
   */
  takeOfTheDay(closed: Readonly<{ file: string; key: Buffer; folder: string }>): Promise<void>
  /** Gives up the copy of the day that is being made; from now on none is begun. */
  leave(): void
}>

export type BoardCopiesOptions = Readonly<{
  /** Hears how far the copy of the day is: every half second while it is being made. */
  onCopying?: ((progress: CopyProgress) => void) | undefined
  /** The entry of the copying thread, where a test has one of its own. */
  workerUrl?: URL | undefined
  /** What is known of the last copy from an earlier run. */
  problem: ErrorCode | null
}>

export function createBoardCopies(options: BoardCopiesOptions): BoardCopies {
  let { problem } = options
  let running: RunningCopy | null = null
  let left = false

  async function noteProblem(make: () => Promise<void>): Promise<void> {
    try {
      await make()
    } catch (error) {
      problem = error instanceof DomainError ? error.code : 'INTERNAL'
      throw error
    }
  }

  async function keep(folder: string): Promise<void> {
    await tidySnapshots(folder, present())
    problem = null
  }

  async function copyClosed(file: string, key: Buffer, folder: string): Promise<void> {
    if (left) throw new DomainError('COPY_CUT_SHORT')
    running = copyClosedDatabase({
      file,
      key,
      snapshotsDir: folder,
      onProgress: (progress) => options.onCopying?.(progress),
      workerUrl: options.workerUrl,
    })
    await running.finished.finally(() => (running = null))
  }

  return {
    problem: () => problem,
    take: (store, folder) =>
      noteProblem(async () => {
        await store.snapshot()
        await keep(folder)
      }),
    takeOfTheDay: ({ file, key, folder }) =>
      noteProblem(async () => {
        if (hasSnapshotOf(await snapshotsIn(folder), present())) return
        try {
          await copyClosed(file, key, folder)
        } catch (error) {
          // For the next run: this one is about to end.
          if (isCutShort(error)) await markCutShort(folder).catch(() => undefined)
          throw error
        }
        await keep(folder)
      }),
    leave() {
      left = true
      running?.giveUp()
    },
  }
}

function isCutShort(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'COPY_CUT_SHORT'
}

function present(): Instant {
  return instantOfMilliseconds(Date.now())
}
