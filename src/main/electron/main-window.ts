import { randomUUID } from 'node:crypto'

import {
  app,
  BrowserWindow,
  type BrowserWindowConstructorOptions,
  dialog,
  type MessageBoxOptions,
  type OpenDialogOptions,
  type OpenDialogReturnValue,
  type SaveDialogOptions,
  type SaveDialogReturnValue,
} from 'electron'

import { EVENT_CHANNEL } from '#shared/bridge.ts'
import type { AppEvent } from '#shared/protocol/events.ts'

import type { CoreClient } from '../host/core-client.ts'
import { APP_START_URL, ownAddress } from './app-origin.ts'
import type { OwnWindow } from './ipc.ts'
import { keepPageAlive, type PageFailure, type PageLife } from './revive.ts'
import { windowOptions } from './window-options.ts'

export type MainWindowOptions = Readonly<{
  core: CoreClient
  preload: string
  /** Where the window opens and how it looks before its page is there. */
  options: () => BrowserWindowConstructorOptions
  /** Called with every window that is opened, before it loads anything. */
  onOpened: (window: BrowserWindow) => void
  /** Called when the page cannot be kept alive. */
  onGaveUp: (failure: PageFailure) => void
}>

/** The one window of the program: opened, brought to the front, told of events, asked for places. */
export type MainWindow = Readonly<{
  open: () => void
  own: () => OwnWindow | null
  /** Brings it to the front, however it was hidden. */
  focus: () => void
  /** Gives the page another process; see {@link PageLife}. */
  renew: () => void
  /** Ends the session of whoever sits at it, on record. */
  endSession: () => void
  /** Tells the page something, if there is a page. */
  tell: (event: AppEvent) => void
  askWhereToSave: (asked: SaveDialogOptions) => Promise<SaveDialogReturnValue>
  askForFolder: (asked: OpenDialogOptions) => Promise<OpenDialogReturnValue>
  /** Says something with buttons; answers the index of the one pressed. */
  say: (said: MessageBoxOptions) => Promise<number>
}>

/** A page that has not drawn itself by then is shown as it is: a window can be closed, nothing cannot. In milliseconds. */
const SHOW_AFTER_MS = 8_000

export function createMainWindow(options: MainWindowOptions): MainWindow {
  const { core, preload, onOpened, onGaveUp } = options
  let current: Readonly<{ id: string; window: BrowserWindow; life: PageLife }> | null = null

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
      ...options.options(),
    })
    showSoon(window)
    window.on('closed', () => {
      current = null
      core.windowClosed(id)
    })
    const life = keepPageAlive(
      window,
      (address) => load(window, address),
      (failure) => {
        window.show()
        onGaveUp(failure)
      },
    )
    current = { id, window, life }
    onOpened(window)
    load(window)
  }

  return {
    open,
    tell,
    own: () => (current === null ? null : { id: current.id, contents: current.window.webContents }),
    focus() {
      if (current === null) return
      const { window } = current
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    },
    renew: () => current?.life.renew(),
    endSession() {
      if (current !== null) core.windowClosed(current.id)
    },
    askWhereToSave: (asked) =>
      current === null
        ? dialog.showSaveDialog(asked)
        : dialog.showSaveDialog(current.window, asked),
    askForFolder: (asked) =>
      current === null
        ? dialog.showOpenDialog(asked)
        : dialog.showOpenDialog(current.window, asked),
    async say(said) {
      const answer =
        current === null
          ? await dialog.showMessageBox(said)
          : await dialog.showMessageBox(current.window, said)
      return answer.response
    },
  }
}

function showSoon(window: BrowserWindow): void {
  const timer = setTimeout(() => window.show(), SHOW_AFTER_MS)
  window.once('ready-to-show', () => {
    clearTimeout(timer)
    window.show()
  })
  window.once('closed', () => clearTimeout(timer))
}

function load(window: BrowserWindow, address: string = APP_START_URL): void {
  // What failed is told by the window's events, to `keepPageAlive`.
  window.loadURL(ownAddress(address)).catch(() => undefined)
}
