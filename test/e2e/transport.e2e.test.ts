/** The window's transport and the page's policy in a real Chromium, over a core that can be made to die. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { type Browser, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'

import { type BrowserHost, startBrowserHost } from '#main/browser/server.ts'
import type { CoreClient } from '#main/host/core-client.ts'
import type { Transport } from '#renderer/transport.ts'
import type { AppEvent } from '#shared/protocol/events.ts'
import { startEchoCore } from '#test/fixtures/core-child/start.ts'
import { attacks } from '#test/fixtures/transport-page/attacks.ts'

declare global {
  interface Window {
    readonly transport: Transport
    readonly violations: readonly string[]
    readonly pdfWorkerStarts: () => Promise<string>
    readonly attacks: Readonly<Record<string, () => void>>
    heard?: AppEvent[]
    attacked?: boolean
  }
}

const RESTARTED = { ok: false, error: { code: 'CORE_RESTARTED' } }

let builtPage: string
let browser: Browser
let core: CoreClient
let host: BrowserHost
let page: Page
let consoleErrors: string[]

beforeAll(async () => {
  builtPage = mkdtempSync(join(tmpdir(), 'hoi-am-page-'))
  await build({
    configFile: false,
    logLevel: 'error',
    root: 'test/fixtures/transport-page',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { outDir: builtPage, emptyOutDir: true, minify: false },
  })
  browser = await chromium.launch({
    executablePath: inject('chromiumPath'),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
  })
})

afterAll(async () => {
  await browser.close()
  rmSync(builtPage, { recursive: true })
})

beforeEach(async () => {
  core = startEchoCore('normal', { restartPolicy: { delaysMs: [0, 1, 1], quickDeathMs: 60_000 } })
  host = await startBrowserHost({ core, rendererDir: builtPage, port: 0 })
  page = await (await browser.newContext()).newPage()
  consoleErrors = []
  page.on('pageerror', (error) => consoleErrors.push(error.message))
  await page.goto(host.launchUrl)
  await page.getByRole('button', { name: 'Lưu' }).waitFor()
})

afterEach(async () => {
  await page.context().close()
  await host.close()
  await core.close()
})

/** A program of another account of this machine: it listens on a port, and writes down what browsers bring. */
async function neighbour(): Promise<
  Readonly<{ origin: string; cookies: string[]; close: () => void }>
