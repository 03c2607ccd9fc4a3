import { EventEmitter } from 'node:events'

import type { BrowserWindowConstructorOptions, Rectangle } from 'electron'

import { app } from './app.ts'
import { openWindows, windowGone, windowOpened } from './open-windows.ts'
import { prevented } from './preventable.ts'
import { onlyAfterReady } from './ready.ts'
import { strict } from './strict.ts'
import { nativeTheme } from './system.ts'
import { WebContents } from './web-contents.ts'
import { tellTest } from './wire.ts'
import { centred, placed, wholeScreen } from './placing.ts'

type State = 'normal' | 'minimized' | 'maximized' | 'fullscreen'

let last = 0

/** A window of the program: a page of the real Chromium, and what a window manager would know of it. */
export class BrowserWindow extends EventEmitter {
  readonly id = ++last
  readonly webContents: WebContents
  autoHideMenuBar: boolean
  title: string
  #bounds: Rectangle
  #minimum: readonly [number, number]
  #state: State = 'normal'
  #visible: boolean
  #focused = false
  #destroyed = false
  #menuBarVisible = true
  readonly #contents: WebContents
  readonly #self: BrowserWindow

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super()
    onlyAfterReady('BrowserWindow')
    this.title = options.title ?? ''
    this.autoHideMenuBar = options.autoHideMenuBar ?? false
    this.#minimum = [options.minWidth ?? 0, options.minHeight ?? 0]
    this.#bounds = placed(options)
    this.#visible = options.show ?? true
    this.#self = strict('BrowserWindow', this)
    this.#contents = new WebContents(options.webPreferences ?? {}, () => this.emulate())
    this.webContents = this.#contents.self
    BrowserWindow.byId.set(this.id, this.#self)
    windowOpened(this.#self)
    void this.#contents.opened.then(
      () => this.emulate(),
      () => undefined,
    )
    this.#contents.on('did-finish-load', () => {
      const { targetId, origin } = this.#contents
      tellTest({ type: 'loaded', windowId: this.id, targetId, origin })
    })
    this.#contents.once('did-finish-load', () => this.emit('ready-to-show'))
    app.emit('browser-window-created', {}, this.#self)
    app.emit('web-contents-created', {}, this.webContents)
    if (this.#visible) this.focus()
    // Returned so that the program holds the guard, which refuses what is not here.
    return this.#self
  }

  static readonly byId = new Map<number, BrowserWindow>()

  static getAllWindows(): BrowserWindow[] {
    return [...BrowserWindow.byId.values()]
  }

  static getFocusedWindow(): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.isFocused()) ?? null
  }

  static fromId(id: number): BrowserWindow | null {
    return BrowserWindow.byId.get(id) ?? null
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return (
      BrowserWindow.getAllWindows().find((window) => window.webContents.id === contents.id) ?? null
    )
  }

  loadURL(url: string): Promise<void> {
    return this.#contents.loadURL(url)
  }

  reload(): void {
    this.#contents.reload()
  }

  // ---- seen or not

  show(): void {
    const before = this.#visible
    this.#visible = true
    if (!before) this.emit('show')
    this.focus()
  }

  showInactive(): void {
    this.#visible = true
    this.emit('show')
  }

  hide(): void {
    this.#visible = false
    this.#focused = false
    this.emit('hide')
  }

  isVisible(): boolean {
    return this.#visible && this.#state !== 'minimized'
  }

  /** Electron focuses no hidden window: it stays hidden. */
  focus(): void {
    if (!this.isVisible()) return
    for (const other of BrowserWindow.getAllWindows()) if (other.id !== this.id) other.blur()
    this.#focused = true
    this.emit('focus')
    app.emit('browser-window-focus', {}, this.#self)
    this.#contents.focus()
  }

  blur(): void {
    if (!this.#focused) return
    this.#focused = false
    this.emit('blur')
    app.emit('browser-window-blur', {}, this.#self)
  }

  isFocused(): boolean {
    return this.#focused
  }

  moveTop(): void {
    // One window lies on no other.
  }

  flashFrame(): void {
    // Drawn by the system.
  }

  // ---- size and place

  getBounds(): Rectangle {
    return { ...this.#bounds }
  }

  getNormalBounds(): Rectangle {
    return this.getBounds()
  }

  getContentBounds(): Rectangle {
    return this.getBounds()
  }

  /** Only what has changed is told. */
  setBounds(bounds: Partial<Rectangle>): void {
    const [least, lowest] = this.#minimum
    const before = this.#bounds
    const next = { ...before, ...bounds }
    const width = Math.max(next.width, least)
    const height = Math.max(next.height, lowest)
    this.#bounds = { ...next, width, height }
    this.emulate()
    const resized = width !== before.width || height !== before.height
    const moved = next.x !== before.x || next.y !== before.y
    if (resized) for (const event of ['resize', 'resized']) this.emit(event)
    if (moved) for (const event of ['move', 'moved']) this.emit(event)
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height })
  }

  getSize(): number[] {
    return [this.#bounds.width, this.#bounds.height]
  }

  setPosition(x: number, y: number): void {
    this.setBounds({ x, y })
  }

  getPosition(): number[] {
    return [this.#bounds.x, this.#bounds.y]
  }

  setMinimumSize(width: number, height: number): void {
    this.#minimum = [width, height]
    this.setBounds({})
  }

  getMinimumSize(): number[] {
    return [...this.#minimum]
  }

  center(): void {
    this.setBounds(centred(this.#bounds))
  }

  minimize(): void {
    this.#become('minimized', 'minimize')
    this.blur()
  }

  isMinimized(): boolean {
    return this.#state === 'minimized'
  }

  restore(): void {
    if (this.#state === 'minimized') this.#become('normal', 'restore')
  }

  maximize(): void {
    this.#become('maximized', 'maximize')
  }

  unmaximize(): void {
    if (this.#state === 'maximized') this.#become('normal', 'unmaximize')
  }

  isMaximized(): boolean {
    return this.#state === 'maximized'
  }

  isNormal(): boolean {
    return this.#state === 'normal'
  }

  setFullScreen(on: boolean): void {
    if (on) this.#become('fullscreen', 'enter-full-screen')
    else if (this.#state === 'fullscreen') this.#become('normal', 'leave-full-screen')
  }

  isFullScreen(): boolean {
    return this.#state === 'fullscreen'
  }

  #become(state: State, event: string): void {
    this.#state = state
    this.emit(event)
    this.emulate()
  }

  // ---- what the system draws around it

  setTitle(title: string): void {
    this.title = title
  }

  getTitle(): string {
    return this.title
  }

  setProgressBar(): void {
    // Drawn by the system.
  }

  setOverlayIcon(): void {
    // Drawn by Windows.
  }

  setMenuBarVisibility(visible: boolean): void {
    this.#menuBarVisible = visible
  }

  isMenuBarVisible(): boolean {
    return this.#menuBarVisible
  }

  setAutoHideMenuBar(hide: boolean): void {
    this.autoHideMenuBar = hide
  }

  setBackgroundColor(): void {
    // Seen only before the page is.
  }

  setEnabled(): void {
    // Of a window under a dialog.
  }

  setDocumentEdited(): void {
    // Drawn by macOS.
  }

  setMenu(): void {
    // The program's menu is set for all windows.
  }

  removeMenu(): void {
    // As above.
  }

  // ---- the end of it

  isDestroyed(): boolean {
    return this.#destroyed
  }

  /** As the X does: `close` is told first, then the page is asked, then both go. */
  close(): void {
    if (this.#destroyed) return
    if (prevented(this, 'close', { sender: this.#self })) {
      app.closingWasCancelled()
      return
    }
    void this.#contents.forbidsUnload().then((forbids) => {
      if (!forbids) this.destroy()
      else if (!prevented(this.#contents, 'will-prevent-unload')) app.closingWasCancelled()
      else this.destroy()
    })
  }

  destroy(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    this.#visible = false
    BrowserWindow.byId.delete(this.id)
    windowGone(this.#self)
    void this.#contents.closePage().then(() => {
      this.emit('closed')
      if (openWindows().length === 0) app.lastWindowClosed()
    })
  }

  /** The stand-in's own: shows the page at the window's size, zoom and colours. */
  emulate(): void {
    const zoom = this.#contents.getZoomFactor()
    const { width, height } =
      this.isMaximized() || this.isFullScreen() ? wholeScreen() : this.#bounds
    const metrics = {
      width: Math.round(width / zoom),
      height: Math.round(height / zoom),
      deviceScaleFactor: zoom,
      mobile: false,
    }
    const colours = nativeTheme.shouldUseDarkColors ? 'dark' : 'light'
    const scheme = { name: 'prefers-color-scheme', value: colours }
    const calm = { name: 'prefers-reduced-motion', value: 'reduce' }
    void this.#contents.opened
      .then(async (page) => {
        await page.send('Emulation.setDeviceMetricsOverride', metrics)
        await page.send('Emulation.setEmulatedMedia', { features: [scheme, calm] })
      })
      .catch(() => undefined)
  }
}
