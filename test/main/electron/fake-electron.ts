/** A fake `electron` that records what it was told and lets its events be fired. */
import { EventEmitter } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { HostMessage } from '#shared/protocol/core-messages.ts'
import { encodeInput } from '#shared/protocol/wire.ts'
import type { HostLogEntry } from '#main/host/log/log-entry.ts'
import type { ProgramLog } from '#main/host/log/program-log.ts'

/** What the program made of it, and what it was told. */
export const fake = {
  order: [] as string[],
  app: undefined as unknown as EventEmitter,
  power: undefined as unknown as EventEmitter,
  theme: {} as EventEmitter & { themeSource: string; shouldUseDarkColors: boolean },
  profile: mkdtempSync(join(tmpdir(), 'hoi-am-window-')),
  windows: [] as EventEmitter[],
  children: [] as (EventEmitter & { sent: HostMessage[] })[],
  session: {},
  /** Written to the log, in order. */
  logged: [] as HostLogEntry[],
  channels: new Map<string, (...args: unknown[]) => Promise<unknown>>(),
  /** Every call of a recorded function by name; kept between tests, as the wiring happens once. */
  calls: [] as [name: string, ...args: unknown[]][],
}

/** A function that does nothing but note how it was called. */
export const record =
  (name: string) =>
  (...args: unknown[]): void => {
    fake.calls.push([name, ...args])
  }

/** The log the program is given. */
export const log: ProgramLog = {
  write: (entry) => void fake.logged.push(entry),
  coreOutput: record('coreOutput'),
  path: () => '/logs/hoi-am.log',
  tail: () => ['{"event":"started"}'],
}

class WebContents extends EventEmitter {
  readonly sent: unknown[] = []
  readonly setWindowOpenHandler = record('setWindowOpenHandler')
  readonly forcefullyCrashRenderer = record('forcefullyCrashRenderer')
  readonly setZoomLevel = record('setZoomLevel')
  readonly stopFindInPage = record('stopFindInPage')
  send = (...args: unknown[]): number => this.sent.push(args)
  findInPage = (...args: unknown[]): number => {
    record('findInPage')(...args)
    return 7
  }
  getPrintersAsync = async (): Promise<unknown[]> => []
}

class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents()
  readonly options: unknown
  readonly show = record('show')
  readonly focus = record('focus')
  readonly restore = record('restore')
  constructor(options: unknown) {
    super()
    this.options = options
    fake.windows.push(this)
    fake.app.emit('web-contents-created', {}, this.webContents)
  }
  loadURL = async (url: string): Promise<void> => {
    record('loadURL')(url)
    this.emit('loaded')
  }
  readonly setBackgroundColor = record('setBackgroundColor')
  readonly setMinimumSize = record('setMinimumSize')
  getNormalBounds = (): object => ({ x: 40, y: 30, width: 1200, height: 800 })
  isMaximized = (): boolean => false
  isFullScreen = (): boolean => false
  isMinimized = (): boolean => true
  isDestroyed = (): boolean => false
}

class UtilityProcess extends EventEmitter {
  readonly stderr = new EventEmitter()
  readonly sent: HostMessage[] = []
  readonly started: unknown[]
  constructor(started: unknown[]) {
    super()
    this.started = started
  }
  postMessage(message: HostMessage): void {
    this.sent.push(message)
    if (message.type === 'leave-copy') this.emit('exit', 0)
  }
  kill(): void {
    this.emit('exit', 1)
  }
}

