import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'

import type { PrinterInfo, WebPreferences } from 'electron'

import { app } from './app.ts'
import { type AppServer, serveScheme } from './app-server.ts'
import type { Session as Cdp } from './cdp.ts'
import { chromium } from './chromium.ts'
import { type Coded, decode, encode } from './codec.ts'
import { ipcMain } from './ipc-main.ts'
import { askForWindow, guardPage, type GuardedPage } from './page-guard.ts'
import { grantPermissions } from './page-permissions.ts'
import { CALL_BINDING, DELIVER, preloadScript } from './preload-world.ts'
import { type Session, sessionOf } from './session.ts'
import { strict } from './strict.ts'

type Sent = Readonly<
  | { kind: 'invoke' | 'send'; id: number; channel: string; args: Coded }
  | { kind: 'open'; url: string }
>
type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' }

/** The host every page of a scheme lies on: the program has one. */
const HOST = 'hoi-am'
/** What Electron says of a renderer that was killed. */
const CRASHED = { reason: 'crashed', exitCode: 5 } as const

let last = 0

/** A page of the real Chromium, with Electron's way of speaking about it. */
export class WebContents extends EventEmitter {
  readonly id = ++last
  readonly session: Session
  readonly opened: Promise<Cdp>
  targetId = ''
  openHandler: OpenHandler = () => ({ action: 'allow' })
  #server: AppServer | null = null
  #mainFrame = ''
  #url = ''
  #crashed = false
  #gone = false
  #loads = 0
  #zoomLevel = 0
  #finds = 0
  readonly #preferences: WebPreferences
  readonly #emulate: () => void
  readonly #self: WebContents

  constructor(preferences: WebPreferences, emulate: () => void) {
    super()
    this.#preferences = preferences
    this.#emulate = emulate
    this.session = sessionOf(preferences.partition ?? '')
    this.#self = strict('webContents', this)
    this.opened = this.#open()
    this.opened.catch(() => undefined)
  }

  /** The object the program has: the guard around this one. */
  get self(): WebContents {
    return this.#self
  }

