import type { Database as SqliteHandle } from 'better-sqlite3-multiple-ciphers'

import { z } from 'zod'

/** Bytes before the first frame of a log, and before the page in each frame. Source: https://sqlite.org/fileformat2.html#walformat */
export const LOG_HEADER_BYTES = 32
export const FRAME_HEADER_BYTES = 24

/** SQLite's own measure: so many pages in the log, and a commit brings it into the file. */
const USUAL_PAGES = 1000

/** The log of an open SQLite database, for whoever follows it. */
export type WriteAheadLog = Readonly<{
  /** While it is held, nothing but `checkpoint` brings it into the file: what was not followed yet stays in it. */
  hold(held: boolean): Promise<void>
  /** How many bytes of the log, from its beginning, are committed and on the disk; 0 for an empty log. */
  committed(): Promise<number>
  /**
   * Between two transactions: has `read` look at the log as it stands, then brings it into the file and empties it.
   * False when somebody reads the database just now and the log had to stay; never waits for them.
   */
  checkpoint(read: (committed: number) => Promise<void>): Promise<boolean>
}>

const progress = z.array(z.object({ busy: z.number(), log: z.number() })).length(1)

/** Follows the log of the board's own connection, each question in its turn among the units of work. */
export function writeAheadLogOf(
  handle: SqliteHandle,
  enter: <Result>(work: () => Promise<Result>) => Promise<Result>,
): WriteAheadLog {
  const frameBytes =
    FRAME_HEADER_BYTES + z.number().parse(handle.pragma('page_size', { simple: true }))

  /** NOOP moves nothing: it only says how many frames are committed. */
  function committedNow(): number {
    const [{ log } = { log: 0 }] = progress.parse(handle.pragma('wal_checkpoint(NOOP)'))
    return log <= 0 ? 0 : LOG_HEADER_BYTES + log * frameBytes
  }

  return {
    hold: (held) =>
      enter(async () => {
        handle.pragma(`wal_autocheckpoint = ${held ? 0 : USUAL_PAGES}`)
      }),
    committed: () => enter(async () => committedNow()),
    checkpoint: (read) =>
      enter(async () => {
        await read(committedNow())
        const patience = z.number().parse(handle.pragma('busy_timeout', { simple: true }))
        // The driver would block the whole core while it waits for a reader.
        handle.pragma('busy_timeout = 0')
        try {
          const [{ busy } = { busy: 1 }] = progress.parse(handle.pragma('wal_checkpoint(TRUNCATE)'))
          return busy === 0
        } finally {
          handle.pragma(`busy_timeout = ${patience}`)
        }
      }),
  }
}
