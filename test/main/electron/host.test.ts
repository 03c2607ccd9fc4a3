/** The wiring, over a fake `electron` that records what it was told and lets its events be fired. */
import type { EventEmitter } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { makeBuiltWindow } from '#test/fixtures/built-window.ts'
import { UTILITY_FLAGS } from '#main/electron/core-flags.ts'
import { READY } from '#test/fixtures/core-child/start.ts'
import type { HostLogEntry } from '#main/host/log/log-entry.ts'
import { eventually } from '#test/setup/eventually.ts'
import {
  ask,
  callsOf,
  child,
  fake,
  heardByPage,
  log,
  menuItem,
  menuItems,
  record,
  window,
} from './fake-electron.ts'

vi.mock('electron', async () => (await import('./fake-electron.ts')).electron)

const { prepareElectron, runElectronHost } = await import('#main/electron/host.ts')

const rendererDir = makeBuiltWindow()
const config = { dataDir: '/data', resourcesDir: '/resources', demo: false }
const discard = async (): Promise<void> => record('discard')()
const preventDefault = record('preventDefault')

beforeAll(async () => {
  expect(prepareElectron(config)).toBe(true)
  const preload = '/preload.cjs'
  const processes = { coreProcess: '/core-process.js', readerProcess: '/reader-process.js' }
  const files = { ...processes, preload, rendererDir, resourcesDir: '/r' }
  await runElectronHost({ config, files, log, discard })
})

