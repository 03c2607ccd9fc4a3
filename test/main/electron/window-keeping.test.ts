/** The window kept in its place, over a window and displays that can be moved about. */
import { EventEmitter } from 'node:events'

import type { BrowserWindow, Screen } from 'electron'
import { beforeEach, describe, expect, it } from 'vitest'

import { keepPlace } from '#main/electron/window-keeping.ts'
import type { Remembered } from '#main/electron/window-memory.ts'
import type { Rect } from '#main/electron/window-place.ts'

const MAIN = { workArea: { x: 0, y: 0, width: 1366, height: 728 } }
const SECOND = { workArea: { x: 1366, y: 0, width: 1093, height: 566 } }

class FakeWindow extends EventEmitter {
  bounds: Rect = { x: 1400, y: 0, width: 1024, height: 560 }
  maximised = false
  fullScreen = false
  minimised = false
  readonly done: string[] = []
  getNormalBounds = (): Rect => this.bounds
  isMaximized = (): boolean => this.maximised
  isFullScreen = (): boolean => this.fullScreen
  isMinimized = (): boolean => this.minimised
  maximize = (): number => this.done.push('maximise')
  setFullScreen = (): number => this.done.push('full screen')
  setMinimumSize = (width: number, height: number): number =>
    this.done.push(`least ${width}×${height}`)
  setBounds = (bounds: Rect): void => {
    this.bounds = bounds
    this.done.push('moved')
  }
}

class FakeScreen extends EventEmitter {
  displays = [MAIN, SECOND]
  getAllDisplays = (): unknown[] => this.displays
  getPrimaryDisplay = (): unknown => MAIN
  getDisplayMatching = ({ x }: Rect): unknown => (x < 1366 ? MAIN : SECOND)
}

let window: FakeWindow
let screen: FakeScreen
let remembered: Remembered

function keep(): void {
  keepPlace(window as unknown as BrowserWindow, screen as unknown as Screen, {
    current: () => remembered,
    remember: (part) => {
      remembered = { ...remembered, ...part }
    },
    settled: async () => undefined,
  })
}

beforeEach(() => {
  window = new FakeWindow()
  screen = new FakeScreen()
  remembered = { place: null, zoom: 0, appearance: null }
})

describe('what is remembered', () => {
  it.each(['moved', 'resized', 'maximize', 'unmaximize', 'enter-full-screen', 'leave-full-screen'])(
    'is the place after %s',
    (name) => {
      keep()
      window.bounds = { x: 10, y: 20, width: 1100, height: 650 }
      window.maximised = name === 'maximize'
      window.fullScreen = name === 'enter-full-screen'
      window.emit(name)
      expect(remembered.place).toEqual({
        bounds: window.bounds,
        maximised: window.maximised,
        fullScreen: window.fullScreen,
      })
    },
  )

  it('is the place at closing, where moving sends no event', () => {
    keep()
    window.emit('close')
    expect(remembered.place?.bounds).toEqual(window.bounds)
  })

  it.each([
    [{ maximised: true, fullScreen: false }, ['maximise']],
    [{ maximised: false, fullScreen: true }, ['full screen']],
    [{ maximised: true, fullScreen: true }, ['full screen']],
    [{ maximised: false, fullScreen: false }, []],
  ])('opens as %j, and not before there is something to show', (state, done) => {
    remembered = { ...remembered, place: { bounds: window.bounds, ...state } }
    keep()
    expect(window.done).toEqual([])
    window.emit('ready-to-show')
    expect(window.done).toEqual(done)
  })
})

describe('a display', () => {
  it('taken away brings the window back on to the main one', () => {
    keep()
    screen.displays = [MAIN]
    screen.emit('display-removed')
    expect(window.bounds).toEqual({ x: 171, y: 44, width: 1024, height: 640 })
    expect(remembered.place?.bounds).toEqual(window.bounds)
  })

  it('made smaller makes the window smaller with it', () => {
    window.bounds = { x: 0, y: 0, width: 1366, height: 728 }
    keep()
    screen.displays = [{ workArea: { x: 0, y: 0, width: 1093, height: 566 } }]
    screen.emit('display-metrics-changed')
    expect(window.bounds).toEqual({ x: 0, y: 0, width: 1093, height: 566 })
    expect(window.done[0]).toBe('least 1024×566')
  })

  it('elsewhere that goes leaves the window where it is', () => {
    window.bounds = { x: 0, y: 0, width: 1100, height: 700 }
    keep()
    screen.displays = [MAIN]
    screen.emit('display-removed')
    expect(window.done).not.toContain('moved')
  })

  it.each(['maximised', 'fullScreen', 'minimised'] as const)(
    'under a window that is %s is the system’s to deal with, until it no longer is',
    (state) => {
      keep()
      window[state] = true
      screen.displays = [MAIN]
      screen.emit('display-removed')
      expect(window.done).toEqual([])
      window[state] = false
      const after = {
        maximised: 'unmaximize',
        fullScreen: 'leave-full-screen',
        minimised: 'restore',
      }
      window.emit(after[state])
      expect(window.bounds.x).toBe(171)
    },
  )

  it('says no more to a window that was closed', () => {
    keep()
    window.emit('closed')
    screen.displays = [MAIN]
    screen.emit('display-removed')
    expect(window.done).toEqual([])
  })

  it('the window was moved to sets how small it may be', () => {
    keep()
    window.emit('moved')
    expect(window.done).toEqual(['least 1024×566'])
    window.bounds = { ...window.bounds, x: 100 }
    window.emit('moved')
    expect(window.done.at(-1)).toBe('least 1024×640')
  })
})