fake.app = Object.assign(new EventEmitter(), {
  isPackaged: true,
  getVersion: () => '1.0.0',
  enableSandbox: () => fake.order.push('sandbox'),
  setAppUserModelId: (id: string) => fake.order.push(`user model ${id}`),
  setPath: (name: string, path: string) => fake.order.push(`${name} ${path}`),
  getPath: (name: string) => (name === 'userData' ? fake.profile : '/app-data'),
  setAboutPanelOptions: record('setAboutPanelOptions'),
  requestSingleInstanceLock: () => fake.order.push('lock') > 0,
  whenReady: async () => undefined,
  getPreferredSystemLanguages: () => ['vi-VN'],
  isReady: () => true,
  quit: record('quit'),
  relaunch: record('relaunch'),
  exit: (code: number) => fake.app.emit('exited', code),
})
fake.power = new EventEmitter()
fake.theme = Object.assign(new EventEmitter(), {
  themeSource: 'system',
  shouldUseDarkColors: false,
})
const display = { workArea: { x: 0, y: 0, width: 1366, height: 728 } }
const screen = Object.assign(new EventEmitter(), {
  getAllDisplays: () => [display],
  getPrimaryDisplay: () => display,
  getDisplayMatching: () => display,
})
fake.session = {
  setPermissionRequestHandler: record('setPermissionRequestHandler'),
  setPermissionCheckHandler: record('setPermissionCheckHandler'),
  setDevicePermissionHandler: record('setDevicePermissionHandler'),
  setSpellCheckerEnabled: record('setSpellCheckerEnabled'),
  webRequest: { onBeforeRequest: record('onBeforeRequest') },
  protocol: { handle: record('protocol.handle') },
  on: record('session.on'),
}
/** What stands for the module `electron`. */
export const electron = {
  app: fake.app,
  BrowserWindow,
  clipboard: { writeText: record('writeText') },
  dialog: { showErrorBox: record('showErrorBox'), showSaveDialog: record('showSaveDialog') },
  ipcMain: {
    handle: (name: string, listener: (...args: unknown[]) => Promise<unknown>) =>
      fake.channels.set(name, listener),
  },
  Menu: {
    buildFromTemplate: (template: unknown) => template,
    setApplicationMenu: record('setApplicationMenu'),
  },
  nativeTheme: fake.theme,
  powerMonitor: fake.power,
  shell: { showItemInFolder: record('showItemInFolder') },
  screen,
  protocol: { registerSchemesAsPrivileged: () => fake.order.push('scheme') },
  session: { fromPartition: () => fake.session },
  utilityProcess: {
    fork: (...started: unknown[]) => {
      const child = new UtilityProcess(started)
      fake.children.push(child)
      return child
    },
  },
}

type FakeWindow = EventEmitter & {
  options: { webPreferences: Record<string, unknown> }
  webContents: EventEmitter & { sent: unknown[] }
}

/** The events its page was told, without the channel. */
export function heardByPage(): unknown[] {
  return window().webContents.sent.map((args) => (args as unknown[])[1])
}

/** Calls a route as the page does. */
export async function ask(route: string, input: unknown = {}): Promise<unknown> {
  const senderFrame = { url: 'app://hoi-am/', parent: null, detached: false }
  const event = { sender: window().webContents, senderFrame }
  return fake.channels.get('hoi-am:request')?.(event, route, encodeInput(input))
}

/** With what it was called, each time. */
export function callsOf(name: string): unknown[][] {
  return fake.calls.flatMap(([called, ...args]) => (called === name ? [args] : []))
}

/** The window made last. */
export function window(): FakeWindow {
  return fake.windows.at(-1) as FakeWindow
}

/** The core started last. */
export function child() {
  const last = fake.children.at(-1)
  if (last === undefined) throw new Error('no core was started')
  return last
}

type FakeItem = {
  id?: string
  label: string
  accelerator?: string
  enabled?: boolean
  click?: () => void
  submenu?: FakeItem[]
}

/** Every item of the menu bar as it stands now, without the menus themselves. */
export function menuItems(): readonly FakeItem[] {
  const bar = (callsOf('setApplicationMenu').at(-1)?.[0] ?? []) as FakeItem[]
  return bar.flatMap(({ submenu }) => submenu ?? [])
}

/** An item of the menu bar as it stands now. */
export function menuItem(id: string): FakeItem | undefined {
  return menuItems().find((item) => item.id === id)
}
