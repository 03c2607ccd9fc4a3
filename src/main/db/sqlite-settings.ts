import type { Database } from 'better-sqlite3-multiple-ciphers'
import { DomainError } from '#core/kernel/errors.ts'

/**
 * How a connection must behave: set at every open, because most of these are forgotten when the file is
 * closed, and read back, because SQLite ignores a pragma it does not like without a word.
 */
const SETTINGS = [
  { pragma: 'journal_mode', value: 'WAL', reads: 'wal' },
  // The library is built with NORMAL for WAL, which may lose the last commits at a power cut.
  { pragma: 'synchronous', value: 'FULL', reads: 2 },
  { pragma: 'fullfsync', value: 'ON', reads: 1 },
  { pragma: 'checkpoint_fullfsync', value: 'ON', reads: 1 },
  { pragma: 'foreign_keys', value: 'ON', reads: 1 },
  // The cipher does not cover temporary files: a large sort would write plain text to the disk.
  { pragma: 'temp_store', value: 'MEMORY', reads: 2 },
  // In KiB: an index of the work list of 100,000 cases fits, so that looking through it again deciphers nothing.
  { pragma: 'cache_size', value: '-24000', reads: -24000 },
  { pragma: 'trusted_schema', value: 'OFF', reads: 0 },
  { pragma: 'secure_delete', value: 'ON', reads: 1 },
  { pragma: 'cell_size_check', value: 'ON', reads: 1 },
  { pragma: 'busy_timeout', value: '5000', reads: 5000 },
] as const

/**
 * Whether this SQLite may hold the board's data: 3.51.3 or later, which has the fix for commits lost
 * when two connections checkpoint at once, but not 3.52.0, which sqlite.org withdrew.
 * Source: https://sqlite.org/wal.html#walresetbug
 */
export function isFitSqliteVersion(version: string): boolean {
  const parts = /^(\d+)\.(\d+)\.(\d+)$/u.exec(version)?.slice(1).map(Number)
  if (!parts) return false
  const [major = 0, minor = 0, patch = 0] = parts
  const isWithdrawn = major === 3 && minor === 52 && patch === 0
  return !isWithdrawn && major * 1_000_000 + minor * 1_000 + patch >= 3_051_003
}

/**
 * Gives a fresh connection its key: SQLCipher pages, each with its own HMAC, so that one changed bit is
 * noticed. Must come before anything else. Raises SQLite's `SQLITE_NOTADB` when the key is wrong.
 */
export function unlock(connection: Database, key: Buffer): void {
  if (key.length !== 32) throw new Error('The database key must be 32 bytes.')
  connection.pragma(`cipher = 'sqlcipher'`)
  connection.pragma(`key = "x'${key.toString('hex')}'"`)
  connection.prepare('SELECT count(*) FROM sqlite_schema').get()
}

/**
 * How a connection behaves that only copies: it sets nothing that would write into the file, and leaves it to the
 * board's own connection when the log is brought into the file.
 */
const READER_SETTINGS = [
  { pragma: 'wal_autocheckpoint', value: '0', reads: 0 },
  ...SETTINGS.filter(({ pragma }) => pragma !== 'journal_mode'),
] as const

/** Applies and reads back every setting. Raises `DATABASE_UNAVAILABLE` naming the one that did not hold. */
export function settle(connection: Database): void {
  apply(connection, SETTINGS)
}

/** The same for a connection that must not change the file. */
export function settleReader(connection: Database): void {
  apply(connection, READER_SETTINGS)
}

type Setting = Readonly<{ pragma: string; value: string; reads: string | number }>

function apply(connection: Database, settings: readonly Setting[]): void {
  for (const { pragma, value } of settings) connection.pragma(`${pragma} = ${value}`)
  const version = connection.prepare('SELECT sqlite_version()').pluck().get()
  if (typeof version !== 'string' || !isFitSqliteVersion(version)) {
    throw new DomainError('DATABASE_UNAVAILABLE', [{ path: '', code: 'SQLITE_UNFIT' }])
  }
  for (const { pragma, reads } of settings) {
    if (connection.pragma(pragma, { simple: true }) !== reads) {
      throw new DomainError('DATABASE_UNAVAILABLE', [
        { path: '', code: 'SQLITE_SETTING_REFUSED', params: { pragma } },
      ])
    }
  }
}
