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

type Slow = Readonly<{ milliseconds: number; worker: string; before: string | null }>

/** For tests: threads of the core that take their time before they say this, or anything. */
const SLOW: readonly Slow[] = [
  // As of a large board, whose copy is written and then has to be checked.
  { milliseconds: taken('STAND_IN_SLOW_COPY_MS'), worker: 'copy-worker', before: 'checking' },
  // As of a busy machine, on which the letters of a demonstration board are set one by one.
  { milliseconds: taken('STAND_IN_SLOW_START_MS'), worker: 'typeset-worker', before: null },
].filter(({ milliseconds }) => milliseconds > 0)
if (SLOW.length > 0) slowThreads()

function taken(name: string): number {
  const value = Number(process.env[name] ?? 0)
  Reflect.deleteProperty(process.env, name)
  return value
}

function slowThreads(): void {
  const { Worker } = workerThreads
  workerThreads.Worker = class extends Worker {
    constructor(url: string | URL, options: WorkerOptions = {}) {
      const slow = SLOW.find(({ worker }) => String(url).includes(worker))
      super(url, slow === undefined ? options : { ...options, execArgv: slowing(slow) })
    }
  }
  syncBuiltinESMExports()
}

function slowing({ milliseconds, before }: Slow): string[] {
  const late = `
    import { parentPort } from 'node:worker_threads'
    const post = parentPort.postMessage.bind(parentPort)
    const before = ${JSON.stringify(before)}
    parentPort.postMessage = (...said) => {
      const clock = new Int32Array(new SharedArrayBuffer(4))
      if (before === null || said[0]?.type === before) Atomics.wait(clock, 0, 0, ${milliseconds})
      post(...said)
    }`
  return ['--import', `data:text/javascript,${encodeURIComponent(late)}`]
}
