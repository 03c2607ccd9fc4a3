/** The board's complaints as a whole, by keyboard alone: found, put in order, handed out, counted, reported. */
import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest'

import { DEADLINE_RULES } from '#core/deadlines/rule-table.ts'
import { signIn } from '../kit/board.ts'
import { type Desk, launchChromium, openWorkspace } from '../kit/desk.ts'
import { fingersOn } from '../kit/fingers.ts'
import { type Host, startHost } from '../kit/host.ts'
import { DEMO_CHAIR } from '../kit/screens.ts'

let browser: Browser
let host: Host
let desk: Desk

beforeAll(async () => {
  browser = await launchChromium(inject('chromiumPath'))
  host = await startHost({ demo: true })
  desk = await openWorkspace(browser, host)
  await signIn(desk, DEMO_CHAIR)
  await desk.page.evaluate(() => {
    addEventListener('pointerdown', () => document.body.setAttribute('data-mouse', ''), true)
  })
})
afterAll(async () => {
  await browser.close()
  await host.stop()
})
afterEach(async (context) => {
  if (context.task.result?.state === 'fail') await desk.shoot('work-list-failed')
  expect(desk.faults).toEqual([])
  expect(await desk.page.locator('body[data-mouse]').count(), 'no mouse was used').toBe(0)
})

const { keys, type, reach, use, write } = fingersOn(() => desk)

const grid = (): Locator => desk.page.getByRole('grid', { name: desk.t('complaints.title') })
const rows = (): Locator => grid().locator('tbody tr[data-row]')

async function goTo(name: string): Promise<void> {
  await keys('Control+k')
  const palette = desk.dialog(desk.t('palette.title'))
  await palette.waitFor()
  await type(name)
  await palette.getByRole('option', { name }).first().waitFor()
  await keys('Enter')
  await palette.waitFor({ state: 'detached' })
}

/** The codes of the rows on the screen, once they have settled. */
async function codes(): Promise<readonly string[]> {
  await grid().waitFor()
  await desk.page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
  const texts = await rows().allInnerTexts()
  return texts.map((text) => /KN-\d{4}-\d+/u.exec(text)?.[0] ?? '')
}

/** One row is a stop for Tab, the one where the focus was last; Home goes to the first from there. */
async function reachFirstRow(): Promise<void> {
  await reach(grid().locator('tbody tr[tabindex="0"]'))
  await keys('Home')
}

async function until(check: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) {
    if (await check()) return
    await desk.page.waitForTimeout(50)
  }
  throw new Error('it never came true')
}

it('the palette goes to the list, and the head of a column puts it in order', async () => {
  const { t } = desk
  await goTo(t('complaints.title'))
  await desk.heading(t('complaints.title'))
  const head = grid().getByRole('columnheader', { name: t('complaints.column.code') })
  await use(head.getByRole('button'))
  await until(async () => (await head.getAttribute('aria-sort')) === 'ascending')
  await until(async () => {
    const shown = await codes()
    return shown.length > 5 && shown.join() === shown.toSorted().join()
  })
  await keys('Enter')
  await until(async () => {
    const shown = await codes()
    return shown.length > 5 && shown.join() === shown.toSorted().toReversed().join()
  })
})

it('the keys are listed at one key, but not where somebody writes, and from the palette', async () => {
  const { t, page } = desk
  const help = desk.dialog(t('shortcuts.title'))
  const search = page.getByRole('searchbox', { name: t('complaints.search') })
  const all = await codes()
  await write(t('complaints.search'), 'ai?')
  expect(await search.inputValue()).toBe('ai?')
  expect(await help.count()).toBe(0)
  // What is typed is asked after a pause: the list is read twice before its rows stay.
  await page.waitForURL((url) => url.href.includes('search='))
  await keys('Control+a', 'Delete')
  await page.waitForURL((url) => !url.href.includes('search='))
  await until(async () => (await codes()).join() === all.join())

  await reachFirstRow()
  const row = await page.evaluateHandle(() => document.activeElement)
  await keys('?')
  await help.waitFor()
  await desk.sees(t('shortcuts.palette'), help)
  await keys('Escape')
  await help.waitFor({ state: 'detached' })
  await expect.poll(() => row.evaluate((element) => element === document.activeElement)).toBe(true)

  await goTo(t('shortcuts.title'))
  await help.waitFor()
  await keys('Escape')
  await help.waitFor({ state: 'detached' })
})

