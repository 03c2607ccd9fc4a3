/** Letters on their way out, right after a call and many at once, by keyboard; and back in, to be verified. */
import { createHash } from 'node:crypto'

import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest'

import { signIn, signOut } from '../kit/board.ts'
import { fillIntake, openCase, openIntake, openRoom } from '../kit/complaint.ts'
import { type Desk, launchChromium, openWorkspace } from '../kit/desk.ts'
import { type Host, startHost } from '../kit/host.ts'
import { DEMO_CHAIR, settle } from '../kit/screens.ts'
import { type Unzipped, unzip } from '../../main/exports/archive-tools.ts'

const CLERK = { username: 'an.vo', password: DEMO_CHAIR.password }
const CALLER = { fullName: 'Đỗ Thị Hoà', phone: '0903.123.456', account: 'hoado90' }

type PrintWindow = Window & { printedPages?: number }

let browser: Browser
let host: Host
let desk: Desk
let exported: readonly Unzipped[] = []

beforeAll(async () => {
  browser = await launchChromium(inject('chromiumPath'))
  host = await startHost({ demo: true })
  desk = await openWorkspace(browser, host)
})
afterAll(async () => {
  await browser.close()
  await host.stop()
})
afterEach(async (context) => {
  if (context.task.result?.state === 'fail') await desk.shoot('letters-out-failed')
  expect(desk.faults).toEqual([])
})

/** A printer: counts the pages it is given, and the dialog closes at once. */
async function plugInPrinter(): Promise<void> {
  await desk.page.evaluate(() => {
    window.print = () => {
      const pages = document.querySelectorAll('.print-pages img').length
      ;(window as PrintWindow).printedPages = pages
      window.dispatchEvent(new Event('afterprint'))
    }
  })
}

async function printed(): Promise<number> {
  const pages = await desk.page.waitForFunction(() => (window as PrintWindow).printedPages)
  await desk.page.evaluate(() => delete (window as PrintWindow).printedPages)
  return Number(await pages.jsonValue())
}

async function hasFocus(target: Locator): Promise<void> {
  await target.waitFor()
  await desk.page.waitForFunction(
    (element) => element === document.activeElement,
    await target.elementHandle(),
  )
}

async function keys(...pressed: readonly string[]): Promise<void> {
  for (const key of pressed) await desk.page.keyboard.press(key)
}

it('sends the acknowledgement to the second person and prints the sheet, in six keys after the call', async () => {
  const { t, page } = desk
  await signIn(desk, CLERK)
  await openIntake(desk)
  await fillIntake(desk, CALLER)
  await plugInPrinter()
  await keys('Control+Enter')
  const saved = desk.region(t('intake.saved.title'))
  await saved.waitFor()
  const code = /KN-\d{4}-\d{4}/.exec(await saved.innerText())?.[0] ?? ''

  await keys('Tab', 'Tab')
  await hasFocus(desk.button(t('letters.receipt.acknowledge')))
  await keys('Enter')
  await hasFocus(desk.button(t('letters.receipt.sheet')))
  await keys('Enter')
  expect(await printed()).toBeGreaterThan(0)
  const again = desk.button(t('letters.receipt.again', { number: '01/PTN-BQT' }))
  await hasFocus(again)
  await keys('Enter')
  expect(await printed()).toBeGreaterThan(0)

  await openCase(desk, code)
  await openRoom(desk, 'letters')
  const rows = page.getByRole('grid', { name: t('case.rooms.letters') }).getByRole('row')
  const texts = await rows.allInnerTexts()
  expect(texts).toHaveLength(3)
  expect(texts.join('\n')).toContain(t('terms.letterStanding.submitted'))
  // Printed twice, numbered once; and it waits for nobody.
  expect(texts.join('\n')).toContain('01/PTN-BQT')
  expect(texts.join('\n')).toContain(t('letters.list.made'))
  await signOut(desk, { fullName: 'Võ Hoài An' })
})

