import SqliteDriver from 'better-sqlite3-multiple-ciphers'
import { statSync } from 'node:fs'

import { z } from 'zod'

import { DomainError } from '#core/kernel/errors.ts'

import { FRAME_HEADER_BYTES, LOG_HEADER_BYTES } from '../write-ahead-log.ts'
import { unlock } from '../sqlite-settings.ts'

/** Where in the header of a log the size of its pages stands. */
export const PAGE_SIZE_AT = 8

const progress = z.array(z.object({ busy: z.number(), log: z.number() })).length(1)

/**
 * Brings the log beside a database that nobody has open into it, and removes the log. What of the log was not written
 * to its end counts as never written, as after a power cut; raises `DATABASE_DAMAGED` unless so many `frames` are whole,
 * where that is known. Needs no shared memory, so that it works on a share as well.
 */
export function applyLog(database: string, key: Buffer, frames: number | null = null): void {
  const handle = new SqliteDriver(database, { fileMustExist: true })
  try {
    // First of all: a log opened for oneself alone has its index in this process, not in a file beside it.
    handle.pragma('locking_mode = EXCLUSIVE')
    unlock(handle, key)
    handle.pragma('wal_autocheckpoint = 0')
    handle.pragma('synchronous = FULL')
    handle.pragma('checkpoint_fullfsync = ON')
    if (frames !== null && logged(handle.pragma('wal_checkpoint(NOOP)')) !== frames) {
      throw new DomainError('DATABASE_DAMAGED')
    }
    handle.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    handle.close()
  }
}

function logged(answer: unknown): number {
  const [{ log } = { log: 0 }] = progress.parse(answer)
  return log
}

/** How many frames a log of so many bytes has, with pages of this size. */
export function framesIn(bytes: number, pageSize: number): number {
  return Math.max(0, Math.floor((bytes - LOG_HEADER_BYTES) / (FRAME_HEADER_BYTES + pageSize)))
}

/** Whether a log with something in it lies beside a database. */
export function hasLog(database: string): boolean {
  return (statSync(`${database}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
}