it('whoever comes back from a case finds rows, scroll and focus, and goes on from case to case', async () => {
  const { t, page } = desk
  const head = page.locator('.case-head')
  const focused = page.locator('tbody tr:focus')
  const scroll = () => grid().evaluate((table) => table.parentElement?.scrollTop)
  const all = await codes()
  const at = all.length - 2
  const [here = '', next = ''] = all.slice(at)
  await reachFirstRow()
  for (let turn = 0; turn < at; turn += 1) await keys('ArrowDown')
  await until(async () => (await focused.innerText()).includes(here))
  const scrolled = await scroll()
  expect(scrolled).toBeGreaterThan(100)

  await keys('Enter')
  await head.getByText(here).waitFor()
  await keys('Alt+PageDown')
  await head.getByText(next).waitFor()
  await keys('Alt+PageUp')
  await head.getByText(here).waitFor()
  await use(desk.link(t('complaints.neighbours.back')))
  await focused.waitFor()
  expect(await focused.innerText()).toContain(here)
  expect(await scroll()).toBe(scrolled)

  // The browser's own way back leads there as well, and to the case that was read last.
  await keys('Enter')
  await head.getByText(here).waitFor()
  await keys('Alt+PageDown')
  await head.getByText(next).waitFor()
  await page.goBack()
  await focused.waitFor()
  expect(await focused.innerText()).toContain(next)

  // A row is a link: what its address opens beside is the case, for whoever is signed in.
  const address = await focused.locator('a').getAttribute('href')
  const beside = await page.context().newPage()
  await beside.goto(new URL(address ?? '', page.url()).href)
  await beside.locator('.case-head').getByText(next).waitFor()
  await beside.close()
})

it('a filter and its order are kept under a name, and come back by it', async () => {
  const { t, page } = desk
  await reach(desk.field(t('complaints.addFilter')))
  await keys('ArrowDown')
  // Only the one the keys are on is tinted: nothing in the list looks chosen before it is.
  const tints = await page
    .getByRole('option')
    .evaluateAll((all) => all.map((option) => getComputedStyle(option).backgroundColor))
  expect(tints.filter((tint) => tint !== 'rgba(0, 0, 0, 0)').length).toBeLessThanOrEqual(1)
  await type(t('terms.severity.high'))
  await page
    .getByRole('option', {
      name: t('complaints.chip.severity', { name: t('terms.severity.high') }),
    })
    .waitFor()
  await keys('Enter', 'Escape')
  await until(async () => page.url().includes('severity=high'))
  const narrowed = await codes()
  expect(narrowed.length).toBeGreaterThan(0)
  await use(desk.button(t('complaints.views.keep')))
  await write(t('complaints.views.name'), 'Nặng, mới nhất trước')
  await keys('Enter')
  const view = page
    .getByRole('navigation', { name: t('complaints.views.label') })
    .getByRole('button', {
      name: 'Nặng, mới nhất trước',
      exact: true,
    })
  await view.waitFor()
  await goTo(t('complaints.title'))
  await until(async () => !page.url().includes('severity'))
  await use(view)
  await until(async () => page.url().includes('severity=high') && page.url().includes('sort=-code'))
  await until(async () => (await codes()).join() === narrowed.join())
})

it('columns are chosen by key, and the last one cannot be taken away', async () => {
  const { t } = desk
  await use(desk.button(t('complaints.columns.title')))
  const dialog = desk.dialog(t('complaints.columns.title'))
  await reach(dialog.getByLabel(t('complaints.column.dueDay'), { exact: true }))
  await keys('Space')
  await reach(dialog.getByLabel(t('complaints.column.channel'), { exact: true }))
  await keys('Space')
  await use(desk.button(t('complaints.columns.choose'), dialog))
  await dialog.waitFor({ state: 'detached' })
  await grid()
    .getByRole('columnheader', { name: t('complaints.column.channel') })
    .waitFor()
  await grid()
    .getByRole('columnheader', { name: t('complaints.column.dueDay') })
    .waitFor()
})