it('exports the letters chosen in the list, with sums that are right', async () => {
  const { t, page } = desk
  await signIn(desk, DEMO_CHAIR)
  await desk.enter(t('frame.letters'))
  await desk.heading(t('letters.list.title'))
  const tabs = page.getByRole('navigation', { name: t('letters.list.tabs') })
  await tabs.getByRole('link', { name: t('letters.list.tab.dispatched') }).focus()
  await keys('Enter')
  const rows = page.getByRole('grid').getByRole('row')
  await rows.nth(4).waitFor()
  const shown = await Promise.all([1, 2, 4].map((row) => rows.nth(row).innerText()))
  await rows.nth(1).focus()
  // Three by a range, one of them given back, another taken in.
  await keys('Space', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Space', 'ArrowDown', 'Space')
  await desk.sees(t('letters.list.chosen', { n: 3 }))

  await desk.button(t('letters.list.export')).focus()
  await keys('Enter')
  const dialog = desk.dialog(t('letters.export.title'))
  await desk.sees(t('letters.export.count', { n: 3 }), dialog)
  await desk.button(t('letters.export.zip'), dialog).focus()
  const { name, bytes } = await desk.saved(() => keys('Enter'))
  await desk.sees(t('letters.export.downloaded', { n: 3 }), dialog)
  await keys('Escape')
  await dialog.waitFor({ state: 'detached' })

  expect(name).toMatch(/^Hoi Am \d{4}-\d{2}-\d{2}\.zip$/)
  const files = await unzip(bytes)
  exported = files.filter(({ entry }) => entry.fileName !== 'SHA256SUMS')
  const sums = files.find(({ entry }) => entry.fileName === 'SHA256SUMS')?.content.toString() ?? ''
  expect(sums.trim().split('\n').toSorted()).toEqual(
    exported
      .map(({ entry, content }) => {
        const sum = createHash('sha256').update(content).digest('hex')
        return `${sum}  ${entry.fileName}`
      })
      .toSorted(),
  )
  const codes = exported.map(({ entry }) => entry.fileName.slice(0, 'KN-2026-0001'.length))
  expect(codes.toSorted()).toEqual(
    shown.map((text) => /KN-\d{4}-\d{4}/.exec(text)?.[0] ?? '').toSorted(),
  )
})

it('exports by kind and day, and says when there is nothing', async () => {
  const { t } = desk
  await desk.press(t('letters.export.open'))
  const dialog = desk.dialog(t('letters.export.title'))
  await dialog.getByText(/\d/, { exact: false }).first().waitFor()
  await dialog.getByLabel(t('terms.letterKind.L6'), { exact: true }).check()
  await desk.sees(t('letters.export.none'), dialog)
  expect(await desk.button(t('letters.export.zip'), dialog).isDisabled()).toBe(true)
  await dialog.getByLabel(t('terms.letterKind.L6'), { exact: true }).uncheck()
  await desk.fill(t('letters.export.from'), '31/12/2026', dialog)
  await desk.fill(t('letters.export.to'), '1/1/2026', dialog)
  await keys('Tab')
  await desk.sees(t('issues.END_BEFORE_START'), dialog)
  await keys('Escape')
  await dialog.waitFor({ state: 'detached' })
})

it('verifies what it exported, dropped anywhere on the page, and does not leave to open it', async () => {
  const { t, page } = desk
  await desk.press(t('letters.verify.title'))
  await desk.heading(t('letters.verify.title'))
  const files = exported.map(({ entry, content }) => ({
    name: entry.fileName,
    base64: content.toString('base64'),
  }))
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer()
    for (const { name, base64 } of given) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      data.items.add(new File([bytes], name, { type: 'application/pdf' }))
    }
    return data
  }, files)
  const banner = page.getByRole('banner')
  await banner.dispatchEvent('dragover', { dataTransfer: transfer })
  await desk.sees(t('letters.verify.dropHere'))
  await banner.dispatchEvent('drop', { dataTransfer: transfer })
  await desk.sees(t('letters.verify.checked', { done: 3, total: 3 }))
  const results = page.getByRole('list', { name: t('letters.verify.results') })
  await desk.sees(t('letters.verify.result.genuine'), results)
  for (const { name } of files) {
    const article = page.getByRole('article', { name })
    await desk.sees(t('letters.verify.result.genuine'), article)
    await article.getByRole('link', { name: name.slice(0, 'KN-2026-0001'.length) }).waitFor()
  }
})

it('keeps what narrows the list when a letter was looked at', async () => {
  const { t, page } = desk
  await desk.enter(t('frame.letters'))
  const tabs = page.getByRole('navigation', { name: t('letters.list.tabs') })
  await tabs.getByRole('link', { name: t('letters.list.tab.dispatched') }).click()
  const filters = page.getByRole('search', { name: t('letters.list.filters') })
  // The rows before stay until those of this kind are there.
  const listed = page.waitForResponse(
    (response) =>
      response.url().endsWith('/api/letters.list') &&
      (response.request().postData()?.includes('"L4"') ?? false),
  )
  await desk.field(t('letters.columns.kind'), filters).selectOption(t('terms.letterKind.L4'))
  await listed
  await settle(desk)
  const grid = page.getByRole('grid')
  await grid.getByRole('row').nth(1).waitFor()
  await grid.getByRole('row').nth(1).focus()
  await keys('Enter')
  await page.locator('canvas').first().waitFor()
  await page.goBack()
  await grid.getByRole('row').nth(1).waitFor()
  expect(
    await desk.field(t('letters.columns.kind'), filters).locator('option:checked').innerText(),
  ).toBe(t('terms.letterKind.L4'))
  await desk.field(t('letters.columns.kind'), filters).selectOption(t('terms.letterKind.L6'))
  await desk.sees(t('letters.list.noneFound'))
  await desk.press(t('letters.list.widen'))
  await grid.getByRole('row').nth(1).waitFor()
})