  async #open(): Promise<Cdp> {
    const browser = await chromium()
    const { targetId } = await browser.root.send('Target.createTarget', { url: 'about:blank' })
    this.targetId = targetId
    const page = await browser.attach(targetId)
    const [scheme] = this.session.handlers.keys()
    if (scheme !== undefined) this.#server = await serveScheme(this.session, scheme, HOST)
    await page.send('Page.enable')
    await page.send('Runtime.enable')
    await page.send('Inspector.enable')
    page.on('Inspector.targetCrashed', () => this.#crash())
    page.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId === undefined) this.#url = frame.url
    })
    page.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId === this.#mainFrame) this.#url = url
    })
    page.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === CALL_BINDING) void this.#heard(page, JSON.parse(payload) as Sent)
    })
    this.#mainFrame = (await page.send('Page.getFrameTree')).frameTree.frame.id
    await page.send('Runtime.addBinding', { name: CALL_BINDING })
    const preload = this.#preferences.preload
    if (preload !== undefined) {
      const source = preloadScript(readFileSync(preload, 'utf8'))
      await page.send('Page.addScriptToEvaluateOnNewDocument', { source })
    }
    await guardPage(page, this.#guarded())
    if (this.#server !== null) await grantPermissions(this.session, this.#server)
    return page
  }

  #guarded(): GuardedPage {
    return {
      targetId: this.targetId,
      mainFrame: this.#mainFrame,
      session: this.session,
      contents: this.#self,
      toApp: (url) => this.#server?.toApp(url) ?? url,
      isOwnLoad: () => this.#loads > 0,
    }
  }

  /** A message of the page. Once the window closes nothing is heard any more: the worse of what Electron may do. */
  async #heard(page: Cdp, sent: Sent): Promise<void> {
    if (this.#gone) return
    if (sent.kind === 'open') {
      askForWindow(this, this.#server?.toApp(sent.url) ?? sent.url)
      return
    }
    const { kind, id, channel, args } = sent
    const given = decode(args) as unknown[]
    const frame = { url: this.getURL(), parent: null, top: null, detached: false, origin: '' }
    const event = {
      type: 'frame',
      sender: this.#self,
      senderFrame: frame,
      frameId: 1,
      processId: 1,
    }
    if (kind === 'send') {
      ipcMain.emit(channel, event, ...given)
      return
    }
    const answer = await ipcMain.answer(channel, event, given)
    await this.#deliver(page, { id, coded: encode(answer) })
  }

  async #deliver(page: Cdp, message: object): Promise<void> {
    const text = JSON.stringify(JSON.stringify(message))
    const expression = `window.${DELIVER}?.(${text})`
    await page.send('Runtime.evaluate', { expression }).catch(() => undefined)
  }

  #crash(): void {
    if (this.#crashed) return
    this.#crashed = true
    this.emit('render-process-gone', {}, CRASHED)
    app.emit('render-process-gone', {}, this.#self, CRASHED)
  }

  get mainFrame(): object {
    return { url: this.getURL(), parent: null, top: null, detached: false }
  }

  /** Where the test finds this page. */
  get origin(): string {
    return this.#server?.origin ?? ''
  }

  send(channel: string, ...args: readonly unknown[]): void {
    if (this.#gone) throw new TypeError('Object has been destroyed')
    const coded = encode(structuredClone(args))
    void this.opened.then(
      (page) => this.#deliver(page, { channel, coded }),
      () => undefined,
    )
  }

  /** Resolves when the page is loaded; rejects, after `did-fail-load`, when it cannot be. */
  async loadURL(url: string): Promise<void> {
    const page = await this.opened
    this.#crashed = false
    this.#loads += 1
    this.emit('did-start-loading')
    try {
      const loaded = new Promise<void>((resolve) => page.on('Page.loadEventFired', () => resolve()))
      const target = this.#server?.toPage(url) ?? url
      const { errorText } = await page.send('Page.navigate', { url: target })
      if (errorText !== undefined) throw new Error(errorText)
      await loaded
      this.emit('dom-ready')
      this.emit('did-finish-load')
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      const name = why.replace('net::', '')
      this.emit('did-fail-load', {}, -2, name, url, true)
      throw new Error(`${name} (-2) loading '${url}'`, { cause: error })
    } finally {
      this.#loads -= 1
      this.emit('did-stop-loading')
    }
  }

  reload(): void {
    void this.opened.then((page) => page.send('Page.reload'))
  }

  getURL(): string {
    return this.#server?.toApp(this.#url) ?? this.#url
  }

  getTitle(): string {
    return 'Hồi Âm'
  }

  isLoading(): boolean {
    return this.#loads > 0
  }

  isDestroyed(): boolean {
    return this.#gone
  }

  isCrashed(): boolean {
    return this.#crashed
  }

  isFocused(): boolean {
    return true
  }

  focus(): void {
    void this.opened.then(
      (page) => page.send('Page.bringToFront'),
      () => undefined,
    )
  }

  /** The page's process goes, as another site takes its place; the tests' page in Chromium stays usable by that. */
  forcefullyCrashRenderer(): void {
    void this.opened
      .then((page) => page.send('Page.navigate', { url: 'data:text/html,' }))
      .then(() => this.#crash())
      .catch(() => undefined)
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }

  async executeJavaScript(expression: string): Promise<unknown> {
    const page = await this.opened
    const asked = { expression, awaitPromise: true, returnByValue: true }
    const { result, exceptionDetails } = await page.send('Runtime.evaluate', asked)
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text)
    return result.value
  }

  setZoomLevel(level: number): void {
    this.#zoomLevel = level
    this.#emulate()
  }

  getZoomLevel(): number {
    return this.#zoomLevel
  }

  setZoomFactor(factor: number): void {
    this.setZoomLevel(Math.log(factor) / Math.log(1.2))
  }

  getZoomFactor(): number {
    return 1.2 ** this.#zoomLevel
  }

  get zoomLevel(): number {
    return this.#zoomLevel
  }

  set zoomLevel(level: number) {
    this.setZoomLevel(level)
  }

  get zoomFactor(): number {
    return this.getZoomFactor()
  }

  set zoomFactor(factor: number) {
    this.setZoomFactor(factor)
  }

  setVisualZoomLevelLimits(): Promise<void> {
    return Promise.resolve()
  }

  /** Counts in what the page shows; Chromium's own marks are not drawn. */
  findInPage(text: string): number {
    const requestId = ++this.#finds
    const counted = `document.body.innerText.toLowerCase().split(${JSON.stringify(text.toLowerCase())}).length - 1`
    void this.executeJavaScript(counted).then((matches) => {
      const found = {
        requestId,
        matches,
        activeMatchOrdinal: matches === 0 ? 0 : 1,
        finalUpdate: true,
      }
      this.emit('found-in-page', {}, found)
    })
    return requestId
  }

  stopFindInPage(): void {
    // No marks were drawn.
  }

  /** Of the test machine: none. A test that prints plugs one in, and puts its own dialog in the place of `print`. */
  getPrintersAsync(): Promise<PrinterInfo[]> {
    return Promise.resolve([])
  }

  print(...given: readonly unknown[]): void {
    const done = given[1]
    if (typeof done === 'function') queueMicrotask(() => done(false, 'Print job failed') as unknown)
  }

  #edit(command: string): void {
    void this.opened.then((page) => {
      const key = { type: 'rawKeyDown' as const, key: command, commands: [command] }
      return page.send('Input.dispatchKeyEvent', key)
    })
  }

  undo = (): void => this.#edit('undo')
  redo = (): void => this.#edit('redo')
  cut = (): void => this.#edit('cut')
  copy = (): void => this.#edit('copy')
  paste = (): void => this.#edit('paste')
  pasteAndMatchStyle = (): void => this.#edit('pasteAndMatchStyle')
  delete = (): void => this.#edit('delete')
  selectAll = (): void => this.#edit('selectAll')

  /** Only in a program that is not packaged. A page without a head has none. */
  toggleDevTools(): void {
    // Nothing is drawn.
  }

  /** The stand-in's own: whether the page itself forbids to be left. Electron then closes nothing and says nothing. */
  async forbidsUnload(): Promise<boolean> {
    if (this.#crashed) return false
    const asked = `!window.dispatchEvent(new Event('beforeunload', { cancelable: true }))`
    return (await this.executeJavaScript(asked).catch(() => false)) === true
  }

  /** The stand-in's own: the page goes with its window. */
  async closePage(): Promise<void> {
    this.#gone = true
    const browser = await chromium().catch(() => null)
    const target = { targetId: this.targetId }
    await browser?.root.send('Target.closeTarget', target).catch(() => undefined)
    this.#server?.close()
    this.emit('destroyed')
  }
}