> {
  const cookies: string[] = []
  const server = createServer((request, response) => {
    cookies.push(request.headers.cookie ?? '')
    response.setHeader('Content-Type', 'text/html')
    response.end('<!doctype html><title>Hàng xóm</title>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return { origin: `http://127.0.0.1:${port}`, cookies, close: () => server.close() }
}

describe('a program on another port of the machine that a person is led to', () => {
  it('gets the cookie, and can do nothing with it', async () => {
    const other = await neighbour()
    const tab = await page.context().newPage()
    await tab.goto(other.origin)
    const [cookie = ''] = other.cookies
    // As browsers do it: cookies know no ports.
    expect(cookie).toMatch(/^hoi-am-\d+=[\w-]{43}$/u)
    // What the page keeps is not there for a page of another port.
    expect(await tab.evaluate(() => Object.keys(window.localStorage))).toEqual([])
    const headers = { Cookie: cookie, Origin: host.origin, 'Content-Type': 'application/json' }
    const post = { method: 'POST', headers, body: '{}' }
    const answers = await Promise.all([
      fetch(`${host.origin}/api/test.echo`, post),
      fetch(`${host.origin}/api/events`, { headers }),
      fetch(`${host.origin}/files/any-ticket`, post),
      fetch(`${host.origin}/files/any-ticket`, { headers }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 404])
    // The person goes on as before.
    expect(await page.evaluate(() => window.transport.request('test.echo', 1))).toMatchObject({
      ok: true,
    })
    other.close()
  })
})

describe('signing in', () => {
  it('renews what the window is known by, in this tab and the others, and events go on', async () => {
    const secretOf = (at: Page) => at.evaluate(() => window.localStorage.getItem('hoi-am-window'))
    const tab = await page.context().newPage()
    await tab.goto(host.origin)
    await tab.getByRole('button', { name: 'Lưu' }).waitFor()
    const [before] = await page.context().cookies()
    const secret = await secretOf(page)
    await tab.evaluate(() => {
      window.heard = []
      window.transport.onEvent((event) => window.heard?.push(event))
    })
    expect(await page.evaluate(() => window.transport.request('session.signIn', {}))).toMatchObject(
      { ok: true },
    )
    const [after] = await page.context().cookies()
    expect(after?.value).not.toBe(before?.value)
    expect(await secretOf(page)).not.toBe(secret)
    expect(await secretOf(tab)).toBe(await secretOf(page))
    for (const each of [page, tab]) {
      expect(await each.evaluate(() => window.transport.request('test.echo', 1))).toMatchObject({
        ok: true,
      })
    }
    const hearOfOther = () =>
      tab.evaluate(async () => {
        await window.transport.request('test.event', 'another window')
        return window.heard?.filter(({ type }) => type === 'changed').length ?? 0
      })
    await expect.poll(hearOfOther, { timeout: 30_000 }).toBeGreaterThan(0)
  })
})

describe('the transport', () => {
  it('carries a request there and back, and strips the token from the address', async () => {
    expect(page.url()).toBe(`${host.origin}/`)
    const result = await page.evaluate(() =>
      window.transport.request('test.echo', { name: 'Đỗ Thị Hoà 🌸' }),
    )
    expect(result).toMatchObject({ ok: true, data: { input: { name: 'Đỗ Thị Hoà 🌸' } } })
    const nothing = await page.evaluate(() => window.transport.request('test.echo', undefined))
    expect(nothing).toMatchObject({ ok: true, data: { input: {} } })
  })

  it('hears events, and of a core that died and came back', async () => {
    await page.evaluate(() => {
      window.heard = []
      window.transport.onEvent((event) => window.heard?.push(event))
    })
    // The stream opens on its own time: what is told before that is nobody's yet. (Playwright's own waiting
    // takes the promise of an async function for its answer.)
    const hearOfOther = () =>
      page.evaluate(async () => {
        await window.transport.request('test.event', 'another window')
        return window.heard?.length ?? 0
      })
    await expect.poll(hearOfOther, { timeout: 30_000 }).toBeGreaterThan(0)
    expect(await page.evaluate(() => window.transport.request('test.crash', {}))).toEqual(RESTARTED)
    await page.waitForFunction(() => window.heard?.some(({ type }) => type === 'signed-out'))
    const heard = await page.evaluate(() => window.heard ?? [])
    expect(heard[0]).toEqual({ type: 'changed', topic: 'complaint', id: 'to-all' })
    expect(heard.at(-1)).toEqual({ type: 'signed-out', reason: 'core-restarted' })
    expect(await page.evaluate(() => window.transport.request('test.echo', 1))).toMatchObject({
      ok: true,
    })
  })

  it('sends a file with its progress, fetches it once, and refuses the wrong sizes itself', async () => {
    const outcome = await page.evaluate(async () => {
      const { transport } = window
      const given = await transport.request('test.uploadTicket', {})
      const ticket = given.ok ? String(given.data) : ''
      const shares: number[] = []
      const file = new Blob(['thư '.repeat(500_000)])
      const stored = await transport.upload(ticket, file, (share) => shares.push(share))
      const download = await transport.request('test.downloadTicket', {})
      const downloadTicket = download.ok ? String(download.data) : ''
      const first = await transport.download(downloadTicket)
      const second = await transport.download(downloadTicket)
      return {
        stored,
        lastShare: shares.at(-1),
        same: first.ok && (await first.data.text()) === (await file.text()),
        second,
        empty: await transport.upload(ticket, new Blob([])),
        large: await transport.upload(ticket, new Blob([new Uint8Array(50 * 1024 * 1024 + 1)])),
      }
    })
    expect(outcome).toEqual({
      stored: { ok: true, data: { size: 2_500_000 } },
      lastShare: 1,
      same: true,
      second: { ok: false, error: { code: 'NOT_FOUND' } },
      empty: { ok: false, error: { code: 'FILE_EMPTY' } },
      large: { ok: false, error: { code: 'FILE_TOO_LARGE' } },
    })
  })

  it('answers, and never throws, when the host is gone', async () => {
    await host.close()
    const outcome = await page.evaluate(async () => [
      await window.transport.request('test.echo', {}),
      await window.transport.upload('ticket-ticket-ticket', new Blob(['x'])),
      await window.transport.download('ticket-ticket-ticket'),
    ])
    expect(outcome).toEqual([RESTARTED, RESTARTED, RESTARTED])
  })
})

describe('the policy of the page', () => {
  it('lets Vue, Naive UI and the worker of pdf.js run without one violation', async () => {
    expect(await page.evaluate(() => window.pdfWorkerStarts())).toBe('InvalidPDFException')
    expect(page.workers()).not.toEqual([])
    expect(await page.evaluate(() => window.violations)).toEqual([])
    expect(consoleErrors).toEqual([])
  })

  it.each(Object.keys(attacks))('stops %s and reports it', async (name) => {
    await page.evaluate((attack) => {
      setTimeout(() => window.attacks[attack]?.())
    }, name)
    await page.waitForFunction(() => window.violations.length > 0)
    expect(await page.evaluate(() => window.attacked)).toBeUndefined()
    expect(new URL(page.url()).origin).toBe(host.origin)
  })
})
