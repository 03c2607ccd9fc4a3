import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'

import vue from '@vitejs/plugin-vue'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { build } from 'vite'

import { CONTENT_SECURITY_POLICY } from '#main/host/security-policy.ts'
import { launchChromium } from '#test/e2e/kit/desk.ts'
import type { WidgetsPage } from '#test/fixtures/widgets-page/page.ts'
import { findChromium } from '../chromium.ts'
import { figure, median, type Figure } from './measure.ts'
import { WALKS } from './widget-walks.ts'

declare global {
  interface Window {
    readonly widgets: WidgetsPage
  }
}

const ROWS = 100_000
/** For the policy: a virtual list without its styles has no height, draws all its rows, and 100,000 end the page. */
const FEW_ROWS = 100
const TURNS = 5
const ADDRESS = 'http://widgets.test/'
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
}
/** The program's policy, without the exception that Naive UI needs for its styles. */
const STRICT_STYLES = CONTENT_SECURITY_POLICY.replace(" 'unsafe-inline'", '')

/** A page with one widget, and the devtools of its browser. */
type Shown = Readonly<{ page: Page; devtools: CDPSession; firstFrameMs: number }>

/**
 * The program's own table and combo box beside Naive UI's, in Chromium with the same data (ADR 23): what 100,000 rows
 * cost, and in a table of its own which keys are answered, what is heard of a word while it is composed, and what
 * the page's policy must allow.
 */
export async function benchWidgets(): Promise<readonly Figure[]> {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('no Chromium to show widgets in')
  const folder = await mkdtemp(join(tmpdir(), 'hoi-am-widgets-'))
  const browser = await launchChromium(executablePath)
  try {
    await buildPage(folder)
    const open = (scene: string): Promise<Shown> =>
      show(browser, folder, { scene, rows: ROWS, policy: CONTENT_SECURITY_POLICY })
    const openStrict = (scene: string): Promise<Shown> =>
      show(browser, folder, { scene, rows: FEW_ROWS, policy: STRICT_STYLES })
    console.table(await walkAll(open))
    console.table(await violationsOf(openStrict))
    return await tableFigures(open)
  } finally {
    await browser.close()
    await rm(folder, { recursive: true })
  }
}

async function buildPage(outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(import.meta.dirname, '../../test/fixtures/widgets-page'),
    plugins: [vue()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { outDir, emptyOutDir: true },
  })
}

async function show(
  browser: Browser,
  folder: string,
  { scene, rows, policy }: Readonly<{ scene: string; rows: number; policy: string }>,
): Promise<Shown> {
  const page = await (await browser.newContext()).newPage()
  await page.route(`${ADDRESS}**`, async (route) => {
    const { pathname } = new URL(route.request().url())
    const file = pathname === '/' ? '/index.html' : pathname
    await route.fulfill({
      body: await readFile(join(folder, file)),
      contentType: TYPES[extname(file)] ?? 'application/octet-stream',
      headers: { 'Content-Security-Policy': policy },
    })
  })
  await page.goto(ADDRESS)
  await page.waitForFunction(() => 'widgets' in window)
  const firstFrameMs = await page.evaluate(([name, count]) => window.widgets.show(name, count), [
    scene,
    rows,
  ] as const)
  await page.locator('#before').focus()
  return { page, devtools: await page.context().newCDPSession(page), firstFrameMs }
}

type Answers = Record<string, Readonly<{ ours: boolean; naive: boolean }>>

/** Which steps of each walk came out as they should, for both. */
async function walkAll(open: (scene: string) => Promise<Shown>): Promise<Answers> {
  const answers: Answers = {}
  for (const [widget, steps] of Object.entries(WALKS)) {
    const ours = await open(`${widget}/ours`)
    const naive = await open(`${widget}/naive`)
    for (const [name, step] of Object.entries(steps)) {
      answers[`${widget}: ${name}`] = {
        ours: await step(ours.page, ours.devtools),
        naive: await step(naive.page, naive.devtools),
      }
    }
    await ours.page.context().close()
    await naive.page.context().close()
  }
  return answers
}

/** What a page whose styles may not be written into it had to refuse. */
async function violationsOf(
  open: (scene: string) => Promise<Shown>,
): Promise<Record<string, Readonly<{ ours: string; naive: string }>>> {
  const refused = async (scene: string): Promise<string> => {
    const { page } = await open(scene)
    const all = await page.evaluate(() => [...window.widgets.violations])
    await page.context().close()
    return [...new Set(all)]
      .map((directive) => `${all.filter((each) => each === directive).length} ${directive}`)
      .join(', ')
  }
  const found: Record<string, Readonly<{ ours: string; naive: string }>> = {}
  for (const widget of [...Object.keys(WALKS), 'paragraphs']) {
    found[widget] = {
      ours: await refused(`${widget}/ours`),
      naive: await refused(`${widget}/naive`),
    }
  }
  return found
}

/** What one showing of 100,000 rows costs. */
type Cost = Readonly<{ firstFrame: number; jump: number; elements: number; stops: number }>

async function tableFigures(open: (scene: string) => Promise<Shown>): Promise<readonly Figure[]> {
  const costs: Record<'ours' | 'naive', Cost[]> = { ours: [], naive: [] }
  for (let turn = 0; turn <= TURNS; turn += 1) {
    for (const side of ['ours', 'naive'] as const) {
      const cost = await costOf(await open(`table/${side}`))
      // The first turn wakes things up.
      if (turn > 0) costs[side].push(cost)
    }
  }
  const compared = (name: string, unit: string, of: (cost: Cost) => number): Figure =>
    figure(
      `table of 100,000 rows: ${name}`,
      unit,
      median(costs.ours.map(of)),
      'NDataTable, virtual-scroll',
      median(costs.naive.map(of)),
    )
  return [
    compared('to the first frame', 'ms', ({ firstFrame }) => firstFrame),
    compared('scrolled to the middle, to the next frame', 'ms', ({ jump }) => jump),
    compared('elements in the page', '', ({ elements }) => elements),
    compared('stops for Tab', '', ({ stops }) => stops),
  ]
}

async function costOf({ page, firstFrameMs }: Shown): Promise<Cost> {
  const seen = await page.evaluate(async () => {
    const count = (selector: string): number => document.querySelectorAll(`#app ${selector}`).length
    const elements = count('*')
    const stops = count('[tabindex="0"]')
    const [scroller] = [...document.querySelectorAll('#app *')].filter(
      (each) => each.scrollHeight > 1_000_000 && each.clientHeight < 1_000,
    )
    if (scroller === undefined) throw new Error('nothing scrolls')
    const start = performance.now()
    scroller.scrollTop = scroller.scrollHeight / 2
    // The frame that tells of scrolling, and the one that shows what was drawn for it.
    for (let frame = 0; frame < 2; frame += 1) {
      await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))
    }
    return { elements, stops, jump: performance.now() - start }
  })
  await page.context().close()
  return { ...seen, firstFrame: firstFrameMs }
}
