import { truncateSync } from 'node:fs'

import Database from 'better-sqlite3-multiple-ciphers'

import { DomainError, systemIssue } from '#core/kernel/errors.ts'

export type FileLock = Readonly<{
  /** Calling it twice is fine. */
  release(): void
}>

/**
 * Holds an empty file so that no other process, nor this one again, can hold it, until `release` or the
 * end of the process, however it ends. Node has no file locks; SQLite's are the system's own on Windows,
 * macOS and Linux, so there is no stale lock to judge and no race in taking one over.
 * Never open this file by other means in the same process: on POSIX, closing it would drop the lock.
 * @throws DomainError ALREADY_OPEN, READ_ONLY, DISK_FULL.
 */
export function lockFile(path: string): FileLock {
  try {
    return lockDatabase(path)
  } catch (error) {
    if (sqliteCodeOf(error) !== 'SQLITE_NOTADB') throw mapLockError(error)
  }
  // Someone wrote into the file: nobody can be holding it, and emptying it keeps it the same file for all.
  try {
    truncateSync(path)
    return lockDatabase(path)
  } catch (error) {
    throw mapLockError(error)
  }
}

function lockDatabase(path: string): FileLock {
  const database = new Database(path, { timeout: 0 })
  try {
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    throw error
  }
  return { release: () => void database.close() }
}

function mapLockError(error: unknown): DomainError {
  const code = sqliteCodeOf(error)
  switch (code) {
    case 'SQLITE_BUSY':
      return new DomainError('ALREADY_OPEN')
    case 'SQLITE_FULL':
      return new DomainError('DISK_FULL')
    case 'SQLITE_READONLY':
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_PERM':
      return new DomainError('READ_ONLY')
    default:
      return new DomainError('INTERNAL', systemIssue(code, 'LOCK_FAILED'))
  }
}

function sqliteCodeOf(error: unknown): string | null {
  return error instanceof Database.SqliteError ? error.code : null
}