afterAll(() => {
  rmSync(dirname(rendererDir), { recursive: true })
  rmSync(fake.profile, { recursive: true, force: true })
})

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
      execArgv: [...UTILITY_FLAGS],
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
    expect(await ask('host.info', {})).toEqual({
      ok: true,
      data: { kind: 'electron', platform: process.platform },
    })
  })

  it('shows the log, and nothing saved where nothing was', async () => {
    expect(await ask('host.openLog')).toEqual({ ok: true, data: { opened: true } })
    expect(await ask('host.showSaved')).toEqual({ ok: true, data: { shown: false } })
    expect(callsOf('showItemInFolder')).toEqual([['/logs/hoi-am.log']])
  })

  it('copies what support asks for, with the log and without a path', async () => {
    expect(await ask('host.copySupport')).toEqual({ ok: true, data: { copied: true } })
    const [[text] = []] = callsOf('writeText')
    expect(text).toContain('{"event":"started"}')
    expect(text).toContain('vi-VN')
    expect(text).not.toContain('/data')
  })

  it('answers what its shell fails at under an id that stands in the log', async () => {
    const answer = await ask('host.chooseDataFolder')
    expect(answer).toMatchObject({ ok: false, error: { code: 'INTERNAL' } })
    const { correlationId } = (answer as { error: { correlationId: string } }).error
    expect(fake.logged).toContainEqual(
      expect.objectContaining({
        event: 'unexpected',
        correlationId,
        route: 'host.chooseDataFolder',
      }),
    )
  })

  it('puts its start, and what its core writes, into the log', () => {
    expect(fake.logged.slice(0, 2)).toEqual([
      { event: 'started', facts: expect.objectContaining({ platform: process.platform }) },
      { process: 'core', event: 'begun' },
    ])
    ;(child() as unknown as { stderr: EventEmitter }).stderr.emit('data', 'boom')
    expect(callsOf('coreOutput')).toEqual([['boom']])
  })

  it.each<[string, () => void, HostLogEntry]>([
    [
      'a page that died',
      () => fake.app.emit('render-process-gone', {}, {}, { reason: 'oom', exitCode: 5 }),
      { process: 'page', event: 'gone', code: 'oom', facts: { exitCode: 5 } },
    ],
    [
      'a helper that died',
      () =>
        fake.app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 1 }),
      { event: 'child-gone', code: 'crashed', facts: { type: 'GPU', exitCode: 1 } },
    ],
    [
      'a page that does not load',
      () => window().webContents.emit('did-fail-load', {}, -6, 'x', 'app://hoi-am/thu/1', true),
      { process: 'page', event: 'load-failed', code: '-6' },
    ],
    [
      'a page that hangs',
      () => window().webContents.emit('unresponsive'),
      { process: 'page', event: 'unresponsive' },
    ],
  ])('puts %s into the log', (_what, happen, entry) => {
    happen()
    expect(fake.logged.at(-1)).toEqual(entry)
  })

  it('passes events on to the window they are for', () => {
    child().emit('message', READY)
    const event = { type: 'changed', topic: 'firm', id: '1' }
    child().emit('message', { type: 'event', event })
    child().emit('message', { type: 'event', event, windowId: 'another' })
    expect(heardByPage()).toEqual([event])
  })

  it.each(['lock-screen', 'suspend'])(
    'asks the page, then tells the core, when the machine says %s',
    async (name) => {
      const before = child().sent.length
      fake.power.emit(name)
      expect(heardByPage().at(-1)).toEqual({ type: 'closing' })
      expect(child().sent).toHaveLength(before)
      expect(await ask('host.readyToClose')).toEqual({ ok: true, data: null })
      expect(child().sent.slice(before)).toEqual([{ type: 'away' }])
    },
  )

  it('brings its window to the front when the program is started a second time', () => {
    const shown = callsOf('show').length
    fake.app.emit('second-instance')
    expect([callsOf('restore').length, callsOf('focus').length]).toEqual([1, 1])
    expect(callsOf('show')).toHaveLength(shown + 1)
    expect(callsOf('relaunch')).toEqual([])
  })

  it('survives a fatal error of its core and writes nothing of the report down', () => {
    const report = JSON.stringify({
      environmentVariables: { HOI_AM_DATABASE_URL: 'postgres://x:pass@y' },
    })
    child().emit('error', 'FatalError', 'v8.cc:1', report)
    expect(fake.logged).toContainEqual({ process: 'core', event: 'fatal', code: 'FatalError' })
  })

  it('brings its window to the front when a notification was clicked', async () => {
    const before = ['restore', 'show', 'focus'].map((name) => callsOf(name).length)
    expect(await ask('host.focus', {})).toEqual({ ok: true, data: null })
    const calls = ['restore', 'show', 'focus'].map((name) => callsOf(name).length)
    expect(calls).toEqual(before.map((count) => count + 1))
  })

  it('fits the window onto a small display before it is made', () => {
    expect(window().options).toMatchObject({
      ...{ x: 0, y: 0, width: 1366, height: 728, minWidth: 1024, minHeight: 640 },
      backgroundColor: '#f4f6f8',
    })
  })

  it('greys a command until the page offers it, and tells the page of a click', async () => {
    expect(menuItem('letters')?.enabled).toBe(false)
    await ask('host.menu', { enabled: ['letters', 'find'] })
    expect(menuItem('letters')?.enabled).toBe(true)
    expect(menuItem('audit')?.enabled).toBe(false)
    window().webContents.sent.length = 0
    menuItem('letters')?.click?.()
    expect(window().webContents.sent).toEqual([
      ['hoi-am:event', { type: 'menu', command: 'letters' }],
    ])
  })

  it('follows the language and the colours chosen in the page, and remembers them', async () => {
    expect(menuItem('letters')?.label).toBe('Thư')
    const chosen = { language: 'en', theme: 'dark' }
    expect(await ask('host.appearance', chosen)).toEqual({ ok: true, data: null })
    expect(menuItem('letters')).toMatchObject({ label: 'Letters', enabled: true })
    expect(fake.theme.themeSource).toBe('dark')
    expect(await ask('host.info', {})).toMatchObject({ data: { appearance: chosen } })
    fake.theme.shouldUseDarkColors = true
    fake.theme.emit('updated')
    expect(callsOf('setBackgroundColor')).toEqual([['#11171c']])
  })

  it('finds in the page, and answers when the whole page was looked through', async () => {
    const asked = ask('host.find', { text: 'thư', step: 'next' })
    const places = { requestId: 7, matches: 3, activeMatchOrdinal: 2 }
    window().webContents.emit('found-in-page', {}, { ...places, finalUpdate: true })
    expect(await asked).toEqual({ ok: true, data: { current: 2, count: 3 } })
    expect(callsOf('findInPage')).toEqual([['thư', { findNext: false, forward: true }]])
    await ask('host.findEnd', {})
    expect(callsOf('stopFindInPage')).toEqual([['clearSelection']])
  })

  it('zooms by the menu', () => {
    menuItems()
      .find(({ accelerator }) => accelerator === 'CmdOrCtrl+Plus')
      ?.click?.()
    window().webContents.emit('zoom-changed', {}, 'in')
    expect(callsOf('setZoomLevel')).toEqual([[0.5], [1]])
  })

  it('says that there is nothing to print on', async () => {
    const any = process.platform === 'darwin'
    expect(await ask('host.printers', {})).toEqual({ ok: true, data: { any } })
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
  it('keeps what is typed, waits for the copy of the core as long as it takes, and only then exits', async () => {
    const before = callsOf('preventDefault').length
    window().emit('close', { preventDefault })
    expect(callsOf('preventDefault').length - before).toBe(1)
    expect(heardByPage().at(-1)).toEqual({ type: 'closing' })
    await ask('host.readyToClose')
    await eventually(() => expect(child().sent.at(-1)).toEqual({ type: 'shutdown' }))
    expect(child().sent.at(-2)).toMatchObject({ type: 'window-closed' })

    const progress = { step: 'copying', done: 1, total: 2 }
    child().emit('message', { type: 'copying', progress })
    expect(heardByPage().at(-1)).toEqual({ type: 'copying', progress })
    // Somebody starts the program once more: the window that is closing is shown.
    const shown = callsOf('show').length
    fake.app.emit('second-instance')
    expect(callsOf('show')).toHaveLength(shown + 1)
    // Everything else that would end it changes nothing.
    fake.app.emit('will-quit', { preventDefault })
    expect([callsOf('discard'), callsOf('relaunch')]).toEqual([[], []])

    const exited = new Promise((resolve) => fake.app.once('exited', resolve))
    await ask('host.leaveCopy')
    expect(await exited).toBe(0)
    expect([callsOf('discard').length, callsOf('relaunch').length]).toEqual([1, 1])
    // What the window is to remember was on the disk before that.
    expect(JSON.parse(readFileSync(join(fake.profile, 'window.json'), 'utf8'))).toEqual({
      place: {
        bounds: { x: 40, y: 30, width: 1200, height: 800 },
        maximised: false,
        fullScreen: false,
      },
      zoom: 1,
      appearance: { language: 'en', theme: 'dark' },
    })
  })
})
