import { readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { vietnamDate, type Instant } from '#core/kernel/calendar.ts'

import { mapFileError } from '../common/files/fs-errors.ts'
import { OWNER_ONLY_FILE } from '../common/files/owner-only.ts'
import {
  snapshotOf,
  snapshotsBeyondRoom,
  snapshotsToDrop,
  type Snapshot,
} from './snapshot-keeping.ts'

/** The snapshots in a folder, newest first. @throws DomainError as {@link mapFileError} says. */
export async function snapshotsIn(dir: string): Promise<readonly Snapshot[]> {
  const names = await readdir(dir).catch((error: unknown) => {
    throw mapFileError(error)
  })
  return names
    .flatMap((name) => snapshotOf(name) ?? [])
    .toSorted((one, other) => (one.at < other.at ? 1 : -1))
}

/** Whether there is one of this day already, on a Vietnamese wall. */
export function hasSnapshotOf(all: readonly Snapshot[], now: Instant): boolean {
  return all.some(({ at }) => vietnamDate(at) === vietnamDate(now))
}

/** What a copy is called while it is being written. */
export function unfinishedCopy(path: string): string {
  return `${path}.part`
}

/** Says, to the next run too, that the last copy was not finished; gone with the next one that is. */
const CUT_SHORT = 'cut-short'

export async function markCutShort(dir: string): Promise<void> {
  await writeFile(join(dir, CUT_SHORT), '', { mode: OWNER_ONLY_FILE })
}

/**
 * Removes what copies cut short left behind, and says whether the last copy was one of these. For the opening of
 * a folder nobody else holds: a copy being made would go as well.
 */
export async function clearCutShort(dir: string): Promise<boolean> {
  const names = await readdir(dir)
  const unfinished = names.filter(isUnfinished)
  for (const name of unfinished) await rm(join(dir, name), { force: true })
  if (unfinished.length > 0) await markCutShort(dir)
  return unfinished.length > 0 || names.includes(CUT_SHORT)
}

/** An unfinished copy, or the journal SQLite kept beside it. */
function isUnfinished(name: string): boolean {
  return /\.db\.part(?:-journal|-wal|-shm)?$/u.test(name)
}

/** Removes the snapshots nobody would go back to or there is no room for, and what a copy cut short left behind. */
export async function tidySnapshots(dir: string, now: Instant): Promise<void> {
  const unfinished = (await readdir(dir)).filter((name) => isUnfinished(name) || name === CUT_SHORT)
  const all = await snapshotsIn(dir)
  const old = new Set(snapshotsToDrop(all, now))
  const kept = await Promise.all(
    all
      .filter((snapshot) => !old.has(snapshot))
      .map(async ({ name }) => ({ name, bytes: (await stat(join(dir, name))).size })),
  )
  for (const { name } of [...old, ...snapshotsBeyondRoom(kept)]) {
    await rm(join(dir, name), { force: true })
  }
  for (const name of unfinished) await rm(join(dir, name), { force: true })
}
