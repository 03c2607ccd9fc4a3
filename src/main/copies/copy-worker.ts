import { parentPort, workerData } from 'node:worker_threads'

import { DomainError } from '#core/kernel/errors.ts'

import { mapDatabaseError } from '../db/db-errors.ts'
import { type CopyWorkerMessage, copyWorkerData } from './copy-messages.ts'
import { makeCopy } from './make-copy.ts'

// The copying thread: copies and checks a board while others work on it, says how it went, and ends.
// copy-thread.ts starts it, and leaves it behind when somebody cannot wait.

const port = parentPort
if (port === null) throw new Error('this module is the entry of a worker thread')

const say = (message: CopyWorkerMessage): void => port.postMessage(message)
const order = copyWorkerData.parse(workerData)

try {
  const made = await makeCopy(order, () => say({ type: 'checking' }))
  say({ type: 'done', made })
} catch (error) {
  say(failureOf(error))
} finally {
  for (const key of [order.databaseKey, order.filesKey, order.copiesKey]) key.fill(0)
}

function failureOf(error: unknown): CopyWorkerMessage {
  const mapped = mapDatabaseError(error)
  if (!(mapped instanceof DomainError)) return { type: 'failed', code: 'INTERNAL', issues: [] }
  const issues = mapped.issues.map(({ path: at, code }) => ({ path: at, code }))
  return { type: 'failed', code: mapped.code, issues }
}
