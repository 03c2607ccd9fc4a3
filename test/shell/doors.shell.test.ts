/** Whoever comes in by another way than the window's own page, and whatever would go out: all shut. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { MAX_REQUEST_BYTES } from '#shared/protocol/envelope.ts'
import type { ElectronModule, Program } from './kit/program.ts'
import { startProgram } from './kit/start-program.ts'
import { until } from './kit/until.ts'

let program: Program
let page: Page

beforeAll(async () => {
  program = await startProgram()
  page = await program.page()
  await page.getByRole('heading', { level: 1 }).waitFor()
})
afterAll(() => program.stop())

/** Calls the window's own function from its page. */
function ask(route: unknown, input: string): Promise<unknown> {
  const call = `window.hoiAm.request(${JSON.stringify(route)}, ${input})`
  return page.evaluate(`${call}.catch((error) => ({ thrown: String(error) }))`)
}

const bytes = (text: string): string => `new TextEncoder().encode(${JSON.stringify(text)})`

it.each([
  ['constructor', bytes('{}'), 'UNKNOWN_ROUTE'],
  ['__proto__', bytes('{}'), 'UNKNOWN_ROUTE'],
  ['no.such.route', bytes('{}'), 'UNKNOWN_ROUTE'],
  [5, bytes('{}'), 'UNKNOWN_ROUTE'],
  [null, bytes('{}'), 'UNKNOWN_ROUTE'],
  ['app.status', '{}', 'INVALID_INPUT'],
  ['app.status', '"{}"', 'INVALID_INPUT'],
  ['app.status', 'new ArrayBuffer(2)', 'INVALID_INPUT'],
  ['app.status', bytes('{"a":'), 'INVALID_INPUT'],
  ['app.status', bytes('{"unknown":1}'), 'INVALID_INPUT'],
  ['app.status', `new Uint8Array([0xff, 0xfe])`, 'INVALID_INPUT'],
  ['app.status', bytes(`${'['.repeat(40)}${']'.repeat(40)}`), 'INVALID_INPUT'],
  ['host.info', bytes('{"unknown":1}'), 'INVALID_INPUT'],
  ['host.saveFile', bytes('{"ticket":"../../etc/passwd"}'), 'NOT_FOUND'],
  ['app.status', `new Uint8Array(${MAX_REQUEST_BYTES + 1})`, 'TOO_LARGE'],
  ['settings.get', bytes('{}'), 'UNAUTHENTICATED'],
])('%s with %s is refused: %s', async (route, input, code) => {
  expect(await ask(route, input)).toMatchObject({ ok: false, error: { code } })
})

it('another window with the same preload script is answered nothing', async () => {
  const answer = await program.run(async ({ BrowserWindow, app }) => {
    const [own] = BrowserWindow.getAllWindows()
    const preload = `${app.getAppPath()}/out/preload/index.cjs`
    const webPreferences = { preload, sandbox: true, contextIsolation: true }
    const foreign = new BrowserWindow({ show: false, webPreferences })
    await foreign.loadURL('data:text/html,<title>foreign</title>')
    const heard: unknown = await foreign.webContents.executeJavaScript(
      `window.hoiAm.request('app.status', new TextEncoder().encode('{}'))`,
    )
    foreign.destroy()
    return { heard, windows: own?.isDestroyed() }
  })
  expect(answer.heard).toEqual({ ok: false, error: { code: 'FORBIDDEN' } })
})

it.each([
  ['another site', `location.href = 'https://evil.example/'`],
  ['a ticket shown as a page', `location.href = '/files/abc'`],
])('does not leave its page for %s', async (_what, act) => {
  const before = page.url()
  await program.run(listenForNavigation)
  await page.evaluate(`window.stillHere = true; ${act}; undefined`)
  const prevented = await until('the navigation was asked for', () =>
    program.run(() => Reflect.get(globalThis, 'prevented') as boolean | undefined),
  )
  expect(prevented).toBe(true)
  expect(await page.evaluate(() => Reflect.get(window, 'stillHere') as unknown)).toBe(true)
  expect(page.url()).toBe(before)
})

