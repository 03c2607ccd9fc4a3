import { parentPort, workerData } from 'node:worker_threads'

import { isForeignKind, readForeignFile } from './readers.ts'

// The thread that reads one foreign file and is then thrown away. watched-reading.ts starts and watches it, and has
// looked at the request: a thread that loads no schemas starts in a third of the time.

const [kind, bytes] = partsOf(workerData)
if (parentPort === null || !isForeignKind(kind) || !(bytes instanceof Uint8Array)) {
  throw new Error('this module is the entry of a thread that reads one file')
}
parentPort.postMessage(await readForeignFile(kind, bytes))

function partsOf(request: unknown): readonly unknown[] {
  if (typeof request !== 'object' || request === null) return []
  return 'kind' in request && 'bytes' in request ? [request.kind, request.bytes] : []
}
