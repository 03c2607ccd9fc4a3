import type { UtilityProcess } from 'electron'

import { type CoreChild, isCoreMessage } from '../host/core-client.ts'
import type { ProgramLog } from '../host/log/program-log.ts'

/** Wraps Electron's utility process, in which the core runs beside the window. */
export function utilityCore(child: UtilityProcess, log: Pick<ProgramLog, 'write'>): CoreChild {
  // A fatal error of V8, for lack of memory above all; `exit` follows. Without a listener it would end the whole
  // program. Only its kind is written down: the report with it holds the environment, and that a password.
  child.on('error', (type) => log.write({ process: 'core', event: 'fatal', code: type }))
  return {
    send(message) {
      child.postMessage(message)
    },
    kill() {
      child.kill()
    },
    onMessage(listener) {
      child.on('message', (message: unknown) => {
        if (isCoreMessage(message)) listener(message)
      })
    },
    onExit(listener) {
      child.once('exit', listener)
    },
  }
}
