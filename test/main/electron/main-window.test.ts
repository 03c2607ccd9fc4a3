import type { EventEmitter } from 'node:events'

import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import type { PageFailure } from '#main/electron/revive.ts'

type FakeWindow = EventEmitter & { webContents: EventEmitter; visible: boolean; focused: number }

const fake = vi.hoisted(() => ({ windows: [] as unknown[] }))

vi.mock('electron', async () => {
  const { EventEmitter } = await import('node:events')
  class BrowserWindow extends EventEmitter {
    readonly webContents = Object.assign(new EventEmitter(), { send: () => undefined })
    visible = false
    focused = 0
    constructor() {
      super()
      fake.windows.push(this)
    }
    loadURL = (): Promise<void> => Promise.reject(new Error('ERR_FAILED (-2)'))
    isMinimized = (): boolean => false
    isDestroyed = (): boolean => false
    show = (): void => void (this.visible = true)
    focus = (): void => void (this.focused += 1)
  }
  return { app: { isPackaged: true }, BrowserWindow, dialog: {} }
})

const { createMainWindow } = await import('#main/electron/main-window.ts')

let failures: PageFailure[]
let window: FakeWindow
let focus: () => void

beforeEach(() => {
  vi.useFakeTimers()
  failures = []
  const mainWindow = createMainWindow({
    core: { onEvent: () => () => undefined, windowClosed: () => undefined } as never,
    preload: '/preload.cjs',
    options: () => ({}),
    onOpened: () => undefined,
    onGaveUp: (failure) => failures.push(failure),
  })
  mainWindow.open()
  window = fake.windows.at(-1) as FakeWindow
  focus = mainWindow.focus
})
afterEach(() => void vi.useRealTimers())

it('is shown when it is drawn', () => {
  expect(window.visible).toBe(false)
  window.emit('ready-to-show')
  expect([window.visible, vi.getTimerCount()]).toEqual([true, 0])
})

it('that draws nothing is shown after a while all the same', () => {
  vi.runAllTimers()
  expect(window.visible).toBe(true)
})

it('whose page cannot be loaded is shown, and the reason told', () => {
  for (let time = 0; time < 9 && failures.length === 0; time += 1) {
    window.webContents.emit('did-fail-load', {}, -2, 'ERR_FAILED', 'app://hoi-am/', true)
    vi.advanceTimersByTime(3_000)
  }
  expect([window.visible, failures]).toEqual([true, [{ kind: 'not-loaded', reason: 'ERR_FAILED' }]])
})

it('that is hidden is shown when somebody starts the program again', () => {
  focus()
  expect([window.visible, window.focused]).toEqual([true, 1])
})
