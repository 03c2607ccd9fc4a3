import { parentPort, workerData } from 'node:worker_threads'

import { DomainError } from '#core/kernel/errors.ts'

import { rekeyFile } from '../db/copies/rekey-file.ts'
import { mapDatabaseError } from '../db/db-errors.ts'
import { type CopyWorkerMessage, copyWorkerData } from './copy-messages.ts'
import { bufferOf, makeCopy } from './make-copy.ts'
import { rehearse } from './rehearse.ts'

// The copying thread: copies and checks a board while others work on it, tries going back to a copy, or gives a copy of
// the database another key; says how it went, and ends.
// copy-thread.ts starts it, and leaves it behind when somebody cannot wait.

const port = parentPort
if (port === null) throw new Error('this module is the entry of a worker thread')

const say = (message: CopyWorkerMessage): void => port.postMessage(message)
const order = copyWorkerData.parse(workerData)

try {
  switch (order.job) {
    case 'copy':
      say({ type: 'done', made: await makeCopy(order, () => say({ type: 'checking' })) })
      break
    case 'rehearse': {
      const rehearsal = await rehearse(order)
      say({ type: 'rehearsed', rehearsal: { ...rehearsal, faults: [...rehearsal.faults] } })
      break
    }
    case 'rekey':
      await rekeyFile(order.file, bufferOf(order.from), bufferOf(order.to))
      say({ type: 'rekeyed' })
  }
} catch (error) {
  say(failureOf(error))
} finally {
  for (const key of keysOf(order)) key.fill(0)
}

/** No key stays behind in the memory of a thread that has ended. */
function keysOf(given: typeof order): readonly Uint8Array[] {
  if (given.job === 'rekey') return [given.from, given.to]
  return given.ring.flatMap((keys) => Object.values(keys))
}

function failureOf(error: unknown): CopyWorkerMessage {
  const mapped = mapDatabaseError(error)
  if (!(mapped instanceof DomainError)) return { type: 'failed', code: 'INTERNAL', issues: [] }
  const issues = mapped.issues.map(({ path: at, code }) => ({ path: at, code }))
  return { type: 'failed', code: mapped.code, issues }
}
