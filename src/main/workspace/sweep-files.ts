import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

import type { Instant } from '#core/kernel/calendar.ts'

import type { DataPaths } from '../common/files/data-paths.ts'
import type { Board } from './unlocked-board.ts'
import { PROGRAM } from './program.ts'

/** What was written later than this before now may still get its record. */
const SAFE_MS = 24 * 60 * 60_000

/**
 * Removes evidence and letters that no case names, left by uploads and issues that were cut off, and puts on record how
 * many. What rows that were lost, or a database that was set aside, may have named stays: all that is older than the last of
 * these. Copies keep files of their own, which are not touched. Raises as `Store.write` and what the disk refuses.
 */
export async function sweepFiles(
  { store, files }: Pick<Board, 'store' | 'files'>,
  { damaged }: Pick<DataPaths, 'damaged'>,
  now: Instant,
): Promise<void> {
  const [named, lostAt] = await store.read(async ({ evidence, losses }) => [
    await evidence.namedFiles(),
    Date.parse((await losses.lastFoundAt()) ?? ''),
  ])
  const asideAt = Math.max(await lastSetAside(damaged), lostAt || 0)
  const before = Date.parse(now) - SAFE_MS
  const swept = await files.sweep(
    new Set(named),
    (writtenAt) => writtenAt < before && writtenAt > asideAt,
  )
  if (swept === 0) return
  await store.write(PROGRAM, now, async (_repositories, audit) => {
    audit({
      ...{ action: 'files.swept', entity: 'settings', entityId: 'files' },
      changes: [{ field: 'filesSwept', from: null, to: swept }],
    })
  })
}

/** When a database was last set aside, in milliseconds since 1970; 0 when none was. */
async function lastSetAside(damaged: string): Promise<number> {
  const names = await readdir(damaged).catch(() => [])
  const moments = await Promise.all(
    names.map((name) =>
      stat(join(damaged, name)).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    ),
  )
  return Math.max(0, ...moments)
}
