import { randomUUID } from 'node:crypto'

import {
  app,
  BrowserWindow,
  dialog,
  type OpenDialogOptions,
  type OpenDialogReturnValue,
  type SaveDialogOptions,
  type SaveDialogReturnValue,
} from 'electron'

import { EVENT_CHANNEL } from '#shared/bridge.ts'
import type { AppEvent } from '#shared/contract/events.ts'

import type { CoreClient } from '../core-client.ts'
import { APP_START_URL } from './app-origin.ts'
import type { OwnWindow } from './ipc.ts'
import { reviveWhenGone } from './revive.ts'
import type { WindowComforts } from './window-comforts.ts'
import { windowOptions } from './window-options.ts'

export type MainWindowOptions = Readonly<{
  core: CoreClient
  preload: string
  comforts: Pick<WindowComforts, 'options' | 'furnish'>
  /** Called when the page cannot be kept alive. */
  onGaveUp: () => void
}>

/** The one window of the program: opened, brought to the front, told of events, asked for places. */
export type MainWindow = Readonly<{
  open: () => void
  own: () => OwnWindow | null
  focus: () => void
  /** Tells the page something, if there is a page. */
  tell: (event: AppEvent) => void
  askWhereToSave: (asked: SaveDialogOptions) => Promise<SaveDialogReturnValue>
  askForFolder: (asked: OpenDialogOptions) => Promise<OpenDialogReturnValue>
}>

export function createMainWindow({
  core,
  preload,
  comforts,
  onGaveUp,
}: MainWindowOptions): MainWindow {
  let current: Readonly<{ id: string; window: BrowserWindow }> | null = null

  function tell(event: AppEvent): void {
    current?.window.webContents.send(EVENT_CHANNEL, event)
  }

  core.onEvent((event, windowId) => {
    if (windowId === undefined || windowId === current?.id) tell(event)
  })

  function open(): void {
    const id = randomUUID()
    const window = new BrowserWindow({
      ...windowOptions({ preload, packaged: app.isPackaged }),
      ...comforts.options(),
    })
    current = { id, window }
    comforts.furnish(window)
    window.once('ready-to-show', () => window.show())
    window.on('closed', () => {
      current = null
      core.windowClosed(id)
    })
    reviveWhenGone(window, () => load(window), onGaveUp)
    load(window)
  }

  return {
    open,
    tell,
    own: () => (current === null ? null : { id: current.id, contents: current.window.webContents }),
    focus() {
      if (current?.window.isMinimized()) current.window.restore()
      current?.window.show()
      current?.window.focus()
    },
    askWhereToSave: (asked) =>
      current === null
        ? dialog.showSaveDialog(asked)
        : dialog.showSaveDialog(current.window, asked),
    askForFolder: (asked) =>
      current === null
        ? dialog.showOpenDialog(asked)
        : dialog.showOpenDialog(current.window, asked),
  }
}

function load(window: BrowserWindow): void {
  // A failed load is seen by the person and, when its process died, by `reviveWhenGone`.
  window.loadURL(APP_START_URL).catch(() => undefined)
}
