/** What Electron gives of the system around the program, where nothing of it has to be seen. */
import { EventEmitter } from 'node:events'

import { openWindows } from './open-windows.ts'
import { strict } from './strict.ts'

class NativeTheme extends EventEmitter {
  #source: 'system' | 'light' | 'dark' = 'system'
  readonly shouldUseHighContrastColors = false
  readonly shouldUseInvertedColorScheme = false
  readonly inForcedColorsMode = false
  readonly prefersReducedTransparency = false

  get themeSource(): 'system' | 'light' | 'dark' {
    return this.#source
  }

  set themeSource(source: 'system' | 'light' | 'dark') {
    if (!['system', 'light', 'dark'].includes(source)) {
      throw new TypeError(`Error processing argument: ${source}`)
    }
    this.#source = source
    for (const window of openWindows()) window.emulate()
    this.emit('updated')
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark'
  }
}

class PowerMonitor extends EventEmitter {
  onBatteryPower = false

  isOnBatteryPower(): boolean {
    return this.onBatteryPower
  }

  getSystemIdleTime(): number {
    return 0
  }

  getSystemIdleState(): string {
    return 'active'
  }
}

export class Notification extends EventEmitter {
  readonly title: string
  readonly body: string
  silent: boolean

  constructor(options: { title?: string; body?: string; silent?: boolean } = {}) {
    super()
    this.title = options.title ?? ''
    this.body = options.body ?? ''
    this.silent = options.silent ?? false
  }

  static isSupported(): boolean {
    return true
  }

  show(): void {
    this.emit('show', {})
  }

  close(): void {
    this.emit('close', {})
  }
}

let copied = ''

export const nativeTheme = strict('nativeTheme', new NativeTheme())
export const powerMonitor = strict('powerMonitor', new PowerMonitor())

export const clipboard = strict('clipboard', {
  writeText(text: string): void {
    copied = text
  },
  readText: () => copied,
  clear(): void {
    copied = ''
  },
})

export const shell = strict('shell', {
  showItemInFolder: (): void => undefined,
  openPath: (): Promise<string> => Promise.resolve(''),
  openExternal: (): Promise<void> => Promise.resolve(),
  beep: (): void => undefined,
})

const emptyImage = {
  isEmpty: () => true,
  getSize: () => ({ width: 0, height: 0 }),
  toDataURL: () => '',
  toPNG: () => Buffer.alloc(0),
}

export const nativeImage = strict('nativeImage', {
  createEmpty: () => emptyImage,
  createFromPath: () => emptyImage,
  createFromBuffer: () => emptyImage,
  createFromDataURL: () => emptyImage,
})

/** What electron-updater looks for when it is loaded. Updates themselves are tested apart. */
export const autoUpdater = strict('autoUpdater', new EventEmitter())
export const crashReporter = strict('crashReporter', {
  start: (): void => undefined,
})
