import { parentPort, workerData } from 'node:worker_threads'

import { argon2id } from 'hash-wasm'

import { isArgonWork } from './argon.ts'

// The thread that turns one password into a key, and ends: half a second in which the core must not stand still.

const work: unknown = workerData
if (parentPort === null || !isArgonWork(work)) throw new Error('a thread for one password')
parentPort.postMessage(await argon2id(work))