/** Runs beside the program: hears, after the program itself, what became of the next navigation. */
function listenForNavigation({ BrowserWindow }: ElectronModule): void {
  Reflect.deleteProperty(globalThis, 'prevented')
  BrowserWindow.getAllWindows()[0]?.webContents.once('will-navigate', (event) => {
    Reflect.set(globalThis, 'prevented', event.defaultPrevented)
  })
}

it('sends no form anywhere: the policy of its page forbids it before a navigation is asked for', async () => {
  const before = page.url()
  await program.run(listenForNavigation)
  const forbiddenBy = await page.evaluate(() => {
    Reflect.set(window, 'stillHere', true)
    const { promise, resolve } = Promise.withResolvers<string>()
    const hear = (event: SecurityPolicyViolationEvent) => resolve(event.effectiveDirective)
    document.addEventListener('securitypolicyviolation', hear, { once: true })
    const form = document.createElement('form')
    form.action = 'https://evil.example/'
    document.body.append(form)
    form.submit()
    form.remove()
    return promise
  })
  expect(forbiddenBy).toBe('form-action')
  expect(await program.run(() => Reflect.has(globalThis, 'prevented'))).toBe(false)
  expect(await page.evaluate(() => Reflect.get(window, 'stillHere') as unknown)).toBe(true)
  expect(page.url()).toBe(before)
})

it('opens no second window', async () => {
  const opened = await page.evaluate(() => window.open('https://evil.example/') === null)
  expect(opened).toBe(true)
  const count = () => program.run(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
  expect(await count()).toBe(1)
  await until('no page of it is left', () =>
    page
      .context()
      .pages()
      .every((each) => !each.url().includes('evil')),
  )
})

it('fetches nothing from anywhere else', async () => {
  const fetched = await page.evaluate(async () => {
    const tried = ['https://evil.example/', 'http://127.0.0.1:9/', 'file:///etc/passwd']
    return Promise.all(
      tried.map((url) =>
        fetch(url, { mode: 'no-cors' }).then(
          () => 'fetched',
          () => 'refused',
        ),
      ),
    )
  })
  expect(fetched).toEqual(['refused', 'refused', 'refused'])
})

it('hands out nothing beside the built window', async () => {
  const statuses = await page.evaluate(async () => {
    const paths = ['/../../package.json', '/..%2f..%2fpackage.json', '/%2e%2e/main/index.js']
    const answers = await Promise.all(paths.map((path) => fetch(path)))
    const refused = await fetch('/files/abc', { method: 'DELETE' })
    const unknown = await fetch('/files/abc')
    const posted = await fetch('/index.html', { method: 'POST', body: 'x' })
    return [...answers, refused, unknown, posted].map(({ status }) => status)
  })
  expect(statuses).toEqual([404, 404, 404, 405, 404, 405])
})

it('gives the page no permission but copying and notices', async () => {
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'camera', 'microphone', 'midi', 'clipboard-read', 'notifications']
    const asked = names.map((name) => navigator.permissions.query({ name: name as PermissionName }))
    return (await Promise.all(asked)).map(({ state }) => state)
  })
  expect(states).toEqual(['denied', 'denied', 'denied', 'denied', 'denied', 'granted'])
})

it('shows no device to the page', async () => {
  const devices = await page.evaluate(async () => {
    const usb = Reflect.get(navigator, 'usb') as { getDevices(): Promise<unknown[]> } | undefined
    return usb?.getDevices().then(
      ({ length }) => length,
      () => 'refused',
    )
  })
  expect(devices).toBe('refused')
})

it('lets no page save a file by itself', async () => {
  await program.run(({ session }) => {
    const own = session.fromPartition('hoi-am')
    own.on('will-download', (event) => Reflect.set(globalThis, 'stopped', event.defaultPrevented))
  })
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['x']))
    link.download = 'x.txt'
    link.click()
  })
  const stopped = await until('the download was seen', () =>
    program.run(() => Reflect.get(globalThis, 'stopped') as boolean | undefined),
  )
  expect(stopped).toBe(true)
})
