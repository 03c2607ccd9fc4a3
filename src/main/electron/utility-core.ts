import type { UtilityProcess } from 'electron'

import { type CoreChild, isCoreMessage } from '../core-client.ts'

/** Wraps Electron's utility process, in which the core runs beside the window. */
export function utilityCore(child: UtilityProcess): CoreChild {
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
