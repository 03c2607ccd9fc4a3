import SqliteDriver from 'better-sqlite3-multiple-ciphers'
import { parentPort, workerData } from 'node:worker_threads'

import { DomainError } from '#core/kernel/errors.ts'

import { mapDatabaseError } from '../db-errors.ts'
import { type SnapshotWorkerMessage, snapshotWorkerData } from './snapshot-messages.ts'
import { copyTo } from './snapshot.ts'
import { settle, unlock } from '../sqlite-settings.ts'

// The copying thread: opens a database nobody else has open, copies and checks it, says how it went, and ends.
// snapshot-thread.ts starts it, and leaves it behind when somebody cannot wait.

const port = parentPort
if (port === null) throw new Error('this module is the entry of a worker thread')

const say = (message: SnapshotWorkerMessage): void => port.postMessage(message)
const { file, key: bytes, path } = snapshotWorkerData.parse(workerData)
const key = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

try {
  const original = new SqliteDriver(file, { fileMustExist: true })
  try {
    unlock(original, key)
    settle(original)
    await copyTo(original, { path, key, onChecking: () => say({ type: 'checking' }) })
  } finally {
    original.close()
  }
  say({ type: 'done' })
} catch (error) {
  say(failureOf(error))
} finally {
  key.fill(0)
}

function failureOf(error: unknown): SnapshotWorkerMessage {
  const mapped = mapDatabaseError(error)
  if (!(mapped instanceof DomainError)) return { type: 'failed', code: 'INTERNAL', issues: [] }
  const issues = mapped.issues.map(({ path: at, code }) => ({ path: at, code }))
  return { type: 'failed', code: mapped.code, issues }
}
