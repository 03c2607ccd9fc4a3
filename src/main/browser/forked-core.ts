import { fork } from 'node:child_process'

import { type CoreChild, isCoreMessage } from '../host/core-client.ts'
import { CORE_FLAGS } from '../common/core-config.ts'
import type { ProgramLog } from '../host/log/program-log.ts'

/**
 * Starts the core as a child of this Node process. Advanced serialisation carries file bytes as they
 * are. Standard output stays the host's alone: it prints one ready line that scripts read; standard error is read for
 * the log.
 */
export function forkCore(
  entry: string,
  environment: Record<string, string>,
  log: Pick<ProgramLog, 'write' | 'coreOutput'>,
): CoreChild {
  const child = fork(entry, [], {
    env: environment,
    execArgv: [...process.execArgv, ...CORE_FLAGS],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  log.write({ process: 'core', event: 'begun' })
  child.stderr?.on('data', log.coreOutput)
  child.once('exit', (code, signal) =>
    log.write({ process: 'core', event: 'exited', code: String(code ?? signal) }),
  )
  return {
    send(message) {
      // Errors are swallowed on purpose: a closed channel is followed by the exit that answers all.
      if (child.connected) child.send(message, ignore)
    },
    kill() {
      child.kill('SIGKILL')
    },
    onMessage(listener) {
      child.on('message', (message) => {
        if (isCoreMessage(message)) listener(message)
      })
    },
    onExit(listener) {
      child.once('exit', listener)
      child.on('error', () => {
        // Without a process id nothing was started and no exit will follow.
        if (child.pid === undefined) listener()
      })
    },
  }
}

function ignore(): void {
  return undefined
}
