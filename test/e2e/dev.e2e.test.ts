/** `npm run dev` in the browser: changed sources reach the window and the core of a program that goes on running. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'

import { type Desk, launchChromium, openWorkspace } from './kit/desk.ts'
import { type DevRun, startDev } from './kit/dev-run.ts'

const VIEW = 'src/renderer/features/setup/SetupView.vue'
const CORE = 'src/main/app/session/routes.ts'
const HOST = 'src/main/browser/locked-page.ts'
const TYPED = 'Sở Nội vụ tỉnh Quảng Ngãi'

let browser: Browser
let run: DevRun
let desk: Desk
let page: Page

beforeAll(async () => {
  run = startDev()
  browser = await launchChromium(inject('chromiumPath'))
  const { launchUrl, origin } = lastLink(await run.says(/ready at \S+\n/))
  // Vite prepares packages and modules when they are first asked for, which takes longer than a desk waits.
  const stranger = await browser.newPage()
  await stranger.goto(origin, { timeout: 110_000, waitUntil: 'networkidle' })
  await stranger.close()
  desk = await openWorkspace(browser, { launchUrl, origin })
  page = desk.page
  // Lost when the page is loaded again.
  await page.evaluate(() => Reflect.set(window, 'loadedOnce', true))
})
afterAll(async () => {
  await browser.close()
  await run.discard()
})

function lastLink(said: string): Readonly<{ launchUrl: string; origin: string }> {
  const launchUrl = [...said.matchAll(/ready at (\S+)\n/g)].at(-1)?.[1] ?? ''
  return { launchUrl, origin: new URL(launchUrl).origin }
}

function version(): Promise<string> {
  return page.evaluate(async () => {
    const headers = {
      'Content-Type': 'application/json',
      'X-Hoi-Am-Window': window.localStorage.getItem('hoi-am-window') ?? '',
    }
    const response = await fetch('/api/app.status', { method: 'POST', headers, body: '{}' })
    const answer: { data?: { version: string } } = await response.json()
    return answer.data?.version ?? ''
  })
}

const isStillLoaded = (): Promise<boolean> =>
  page.evaluate(() => Reflect.get(window, 'loadedOnce') === true)

it('says where the console opens and why', async () => {
  expect(await run.says('Developing in')).toContain('Developing in the browser: as was asked.')
})

it('changes the window in place, and what was typed stays', async () => {
  const field = desk.field(desk.t('settings.organisation.boardName'))
  await field.fill(TYPED)
  run.edit(VIEW, '<SetupProgress ', '<p>Đổi ngay trong cửa sổ</p><SetupProgress ')
  await desk.sees('Đổi ngay trong cửa sổ')
  expect(await field.inputValue()).toBe(TYPED)
  expect(await isStillLoaded()).toBe(true)
})

it('starts the core anew when a source of it changes, and the window goes on', async () => {
  const before = await version()
  run.edit(CORE, 'version: services.version,', "version: services.version + '-anew',")
  await expect.poll(version, { timeout: 60_000 }).toBe(`${before}-anew`)
  expect(await isStillLoaded()).toBe(true)
})

it('waits for the next change when the core cannot start, and then goes on', async () => {
  run.edit(CORE, "+ '-anew',", "+ '-mended' +,")
  await run.says('The core could not start.')
  run.edit(CORE, "+ '-mended' +,", "+ '-mended',")
  await expect.poll(version, { timeout: 60_000 }).toMatch(/-mended$/)
  expect(await isStillLoaded()).toBe(true)
})

it('needs no looser policy than the built window', () => {
  expect(desk.faults.filter((fault) => fault.startsWith('policy'))).toEqual([])
  expect(desk.faults.filter((fault) => fault.startsWith('out'))).toEqual([])
})

it('speaks to the host for its own page alone', async () => {
  const { origin } = lastLink(await run.says('ready at'))
  const headers = { 'Content-Type': 'application/json' }
  const answers = await Promise.all(
    [origin, 'http://127.0.0.1:9', 'null'].map((from) =>
      fetch(`${origin}/api/app.status`, {
        method: 'POST',
        headers: { ...headers, Origin: from },
        body: '{}',
      }),
    ),
  )
  // Our own page without its cookie is a stranger (401); a foreign one is refused before that (403).
  expect(answers.map(({ status }) => status)).toEqual([401, 403, 403])
})

it('starts the host anew when a source of it changes, and gives a new link', async () => {
  const old = lastLink(await run.says('ready at'))
  run.edit(HOST, '<title>', '<title>Mới: ')
  const said = await run.says(/(?:ready at \S+\n[\s\S]*){2}/)
  expect(said).toContain('The host starts anew.')
  const { launchUrl, origin } = lastLink(said)
  expect(launchUrl).not.toBe(old.launchUrl)
  expect(origin).toBe(old.origin)
  expect((await fetch(launchUrl, { redirect: 'manual' })).status).toBe(303)
})

it('builds the program for Electron with every replacement in, and never into out/', () => {
  const { host, core } = run.buildForElectron()
  expect(host).toContain('A packaged program is not developed.')
  expect(host).toContain('headersWithSocket')
  expect(core).toContain('It is tried again at the next change.')
})

it('ends all of it at Ctrl-C and leaves nothing behind', async () => {
  const { origin } = lastLink(await run.says('ready at'))
  expect((await run.interrupt()).code).toBe(0)
  await expect(fetch(origin)).rejects.toThrow()
  expect(readdirSync(run.temporary)).toEqual([])
})

it('is not in the built program', () => {
  const out = join(import.meta.dirname, '../../out')
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' })
    .map((path) => join(out, path))
    .filter((path) => statSync(path).isFile() && /\.c?js$/.test(path))
  expect(files.length).toBeGreaterThan(10)
  const dev = /HOI_AM_DEV_|scripts\/dev|@vite\/client|vite-hmr/
  expect(files.filter((path) => dev.test(readFileSync(path, 'utf8')))).toEqual([])
})
