import SqliteDriver from 'better-sqlite3-multiple-ciphers'

import { DomainError } from '#core/kernel/errors.ts'

import { syncFile } from '../../common/files/atomic-write.ts'
import { unlock } from '../sqlite-settings.ts'
import { factsOf } from './database-facts.ts'

/**
 * Gives a database file another key: every page is encrypted anew. For a copy that nobody has open and that is thrown
 * away when this is cut short: it keeps no journal of its own, so nothing of it lies on the disk twice. Durable when it
 * resolves. Raises `DATABASE_DAMAGED` when it does not open with the key it has, or says something else with the new one.
 */
export async function rekeyFile(file: string, from: Buffer, to: Buffer): Promise<void> {
  const handle = new SqliteDriver(file, { fileMustExist: true })
  let before: string
  try {
    unlock(handle, from)
    // Out of the mode of the board's own connection: one file again, written straight into.
    handle.pragma('journal_mode = DELETE')
    handle.pragma('journal_mode = OFF')
    handle.pragma('synchronous = OFF')
    handle.pragma('cache_size = -64000')
    before = JSON.stringify(factsOf(handle))
    handle.pragma(`rekey = "x'${to.toString('hex')}'"`)
  } finally {
    handle.close()
  }
  await syncFile(file)
  const rekeyed = new SqliteDriver(file, { readonly: true, fileMustExist: true })
  try {
    unlock(rekeyed, to)
    if (JSON.stringify(factsOf(rekeyed)) !== before) throw new DomainError('DATABASE_DAMAGED')
  } finally {
    rekeyed.close()
  }
}
