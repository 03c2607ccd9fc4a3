/** Runs first in a utility process: gives it what Electron gives, and takes away what only `fork` would give. */
import { EventEmitter } from 'node:events'

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
