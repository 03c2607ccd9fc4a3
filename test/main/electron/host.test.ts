/** The wiring, over a fake `electron` that records what it was told and lets its events be fired. */
import type { EventEmitter } from 'node:events'
import { rmSync } from 'node:fs'
import { dirname } from 'node:path'

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import type { HostMessage } from '#shared/contract/core-messages.ts'
import { encodeInput } from '#shared/contract/wire.ts'
import { makeBuiltWindow } from '#test/fixtures/built-window.ts'
import { CORE_FLAGS } from '#main/core-config.ts'

const fake = vi.hoisted(() => ({
  order: [] as string[],
  app: undefined as unknown as EventEmitter,
  power: undefined as unknown as EventEmitter,
  windows: [] as EventEmitter[],
  children: [] as (EventEmitter & { sent: HostMessage[] })[],
  session: {},
  channels: new Map<string, (...args: unknown[]) => Promise<unknown>>(),
  /** Every call of a recorded function by name; kept between tests, as the wiring happens once. */
  calls: [] as [name: string, ...args: unknown[]][],
}))

const { record } = vi.hoisted(() => ({
  record:
    (name: string) =>
    (...args: unknown[]): void => {
      fake.calls.push([name, ...args])
    },
}))

vi.mock('electron', async () => {
  const { EventEmitter } = await import('node:events')

  class WebContents extends EventEmitter {
    readonly sent: unknown[] = []
    readonly setWindowOpenHandler = record('setWindowOpenHandler')
    send = (...args: unknown[]): number => this.sent.push(args)
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
    isMinimized = (): boolean => true
    isDestroyed = (): boolean => false
  }

  class UtilityProcess extends EventEmitter {
    readonly sent: HostMessage[] = []
    readonly started: unknown[]
    constructor(started: unknown[]) {
      super()
      this.started = started
    }
    postMessage(message: HostMessage): void {
      this.sent.push(message)
      if (message.type === 'shutdown') this.emit('exit', 0)
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
    getPath: () => '/app-data',
    requestSingleInstanceLock: () => fake.order.push('lock') > 0,
    whenReady: async () => undefined,
    getPreferredSystemLanguages: () => ['vi-VN'],
    quit: record('quit'),
    exit: (code: number) => fake.app.emit('exited', code),
  })
  fake.power = new EventEmitter()
  fake.session = {
    setPermissionRequestHandler: record('setPermissionRequestHandler'),
    setPermissionCheckHandler: record('setPermissionCheckHandler'),
    setDevicePermissionHandler: record('setDevicePermissionHandler'),
    setSpellCheckerEnabled: record('setSpellCheckerEnabled'),
    webRequest: { onBeforeRequest: record('onBeforeRequest') },
    protocol: { handle: record('protocol.handle') },
    on: record('session.on'),
  }
  return {
    app: fake.app,
    BrowserWindow,
    dialog: { showErrorBox: record('showErrorBox'), showSaveDialog: record('showSaveDialog') },
    ipcMain: {
      handle: (name: string, listener: (...args: unknown[]) => Promise<unknown>) =>
        fake.channels.set(name, listener),
    },
    Menu: {
      buildFromTemplate: (template: unknown) => template,
      setApplicationMenu: record('setApplicationMenu'),
    },
    powerMonitor: fake.power,
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
})

const { prepareElectron, runElectronHost } = await import('#main/electron/host.ts')

const rendererDir = makeBuiltWindow()
const config = { dataDir: '/data', resourcesDir: '/resources', demo: false }
const discard = async (): Promise<void> => record('discard')()
const preventDefault = record('preventDefault')

type FakeWindow = EventEmitter & {
  options: { webPreferences: Record<string, unknown> }
  webContents: EventEmitter & { sent: unknown[] }
}

function callsOf(name: string): unknown[][] {
  return fake.calls.flatMap(([called, ...args]) => (called === name ? [args] : []))
}

function window(): FakeWindow {
  return fake.windows.at(-1) as FakeWindow
}

function child() {
  const last = fake.children.at(-1)
  if (last === undefined) throw new Error('no core was started')
  return last
}

beforeAll(async () => {
  expect(prepareElectron(config)).toBe(true)
  const preload = '/preload.cjs'
  const files = { coreProcess: '/core-process.js', preload, rendererDir, resourcesDir: '/r' }
  await runElectronHost({ config, files, discard })
})

afterAll(() => rmSync(dirname(rendererDir), { recursive: true }))

describe('before Electron is ready', () => {
  it('turns the sandbox on, names the scheme, and takes the lock of this data folder', () => {
    expect(fake.order).toEqual([
      'sandbox',
      'scheme',
      expect.stringMatching(/^userData .app-data.Hoi Am Window.[0-9a-f]{16}$/),
      'lock',
    ])
  })

  it('tells Windows whose notifications they are', () => {
    fake.order.length = 0
    prepareElectron(config, 'win32')
    expect(fake.order).toContain('user model vn.ledu.hoi-am')
  })

  it('keeps a demonstration apart, inside its own folder', () => {
    fake.order.length = 0
    prepareElectron({ ...config, dataDir: '/tmp/demo', demo: true })
    expect(fake.order[2]).toMatch(/^userData .tmp.demo.window$/)
  })
})

describe('the running shell', () => {
  it('starts the core with its configuration in the environment and nothing on the command line', () => {
    const [entry, args, options] = (child() as unknown as { started: unknown[] }).started
    expect([entry, args]).toEqual(['/core-process.js', []])
    expect(options).toMatchObject({
      env: { HOI_AM_CORE_CONFIG: JSON.stringify(config) },
      execArgv: [...CORE_FLAGS],
    })
  })

  it('opens one window on its own page and shows it when it is drawn', () => {
    expect(fake.windows).toHaveLength(1)
    expect(callsOf('loadURL')).toEqual([['app://hoi-am/']])
    expect(window().options.webPreferences).toMatchObject({
      sandbox: true,
      preload: '/preload.cjs',
    })
    expect(callsOf('show')).toHaveLength(0)
    window().emit('ready-to-show')
    expect(callsOf('show')).toHaveLength(1)
  })

  it.each([
    ['will-navigate', { url: 'https://evil.example/' }, 1],
    ['will-navigate', { url: 'app://hoi-am/' }, 0],
    ['will-redirect', { url: 'app://hoi-am/' }, 1],
    ['will-frame-navigate', { url: 'app://hoi-am/', isMainFrame: false }, 1],
    ['will-frame-navigate', { url: 'app://hoi-am/', isMainFrame: true }, 0],
    ['will-attach-webview', {}, 1],
  ])('on %s to %j stops it %i times', (name, details, times) => {
    const before = callsOf('preventDefault').length
    window().webContents.emit(name, { ...details, preventDefault })
    expect(callsOf('preventDefault').length - before).toBe(times)
  })

  it('opens no other window', () => {
    const [[handler] = []] = callsOf('setWindowOpenHandler')
    expect((handler as () => unknown)()).toEqual({ action: 'deny' })
  })

  it.each([
    'setPermissionRequestHandler',
    'setPermissionCheckHandler',
    'setDevicePermissionHandler',
    'setSpellCheckerEnabled',
    'onBeforeRequest',
  ])('restricts its session by %s', (name) => {
    expect(callsOf(name)).toHaveLength(1)
  })

  it('serves its own scheme in that session', () => {
    expect(callsOf('protocol.handle')).toEqual([['app', expect.any(Function)]])
  })

  it('answers its page over the one channel', async () => {
    expect([...fake.channels.keys()]).toEqual(['hoi-am:request'])
    const senderFrame = { url: 'app://hoi-am/', parent: null, detached: false }
    const event = { sender: window().webContents, senderFrame }
    expect(
      await fake.channels.get('hoi-am:request')?.(event, 'host.info', encodeInput({})),
    ).toEqual({
      ok: true,
      data: { kind: 'electron', platform: process.platform },
    })
  })

  it('passes events on to the window they are for', () => {
    child().emit('message', { type: 'ready' })
    const event = { type: 'changed', topic: 'firm', id: '1' }
    child().emit('message', { type: 'event', event })
    child().emit('message', { type: 'event', event, windowId: 'another' })
    expect(window().webContents.sent).toEqual([['hoi-am:event', event]])
  })

  it.each(['lock-screen', 'suspend'])('tells the core when the machine says %s', (name) => {
    const before = child().sent.length
    fake.power.emit(name)
    expect(child().sent.slice(before)).toEqual([{ type: 'away' }])
  })

  it('brings its window to the front when the program is started a second time', () => {
    fake.app.emit('second-instance')
    expect([callsOf('restore').length, callsOf('focus').length]).toEqual([1, 1])
  })

  it('loads the page again when its process died', async () => {
    const loaded = new Promise((resolve) => window().once('loaded', resolve))
    window().webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    await loaded
    expect(callsOf('loadURL')).toEqual([['app://hoi-am/'], ['app://hoi-am/']])
  })
})

describe('updates', () => {
  it('are not there in a build without a key, and say so without asking anybody', async () => {
    const senderFrame = { url: 'app://hoi-am/', parent: null, detached: false }
    const event = { sender: window().webContents, senderFrame }
    const ask = (route: string): unknown =>
      fake.channels.get('hoi-am:request')?.(event, route, encodeInput({}))
    const sent = child().sent.length
    expect(await ask('host.updateState')).toEqual({
      ok: true,
      data: { updates: 'no-key', version: '1.0.0' },
    })
    const error = { code: 'UPDATE_FAILED', issues: [{ path: '', code: 'UPDATE_NO_KEY' }] }
    expect(await ask('host.updateCheck')).toEqual({ ok: false, error })
    expect(await ask('host.updateStop')).toEqual({ ok: true, data: { stopped: false } })
    expect(child().sent).toHaveLength(sent)
  })
})

describe('the end', () => {
  it('ends the session with the window, waits for the core, and only then exits', async () => {
    window().emit('closed')
    expect(child().sent.at(-1)).toMatchObject({ type: 'window-closed' })
    const before = callsOf('preventDefault').length
    const exited = new Promise((resolve) => fake.app.once('exited', resolve))
    fake.app.emit('will-quit', { preventDefault })
    expect(callsOf('preventDefault').length - before).toBe(1)
    expect(await exited).toBe(0)
    expect(child().sent.at(-1)).toEqual({ type: 'shutdown' })
    expect(callsOf('discard')).toHaveLength(1)
  })
})
