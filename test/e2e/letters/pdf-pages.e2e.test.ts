/** The letter's page in a real Chromium under the page's own policy: painted, read aloud, printed. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import vue from '@vitejs/plugin-vue'
import { type Browser, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest'

import type { LetterDocument } from '#core/letters/document.ts'
import { type BrowserHost, startBrowserHost } from '#main/browser/server.ts'
import type { CoreClient } from '#main/host/core-client.ts'
import { createTypesetter } from '#main/letters/typesetter.ts'
import { startEchoCore } from '#test/fixtures/core-child/start.ts'
import { RESULT_LETTER_VI } from '#test/fixtures/letters/sample-documents.ts'
import type { LetterPage } from '#test/fixtures/pdf-page/page.ts'
import { expectNear, rules } from '#test/main/letters/pdf-tools.ts'

declare global {
  interface Window {
    readonly letterPage: LetterPage
  }
}

const ROOT = join(import.meta.dirname, '../../..')
const TYPED = 'Ban quản trị đã đối chiếu nhật ký.'
/** Blocks this large are compared, so that the rounding of a line's edge does not count. */
const BLOCK = 10

/** A page with a black square in its middle that is a remark not meant for print. */
const REMARKED = `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Annots[4 0 R]>> endobj
4 0 obj <</Type/Annot/Subtype/Square/Rect[50 50 150 150]/F 0/AP<</N 5 0 R>>>> endobj
5 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 100 100]/Length 20>> stream
0 g 0 0 100 100 re f
endstream endobj
trailer <</Root 1 0 R>>`

let folder: string
let browser: Browser
let core: CoreClient
let host: BrowserHost
let page: Page
let faults: string[]
/** The letter after each key stroke, and one of many pages. */
let letters: readonly Buffer[]
let long: Buffer

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hoi-am-pdf-page-'))
  await build({
    configFile: false,
    logLevel: 'error',
    root: 'test/fixtures/pdf-page',
    plugins: [vue()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { outDir: join(folder, 'page'), emptyOutDir: true, minify: false },
  })
  const typesetter = createTypesetter({
    resourcesDir: join(ROOT, 'resources'),
    workerUrl: new URL('../../../src/main/letters/typeset-worker.ts', import.meta.url),
  })
  const typeset = async (texts: readonly string[]): Promise<Buffer> =>
    Buffer.from((await typesetter.typeset(withTexts(texts))).bytes)
  letters = await Promise.all([8, 16, 24, TYPED.length].map((n) => typeset([TYPED.slice(0, n)])))
  long = await typeset(Array.from({ length: 150 }, (_, n) => `Đoạn ${n}: ${TYPED.repeat(9)}`))
  await typesetter.close()
  browser = await chromium.launch({
    executablePath: inject('chromiumPath'),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
  })
})

afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true })
})

beforeEach(async () => {
  core = startEchoCore()
  host = await startBrowserHost({ core, rendererDir: join(folder, 'page'), port: 0 })
  page = await (await browser.newContext({ viewport: { width: 1180, height: 800 } })).newPage()
  faults = []
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(host.launchUrl)
  await page.getByRole('button', { name: 'In' }).waitFor()
})

afterEach(async () => {
  expect(await page.evaluate(() => window.letterPage.violations)).toEqual([])
  expect(faults).toEqual([])
  await page.context().close()
  await host.close()
  await core.close()
})

it('paints the page as another program paints the same bytes, and lays its text over it', async () => {
  await show(letters[0])
  await choose('100')
  const painted = await page.locator('.pdf-sheet canvas').first().evaluate(greyBlocks, BLOCK)
  expect(difference(painted, popplerBlocks(letters[0], 96))).toBeLessThan(3)
  await page.getByText('Bà Đỗ Thị Hoà').first().waitFor({ state: 'attached' })
  const words = page.locator('.pdf-text span', { hasText: 'khiếu nại về thông tin cá nhân' })
  await words.waitFor()
})

it('shows the newest of many and never has more than one thread at work', async () => {
  const newest = letters.length - 1
  await page.evaluate(
    async (all) => {
      const list = all.map((text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)))
      for (const bytes of list.slice(0, -1)) {
        window.letterPage.show(bytes)
        await new Promise(requestAnimationFrame)
      }
      await window.letterPage.showAndWait(list.at(-1) ?? new Uint8Array())
    },
    letters.map((letter) => letter.toString('base64')),
  )
  expect(await page.evaluate(() => window.letterPage.drawn.length)).toBeLessThanOrEqual(newest + 1)
  await page.getByText(TYPED).first().waitFor({ state: 'attached' })
  expect(await page.locator('.pdf-sheet').count()).toBe(2)
  expect(page.workers()).toHaveLength(1)
  const ended = page.workers()[0]?.waitForEvent('close')
  await page.evaluate(() => window.letterPage.close())
  await ended
})