it('several are chosen with Space and Shift, handed to somebody, and leave as a file', async () => {
  const { t } = desk
  await goTo(t('complaints.title'))
  await until(async () => !desk.page.url().includes('severity'))
  await codes()
  await reachFirstRow()
  await keys('Space', 'Shift+ArrowDown', 'Shift+ArrowDown')
  await desk.sees(t('complaints.bulk.chosen', { n: 3 }))
  const three = (await codes()).slice(0, 3)
  // The acts stand above the list: Shift+Tab walks back to them.
  const bar = desk.page.getByRole('toolbar', { name: t('complaints.bulk.label') })
  await use(desk.button(t('complaints.bulk.assign'), bar))
  const dialog = desk.page.getByRole('dialog')
  await reach(desk.field(t('complaints.assignee'), dialog))
  await type('Phạm Thu Thảo')
  await desk.page.getByRole('option', { name: /^Phạm Thu Thảo/u }).waitFor()
  await keys('Enter')
  await use(desk.button(t('complaints.bulk.assign'), dialog))
  await dialog.waitFor({ state: 'detached' })
  for (const code of three) {
    const row = rows().filter({ hasText: code })
    await until(async () => /Phạm Thu Thảo/u.test(await row.innerText()))
  }
  await reachFirstRow()
  await keys('Space', 'Shift+ArrowDown')
  await desk.sees(t('complaints.bulk.chosen', { n: 2 }))
  const file = await desk.saved(() => use(desk.button(t('complaints.bulk.csv'), bar)))
  const lines = file.bytes.toString('utf8').trim().split('\r\n')
  expect(file.name).toMatch(/\.csv$/u)
  expect(lines).toHaveLength(3)
  expect(lines.slice(1).map((line) => /KN-\d{4}-\d+/u.exec(line)?.[0])).toEqual(
    (await codes()).slice(0, 2),
  )
})

it('words typed narrow the list, and each row says where they stand', async () => {
  const { t, page } = desk
  await goTo(t('complaints.title'))
  await reach(page.getByRole('searchbox', { name: t('complaints.search') }))
  await type('dien thoai')
  await until(async () => page.url().includes('search='))
  await until(async () => (await rows().locator('mark').count()) > 0)
  const marked = await rows().locator('mark').first().innerText()
  expect(marked.toLocaleLowerCase('vi')).toMatch(/điện|thoại/u)
  await keys('Control+a')
  await type('khongcogica')
  await desk.sees(t('complaints.noneFound'))
})

it('the figures of a period stand beside their pictures, and leave as a report and as tables', async () => {
  const { t, page } = desk
  await goTo(t('figures.title'))
  await desk.heading(t('figures.title'))
  await page.getByRole('table').first().waitFor()
  expect(await page.getByRole('table').count()).toBeGreaterThan(4)
  const report = await desk.saved(() => use(desk.button(t('figures.report'))))
  expect(report.bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  const sheets = await desk.saved(() => use(desk.button(t('complaints.bulk.xlsx'))))
  expect(sheets.bytes.subarray(0, 2).toString('latin1')).toBe('PK')
})

it('a time limit is changed by key, and the table says that it was', async () => {
  const { t, page } = desk
  const rule = DEADLINE_RULES.find(({ code }) => code === 'T-DSR-ACK')
  if (rule === undefined) throw new Error('no such rule')
  await goTo(t('frame.settings'))
  await use(page.getByRole('link', { name: t('settings.section.limits') }))
  await use(page.getByRole('button', { name: t('limits.editOf', { rule: rule.name.vi }) }))
  const dialog = desk.dialog(rule.name.vi)
  await reach(desk.field(t('limits.amount'), dialog))
  await keys('Control+a')
  await type('0')
  await keys('Enter')
  await desk.sees(t('issues.LIMIT_NUMBER'), dialog)
  await reach(desk.field(t('limits.amount'), dialog))
  await keys('Control+a')
  await type('3')
  const foretold = dialog.getByRole('status')
  await until(async () => /KN-\d{4}-\d{4}/u.test(await foretold.innerText()))
  await keys('Enter')
  await dialog.waitFor({ state: 'detached' })
  const row = page.getByRole('row').filter({ hasText: rule.name.vi })
  await until(async () => (await row.innerText()).includes(t('limits.edited')))
})
