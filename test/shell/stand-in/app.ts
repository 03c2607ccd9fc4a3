import { EventEmitter } from 'node:events'
import { mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'

import { stopChromium } from './chromium.ts'
import { openWindows } from './open-windows.ts'
import { prevented } from './preventable.ts'
import { isReady, onlyAfterReady, onlyBeforeReady, untilReady } from './ready.ts'
import { holdLock, type Lock } from './single-instance.ts'
import { utilityMetrics } from './utility-process.ts'
import { tellTest } from './wire.ts'

const PROGRAM = { name: 'hoi-am', version: '0.1.0' }

/** Where Electron's `app.getPath` points on each system, as far as a program may ask here. */
function usualPaths(): Record<string, string> {
  const home = homedir()
  const appData = {
    win32: process.env['APPDATA'] ?? join(home, 'AppData', 'Roaming'),
    darwin: join(home, 'Library', 'Application Support'),
  }[process.platform as string]
  const folders = ['Desktop', 'Documents', 'Downloads', 'Pictures', 'Music', 'Videos'].map(
    (name) => [name.toLowerCase(), join(home, name)],
  )
  return {
    home,
    appData: appData ?? process.env['XDG_CONFIG_HOME'] ?? join(home, '.config'),
    temp: tmpdir(),
    exe: process.execPath,
    ...(Object.fromEntries(folders) as Record<string, string>),
  }
}

class App extends EventEmitter {
  readonly commandLine = {
    appendSwitch: () => undefined,
    hasSwitch: () => false,
    getSwitchValue: () => '',
  }
  /** Only there on macOS. */
  readonly dock =
    process.platform === 'darwin'
      ? { setMenu: () => undefined, setBadge: () => undefined, bounce: () => 0 }
      : undefined
  readonly isPackaged = true
  name = PROGRAM.name
  badgeCount = 0
  #paths = usualPaths()
  #lock: Lock | null = null
  #quitting = false
  #exiting = false
  #relaunch: readonly string[] | null = null

  enableSandbox(): void {
    onlyBeforeReady('app.enableSandbox()')
  }

  disableHardwareAcceleration(): void {
    onlyBeforeReady('app.disableHardwareAcceleration()')
  }

  setAppUserModelId(): void {
    // Only Windows looks at it.
  }

  getName(): string {
    return this.name
  }

  setName(name: string): void {
    this.name = name
  }

  getVersion(): string {
    return PROGRAM.version
  }

  getAppPath(): string {
    return process.cwd()
  }

  /** Electron makes the folder of `userData`, and lets it be moved only before it is used. */
  setPath(name: string, path: string): void {
    if (name === 'userData' || name === 'sessionData') onlyBeforeReady(`app.setPath('${name}')`)
    mkdirSync(path, { recursive: true })
    this.#paths[name] = path
  }

  getPath(name: string): string {
    const own = this.#paths['userData'] ?? join(this.#paths['appData'] ?? '', this.name)
    const known: Record<string, string> = {
      userData: own,
      sessionData: own,
      logs: join(own, 'logs'),
      crashDumps: join(own, 'Crashpad'),
      ...this.#paths,
    }
    const path = known[name]
    if (path === undefined) throw new Error(`Failed to get '${name}' path`)
    return path
  }

  setAppLogsPath(path?: string): void {
    this.#paths['logs'] = path ?? join(this.getPath('userData'), 'logs')
  }

  requestSingleInstanceLock(additionalData: object = {}): boolean {
    this.#lock ??= holdLock(this.getPath('userData'), additionalData, (second) => {
      this.emit('second-instance', {}, second.argv, second.workingDirectory, second.additionalData)
    })
    return this.#lock !== null
  }

  hasSingleInstanceLock(): boolean {
    return this.#lock !== null
  }

  releaseSingleInstanceLock(): void {
    this.#lock?.release()
    this.#lock = null
  }

  whenReady(): Promise<void> {
    return untilReady()
  }

  isReady(): boolean {
    return isReady()
  }

  getPreferredSystemLanguages(): string[] {
    onlyAfterReady('app.getPreferredSystemLanguages()')
    return (process.env['STAND_IN_LANGUAGES'] ?? 'vi-VN').split(',')
  }

  getLocale(): string {
    onlyAfterReady('app.getLocale()')
    return this.getPreferredSystemLanguages()[0] ?? ''
  }

  getSystemLocale(): string {
    onlyAfterReady('app.getSystemLocale()')
    return this.getLocale()
  }

  getAppMetrics(): readonly object[] {
    return [{ pid: process.pid, type: 'Browser' }, ...utilityMetrics()]
  }

  setBadgeCount(count = 0): boolean {
    this.badgeCount = count
    return true
  }

  getBadgeCount(): number {
    return this.badgeCount
  }

  setAboutPanelOptions(): void {
    // Shown by the system.
  }

  showAboutPanel(): void {
    // Shown by the system.
  }

  focus(): void {
    openWindows()[0]?.focus()
  }

  show(): void {
    for (const window of openWindows()) window.show()
  }

  hide(): void {
    for (const window of openWindows()) window.hide()
  }

  isHidden(): boolean {
    return openWindows().every((window) => !window.isVisible())
  }

  addRecentDocument(): void {
    // Kept by the system.
  }

  clearRecentDocuments(): void {
    // Kept by the system.
  }

  relaunch(options: { args?: readonly string[] } = {}): void {
    this.#relaunch = options.args ?? process.argv.slice(1)
  }

  /** `before-quit`, then every window is asked to close; the last one to go goes on with the end. */
  quit(): void {
    if (this.#quitting) return
    this.#quitting = !prevented(this, 'before-quit')
    if (!this.#quitting) return
    if (openWindows().length === 0) this.#endUnlessPrevented()
    else for (const window of openWindows()) window.close()
  }

  /** The end at once: no window is asked, and neither `before-quit` nor `will-quit` is told. */
  exit(code = 0): void {
    if (this.#exiting) return
    this.#exiting = true
    for (const window of openWindows()) window.destroy()
    this.emit('quit', {}, code)
    this.releaseSingleInstanceLock()
    stopChromium()
    if (this.#relaunch !== null) tellTest({ type: 'relaunch', args: this.#relaunch })
    process.exit(code)
  }

  /** The stand-in's own: a window kept itself open, so nobody is quitting any more. */
  closingWasCancelled(): void {
    this.#quitting = false
  }

  /** The stand-in's own: what follows when the last window is gone. */
  lastWindowClosed(): void {
    if (this.#exiting) return
    if (this.#quitting) this.#endUnlessPrevented()
    else if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed')
    else this.quit()
  }

  #endUnlessPrevented(): void {
    if (prevented(this, 'will-quit')) this.#quitting = false
    else this.exit(0)
  }
}

export const app = new App()