it('keeps the sheet, its place and the keyboard while the text below it changes', async () => {
  await show(letters[0])
  const sheet = await page.locator('.pdf-sheet').first().elementHandle()
  await page.locator('.scroller').evaluate((scroller) => (scroller.scrollTop = 333))
  await page.getByRole('textbox').focus()
  await show(letters[1])
  expect(await page.locator('.scroller').evaluate((scroller) => scroller.scrollTop)).toBe(333)
  expect(await sheet.evaluate((element) => element.isConnected)).toBe(true)
  await expect(
    page.getByRole('textbox').evaluate((box) => box === document.activeElement),
  ).resolves.toBe(true)
})

it('says that a file cannot be read, keeps what it showed, and goes on', async () => {
  await show(letters[0])
  // The page below those in view is painted a moment later.
  await page.locator('.pdf-sheet canvas').nth(1).waitFor({ state: 'attached' })
  await page.evaluate(() => window.letterPage.show(new TextEncoder().encode('no PDF')))
  await page.getByRole('alert').waitFor()
  expect(await page.locator('.pdf-sheet canvas').count()).toBe(2)
  await show(letters[1])
  await page.getByRole('alert').waitFor({ state: 'detached' })
})

it('paints of a long file only what is near, and the rest when it comes into view', async () => {
  await show(long)
  const sheets = page.locator('.pdf-sheet')
  const count = await sheets.count()
  expect(count).toBeGreaterThan(12)
  await sheets.nth(6).locator('canvas').waitFor()
  expect(await page.locator('.pdf-sheet canvas').count()).toBe(7)
  await page.locator('.scroller').evaluate((scroller) => (scroller.scrollTop = 1e6))
  await sheets.last().locator('canvas').waitFor()
  await sheets.first().locator('canvas').waitFor({ state: 'detached' })
})

it('shows a remark for the screen on the screen and not on paper', async () => {
  await show(Buffer.from(REMARKED))
  const centre = (picture: Element): number | undefined => {
    if (!(picture instanceof HTMLCanvasElement || picture instanceof HTMLImageElement)) return
    const brush = document.createElement('canvas').getContext('2d')
    brush?.drawImage(picture, -picture.width / 2, -picture.height / 2)
    return brush?.getImageData(0, 0, 1, 1).data[0]
  }
  expect(await page.locator('.pdf-sheet canvas').evaluate(centre)).toBe(0)
  await openDialog()
  expect(await page.locator('.print-pages img').evaluate(centre)).toBe(255)
})

it('prints the letter and nothing else, at its true size, and clears up', async () => {
  await show(letters[0])
  const button = page.getByRole('button', { name: 'In' })
  await button.focus()
  await openDialog()
  expect(await page.locator('.print-pages').isVisible()).toBe(false)
  const file = join(folder, 'printed.pdf')
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true, printBackground: true }))
  const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' })
  expect(info).toMatch(/^Pages: +2$/mu)
  expect(info).toMatch(/^Page size: +59[456]\.\d* x 84[12](\.\d*)? pts \(A4\)$/mu)
  const sent = join(folder, 'sent.pdf')
  writeFileSync(sent, letters[0] ?? '')
  for (const number of [1, 2]) {
    const drawn = popplerBlocks(readFileSync(file), 100, number)
    expect(difference(drawn, popplerBlocks(readFileSync(sent), 100, number))).toBeLessThan(8)
    const lines = rules(file, number)
    expect(lines).toHaveLength(rules(sent, number).length)
    for (const [index, { left, right, at }] of rules(sent, number).entries()) {
      // A dot of the printed picture is a third of a millimetre; the rules are asked to be right to one.
      expectNear(lines[index]?.left, left, 0.5)
      expectNear(lines[index]?.right, right, 0.5)
      expectNear(lines[index]?.at, at, 0.5)
    }
  }
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await page.evaluate(() => window.letterPage.printed())
  expect(await page.locator('.print-pages').count()).toBe(0)
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
})

it('clears up where nothing tells that the dialog is closed, and prints again', async () => {
  await show(letters[0])
  for (const letter of [letters[1], letters[2]]) {
    await show(letter)
    await openDialog()
    await page.mouse.move(100, 100)
    await page.mouse.move(120, 120)
    await page.evaluate(() => window.letterPage.printed())
    expect(await page.locator('.print-pages').count()).toBe(0)
  }
})

