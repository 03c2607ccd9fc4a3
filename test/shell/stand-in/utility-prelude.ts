/** Runs first in a utility process: gives it what Electron gives, and takes away what only `fork` would give. */
import { EventEmitter } from 'node:events'
import { syncBuiltinESMExports } from 'node:module'
import workerThreads, { type WorkerOptions } from 'node:worker_threads'

import { withoutBuffers } from './cloned.ts'

const send = process.send?.bind(process)
const listen = process.on.bind(process)

class ParentPort extends EventEmitter {
  postMessage(message: unknown): void {
    const cloned: unknown = structuredClone(message)
    send?.(cloned)
  }

  start(): void {
    // Started by the first listener, as in Electron.
  }

  pause(): void {
    // Nothing here needs it.
  }
}

const port = new ParentPort()
let started = false
port.on('newListener', (event) => {
  if (event !== 'message' || started) return
  started = true
  listen('message', (message) => port.emit('message', { data: withoutBuffers(message), ports: [] }))
})
listen('disconnect', () => port.emit('close'))

const execArgv = process.env['STAND_IN_EXEC_ARGV'] ?? '[]'
delete process.env['STAND_IN_EXEC_ARGV']
Object.defineProperty(process, 'execArgv', { value: JSON.parse(execArgv), configurable: true })
Object.defineProperty(process, 'parentPort', { value: port, enumerable: true })
Object.defineProperty(process, 'send', { value: undefined })
Object.defineProperty(process, 'type', { value: 'utility', enumerable: true })

const slowCopyMs = Number(process.env['STAND_IN_SLOW_COPY_MS'] ?? 0)
delete process.env['STAND_IN_SLOW_COPY_MS']
if (slowCopyMs > 0) slowCopies(slowCopyMs)

/** For tests: a copy that is written, and then takes this long before it is checked, as that of a large board does. */
function slowCopies(milliseconds: number): void {
  const late = `
    import { parentPort } from 'node:worker_threads'
    const post = parentPort.postMessage.bind(parentPort)
    parentPort.postMessage = (message) => {
      const clock = new Int32Array(new SharedArrayBuffer(4))
      if (message?.type === 'checking') Atomics.wait(clock, 0, 0, ${milliseconds})
      post(message)
    }`
  const preload = ['--import', `data:text/javascript,${encodeURIComponent(late)}`]
  const { Worker } = workerThreads
  workerThreads.Worker = class extends Worker {
    constructor(url: string | URL, options: WorkerOptions = {}) {
      const copies = String(url).includes('snapshot-worker')
      super(url, copies ? { ...options, execArgv: preload } : options)
    }
  }
  syncBuiltinESMExports()
}
