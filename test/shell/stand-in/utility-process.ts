import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

import type { ForkOptions } from 'electron'

import { withoutBuffers } from './cloned.ts'
import { onlyAfterReady } from './ready.ts'

const PRELUDE = join(import.meta.dirname, 'utility-prelude.ts')

const running = new Set<UtilityProcess>()

/** What `app.getAppMetrics` says about the children of this kind. */
export function utilityMetrics(): readonly object[] {
  return [...running].map(({ pid, name }) => ({ pid, name, serviceName: name, type: 'Utility' }))
}

class UtilityProcess extends EventEmitter {
  /** Streams where a pipe was asked for, else null. */
  readonly stdout: Readable | null
  readonly stderr: Readable | null
  readonly name: string
  readonly #child: ChildProcess

  constructor(child: ChildProcess, name: string) {
    super()
    this.#child = child
    this.stdout = child.stdout
    this.stderr = child.stderr
    this.name = name
    running.add(this)
    child.once('spawn', () => this.emit('spawn'))
    child.on('message', (message) => this.emit('message', withoutBuffers(message)))
    child.once('exit', (code) => {
      running.delete(this)
      // Electron gives no signal: a killed process ended with a code that is not 0.
      this.emit('exit', code ?? 1)
    })
  }

  get pid(): number | undefined {
    return this.#child.exitCode === null && this.#child.signalCode === null
      ? this.#child.pid
      : undefined
  }

  postMessage(message: unknown): void {
    const cloned: unknown = structuredClone(message)
    if (this.#child.connected) this.#child.send(cloned as object, () => undefined)
  }

  kill(): boolean {
    // Electron sees to it that a process which does not heed this is gone two seconds later.
    setTimeout(() => this.#child.kill('SIGKILL'), 2_000).unref()
    return this.#child.kill('SIGTERM')
  }
}

type Stdio = 'inherit' | 'ignore' | 'pipe'

/** Electron knows these three. */
function knownStdio(stdio: unknown): Stdio {
  if (stdio === 'inherit' || stdio === 'ignore' || stdio === 'pipe') return stdio
  throw new Error(`The stand-in gives a utility process no stdio '${String(stdio)}'.`)
}

/** In Electron `execArgv` are switches of Chromium; Node sees them as `process.execArgv`, V8 only `--js-flags`. */
function v8Flags(execArgv: readonly string[]): readonly string[] {
  const flags = execArgv.filter((flag) => flag.startsWith('--js-flags='))
  return flags.flatMap((flag) => flag.slice('--js-flags='.length).split(' '))
}

/**
 * A child process as Electron's `utilityProcess` makes one: no `process.send` in it but a `parentPort`, and every
 * message is cloned on its way.
 */
export const utilityProcess = {
  fork(modulePath: string, args: string[] = [], options: ForkOptions = {}): UtilityProcess {
    onlyAfterReady('utilityProcess.fork()')
    const stdio = options.stdio ?? 'inherit'
    const [stdin, out, err] =
      typeof stdio === 'string' ? (['ignore', stdio, stdio] as const) : stdio
    if (stdin !== 'ignore') {
      throw new TypeError("stdin value other than 'ignore' is not supported.")
    }
    const execArgv = options.execArgv ?? []
    const name = options.serviceName ?? 'Node Utility Process'
    const child = fork(modulePath, args, {
      env: {
        ...(options.env as NodeJS.ProcessEnv | undefined),
        STAND_IN_EXEC_ARGV: JSON.stringify(execArgv),
        STAND_IN_SLOW_COPY_MS: process.env['STAND_IN_SLOW_COPY_MS'] ?? '0',
        STAND_IN_SLOW_START_MS: process.env['STAND_IN_SLOW_START_MS'] ?? '0',
      },
      execArgv: ['--no-warnings', '--import', PRELUDE, ...v8Flags(execArgv)],
      serialization: 'advanced',
      stdio: [stdin, knownStdio(out), knownStdio(err), 'ipc'],
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    })
    return new UtilityProcess(child, name)
  },
}