it('leaves nothing behind when there is nothing to print', async () => {
  const outcome = await page.evaluate(async () => {
    window.letterPage.show(new TextEncoder().encode('no PDF'))
    document.querySelector('button')?.click()
    return window.letterPage.printed().catch((failure: unknown) => String(failure))
  })
  expect(outcome).toContain('InvalidPDFException')
  expect(await page.locator('.print-pages').count()).toBe(0)
  await page.getByRole('alert').waitFor()
})

function withTexts(texts: readonly string[]): LetterDocument {
  const blocks = texts.map((text) => ({ type: 'paragraph' as const, text }))
  return {
    ...RESULT_LETTER_VI,
    parts: RESULT_LETTER_VI.parts.map((part) =>
      part.key === 'finding' ? { ...part, blocks: [...part.blocks, ...blocks] } : part,
    ),
  }
}

async function show(letter: Buffer | undefined): Promise<void> {
  await page.evaluate(
    (text) =>
      window.letterPage.showAndWait(Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))),
    (letter ?? Buffer.alloc(0)).toString('base64'),
  )
}

/** Prints, until the dialog of the system would be shown. */
async function openDialog(): Promise<void> {
  await page.evaluate(() => {
    document.body.removeAttribute('data-dialog')
    window.print = () => document.body.setAttribute('data-dialog', '')
  })
  await page.getByRole('button', { name: 'In' }).press('Enter')
  await page.locator('body[data-dialog]').waitFor()
}

/** Brings the page to a size by its own buttons. */
async function choose(percent: string): Promise<void> {
  const shown = page.locator('.percent')
  await page.getByRole('button', { name: 'Phóng to' }).click()
  while (!(await shown.innerText()).startsWith(percent)) {
    await page.getByRole('button', { name: 'Thu nhỏ' }).click()
  }
  const width = Math.floor((210 / 25.4) * 96)
  await page.locator(`.pdf-sheet canvas[width="${width}"]`).first().waitFor()
}

/** How dark each block of a canvas is, row by row. Runs in the page. */
function greyBlocks(element: Element, block: number): number[] {
  if (!(element instanceof HTMLCanvasElement)) throw new Error('no canvas')
  const dots = element.getContext('2d')?.getImageData(0, 0, element.width, element.height).data
  const across = Math.floor(element.width / block)
  const sums: number[] = []
  for (let row = 0; row < Math.floor(element.height / block) * block; row += 1) {
    for (let column = 0; column < across * block; column += 1) {
      const at = Math.floor(row / block) * across + Math.floor(column / block)
      sums[at] = (sums[at] ?? 0) + (dots?.[(row * element.width + column) * 4] ?? 0)
    }
  }
  return sums.map((sum) => sum / block ** 2)
}

/** The same of a page as poppler draws it. */
function popplerBlocks(pdf: Buffer | undefined, dotsPerInch: number, number = 1): number[] {
  const which = ['-f', String(number), '-l', String(number), '-r', String(dotsPerInch)]
  const picture = execFileSync('pdftoppm', ['-gray', ...which, '-'], {
    input: pdf,
    stdio: ['pipe', 'pipe', 'ignore'],
    maxBuffer: 64 * 1024 * 1024,
  })
  const head = /^P5\s(\d+)\s(\d+)\s255\s/u.exec(picture.subarray(0, 64).toString('latin1'))
  const [width, height] = [Number(head?.[1]), Number(head?.[2])]
  const dots = picture.subarray(head?.[0].length ?? 0)
  const across = Math.floor(width / BLOCK)
  const sums: number[] = []
  for (let row = 0; row < Math.floor(height / BLOCK) * BLOCK; row += 1) {
    for (let column = 0; column < across * BLOCK; column += 1) {
      const at = Math.floor(row / BLOCK) * across + Math.floor(column / BLOCK)
      sums[at] = (sums[at] ?? 0) + (dots[row * width + column] ?? 0)
    }
  }
  return sums.map((sum) => sum / BLOCK ** 2)
}

/** How far two pictures are apart on average, of 255. */
function difference(one: readonly number[], other: readonly number[]): number {
  expect(one).toHaveLength(other.length)
  const apart = one.map((grey, index) => Math.abs(grey - (other[index] ?? 0)))
  return apart.reduce((sum, next) => sum + next, 0) / Math.max(apart.length, 1)
}
