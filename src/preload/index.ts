import { contextBridge, ipcRenderer } from 'electron'

import { type Bridge, EVENT_CHANNEL, REQUEST_CHANNEL } from '#shared/bridge.ts'
import type { AppEvent } from '#shared/protocol/events.ts'

/** All the window gets of Electron: two functions. Neither hands out the channel nor its event objects. */
const bridge: Bridge = Object.freeze({
  request(route, input) {
    return ipcRenderer.invoke(REQUEST_CHANNEL, route, input)
  },
  on(listener) {
    const pass = (_event: unknown, event: AppEvent): void => listener(event)
    ipcRenderer.on(EVENT_CHANNEL, pass)
    return () => {
      ipcRenderer.off(EVENT_CHANNEL, pass)
    }
  },
} satisfies Bridge)

contextBridge.exposeInMainWorld('hoiAm', bridge)
