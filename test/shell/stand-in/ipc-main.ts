import { EventEmitter } from 'node:events'

import { strict } from './strict.ts'

type Handler = (event: object, ...args: unknown[]) => unknown

class IpcMain extends EventEmitter {
  /** Electron keeps them under this name too; tests that look at what a window sent wrap them there. */
  readonly _invokeHandlers = new Map<string, Handler>()

  handle(channel: string, handler: Handler): void {
    if (this._invokeHandlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    }
    this._invokeHandlers.set(channel, handler)
  }

  removeHandler(channel: string): void {
    this._invokeHandlers.delete(channel)
  }

  /** lib/browser/ipc-dispatch.ts: a failure crosses as text alone, and the answer as a clone. */
  async answer(
    channel: string,
    event: object,
    args: readonly unknown[],
  ): Promise<{ value: unknown } | { error: string }> {
    const handler = this._invokeHandlers.get(channel)
    if (handler === undefined) return { error: `Error: No handler registered for '${channel}'` }
    try {
      const value: unknown = structuredClone(await handler(event, ...args))
      return { value }
    } catch (error) {
      return { error: String(error) }
    }
  }
}

export const ipcMain = strict('ipcMain', new IpcMain())
