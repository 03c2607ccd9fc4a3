/** What an inspector asks for: the registers over all cases, and how the days of a limit were counted; by keyboard alone. */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest'

import { DEADLINE_RULES } from '#core/deadlines/rule-table.ts'
import { REGISTERS } from '#core/figures/registers.ts'
import type { MessageKey } from '#renderer/i18n/index.ts'
import { signIn } from './kit/board.ts'
import { type Desk, launchChromium, openWorkspace } from './kit/desk.ts'
import { fingersOn } from './kit/fingers.ts'
import { type Host, startHost } from './kit/host.ts'
import { DEMO_CHAIR } from './kit/screens.ts'
import { openLiveCase } from './kit/ways.ts'

let browser: Browser
let host: Host
let desk: Desk

beforeAll(async () => {
  browser = await launchChromium(inject('chromiumPath'))
  host = await startHost({ demo: true })
  desk = await openWorkspace(browser, host)
  await signIn(desk, DEMO_CHAIR)
})
afterAll(async () => {
  await browser.close()
  await host.stop()
})
afterEach(async (context) => {
  if (context.task.result?.state === 'fail') await desk.shoot('registers-failed')
  expect(desk.faults).toEqual([])
})

const { keys, reach, use } = fingersOn(() => desk)

/** Goes by the arrows to one of the choices of a bar. */
async function choose(bar: MessageKey, name: string): Promise<void> {
  const choices = desk.page.getByRole('group', { name: desk.t(bar), exact: true })
  const wanted = choices.getByRole('radio', { name, exact: true })
  await reach(choices.getByRole('radio', { checked: true }))
  for (let step = 0; step < 6 && !(await wanted.isChecked()); step += 1) await keys('ArrowRight')
  expect(await wanted.isChecked()).toBe(true)
}

it('each register is read on the screen and leaves as a workbook and as a paper', async () => {
  const { t, page } = desk
  await desk.enter(t('figures.title'))
  await desk.heading(t('figures.title'))
  await use(desk.button(t('figures.registers.title')))
  await desk.heading(t('figures.registers.title'))
  await choose('figures.period', t('figures.kind.year'))
  for (const register of REGISTERS) {
    const name = t(`figures.registers.name.${register}`)
    await choose('figures.registers.which', name)
    const table = page.getByRole('group', { name: t('figures.registers.tableOf', { name }) })
    await table.getByRole('row').nth(1).waitFor()
    expect(await table.innerText()).toMatch(/KN-\d{4}-\d+/u)
  }
  const sheet = await desk.saved(() => use(desk.button(t('complaints.bulk.xlsx'))))
  expect(sheet.bytes.subarray(0, 2).toString('latin1')).toBe('PK')
  const paper = await desk.saved(() => use(desk.button(t('figures.registers.pdf'))))
  expect(paper.bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  expect(paper.name).toContain('.pdf')
})

it('a line leads to its case', async () => {
  const { t, page } = desk
  await choose('figures.registers.which', t('figures.registers.name.complaints'))
  const link = page.getByRole('link', { name: /^KN-\d{4}-\d+$/u }).first()
  await link.waitFor()
  const code = await link.innerText()
  await use(link)
  await desk.sees(code)
})

it('a clock says how each day was counted, folded, when asked', async () => {
  const { t, page } = desk
  await openLiveCase(desk, 'overview')
  const rule = DEADLINE_RULES.find(({ code }) => code === 'T-POL-30')
  const name = `${t('duties.count.open')}: ${rule?.name.vi ?? '?'}`
  const promise = page.getByRole('button', { name })
  await promise.waitFor()
  expect(await promise.getAttribute('aria-expanded')).toBe('false')
  await use(promise)
  const told = page.locator(`#${(await promise.getAttribute('aria-controls')) ?? ''}`)
  await told.getByRole('listitem').first().waitFor()
  expect(await told.getByRole('listitem').count()).toBeLessThan(8)
  const [sum = ''] = t('duties.count.sum', { n: 30, day: '|' }).split('|')
  expect(await told.innerText()).toContain(t('duties.count.start'))
  expect(await told.innerText()).toContain(sum.trim())
  await use(promise)
  await told.getByRole('listitem').first().waitFor({ state: 'detached' })
})
