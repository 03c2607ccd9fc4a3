import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'

import { REQUEST_CHANNEL } from '#shared/bridge.ts'
import type { Result } from '#shared/protocol/envelope.ts'

import type { WindowDispatch } from '../host/window-dispatch.ts'
import { isAppUrl } from './app-origin.ts'

/** Our window, as far as a message can be said to come from it. */
export type OwnWindow = Readonly<{ id: string; contents: WebContents }>

type Sender = Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>

/**
 * Whether a message comes from the top frame of our own window while it shows our own page
 * (Electron's security checklist, 17). A frame that is gone can no longer say who it was.
 */
export function isTrustedSender(event: Sender, own: OwnWindow | null): boolean {
  const frame = event.senderFrame
  return (
    own !== null &&
    frame !== null &&
    event.sender === own.contents &&
    frame.parent === null &&
    !frame.detached &&
    isAppUrl(frame.url)
  )
}

/** Opens the one channel a window can call. Answers a result and never throws: Electron would lose the code. */
export function registerIpc(
  ipcMain: Pick<IpcMain, 'handle'>,
  ownWindow: () => OwnWindow | null,
  dispatch: WindowDispatch,
): void {
  ipcMain.handle(
    REQUEST_CHANNEL,
    async (event, route: unknown, input: unknown): Promise<Result<unknown>> => {
      const own = ownWindow()
      if (own === null || !isTrustedSender(event, own)) {
        return { ok: false, error: { code: 'FORBIDDEN' } }
      }
      if (typeof route !== 'string') return { ok: false, error: { code: 'UNKNOWN_ROUTE' } }
      if (!(input instanceof Uint8Array)) return { ok: false, error: { code: 'INVALID_INPUT' } }
      return dispatch(own.id, route, input)
    },
  )
}
