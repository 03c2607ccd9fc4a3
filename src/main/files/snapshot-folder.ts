import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

import { vietnamDate, type Instant } from '#core/kernel/calendar.ts'

import { mapFileError } from './fs-errors.ts'
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

/** Removes the snapshots nobody would go back to or there is no room for, and what a copy cut short left behind. */
export async function tidySnapshots(dir: string, now: Instant): Promise<void> {
  const unfinished = (await readdir(dir)).filter((name) => name.endsWith('.db.part'))
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
