/**
 * What an inspector asks for: the registers over all cases, and how the days of a limit were counted, by keyboard alone; and a request
 * for deletion, from the call to the line that says it was carried out and confirmed.
 */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest'

import { DEADLINE_RULES } from '#core/deadlines/rule-table.ts'
import { daysBetween, vietnamDate } from '#core/kernel/calendar.ts'
import { REGISTERS } from '#core/figures/registers.ts'
import type { MessageKey } from '#renderer/i18n/index.ts'
import { pdfText, withoutSpace } from '#test/setup/pdf-text.ts'
import { signIn, signOut } from './kit/board.ts'
import { dayFromNow, fillIntake, openCase, openIntake, openRoom } from './kit/complaint.ts'
import { type Desk, launchChromium, openWorkspace } from './kit/desk.ts'
import { fingersOn } from './kit/fingers.ts'
import { type Host, startHost } from './kit/host.ts'
import { openRegisters } from './kit/inspection.ts'
import { pageShows, submitLetter } from './kit/letter.ts'
import { CHAIR, DEPUTY } from './kit/members.ts'
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

const SELLER = 'Công ty TNHH Nhà hàng Sen Vàng'

/** Approves, issues and sends by post what waits under a name among the letters of a case. */
async function sendLetter(code: string, name: string): Promise<void> {
  const { t, page } = desk
  await openCase(desk, code)
  await openRoom(desk, 'letters')
  await page.getByRole('row', { name }).first().click()
  await desk.press(t('letters.acts.approveAndIssue'))
  const question = desk.dialog(t('letters.approveAndIssue.title'))
  await desk.press(t('letters.acts.approveAndIssue'), question)
  await desk.press(t('letters.dispatch.record'), desk.region(t('letters.dispatch.heading')))
  const sending = desk.dialog(t('letters.dispatch.record'))
  const channel = desk.field(t('letters.dispatch.channel'), sending)
  await channel.selectOption(t('terms.dispatchChannel.post'))
  await desk.press(t('letters.dispatch.record'), sending)
  await sending.waitFor({ state: 'detached' })
}

// Law 91/2025, Articles 10 and 14; Decree 356/2025, Article 5: twenty days, thirty where a processor must act.
it('a request for deletion goes from the call to its execution, confirmed by whom it was passed on to', async () => {
  const { t, page } = desk
  await openIntake(desk)
  await fillIntake(desk, { fullName: 'Đỗ Thị Hòa', phone: '0903.123.456', account: 'hoado90' })
  await desk.field(t('duties.right.delete')).check()
  await desk.field(t('duties.viaProcessor')).check()
  const aloud = await desk.region(t('intake.readBack.title')).innerText()
  const [, day = '', month = '', year = ''] =
    /: xóa dữ liệu\. Trình tự: .* chậm nhất vào .*ngày (\d\d)\/(\d\d)\/(\d{4})\./u.exec(aloud) ?? []
  // A day off at its end moves it on, Tết the farthest.
  const days = daysBetween(vietnamDate(new Date().toISOString()), `${year}-${month}-${day}`)
  expect(days, aloud).toBeGreaterThanOrEqual(30)
  expect(days, aloud).toBeLessThan(45)
  await desk.press(t('intake.save'))
  const saved = desk.region(t('intake.saved.title'))
  await saved.waitFor()
  const code = /KN-\d{4}-\d{4}/u.exec(await saved.innerText())?.[0] ?? ''
  await desk.press(t('letters.receipt.acknowledge'))
  await desk.noticed(t('letters.receipt.acknowledged'))

  await openCase(desk, code)
  await openRoom(desk, 'overview')
  const rights = desk.region(t('duties.rights'))
  await desk.press(t('duties.passedOn.add'), rights)
  await desk.sees(t('issues.IDENTITY_NOT_CHECKED'), rights)
  await desk.fill(t('duties.passedOn.recipient'), SELLER, rights)
  expect(await desk.button(t('common.save'), rights).isDisabled()).toBe(true)
  await page.keyboard.press('Escape')
  await desk.press(t('duties.checkIdentity'), rights)
  await desk.fill(t('duties.against'), 'Số điện thoại đã lưu của tài khoản', rights)
  await desk.press(t('duties.checkIdentity'), rights)
  await desk.button(t('duties.checkAgain'), rights).waitFor()

  await openRoom(desk, 'letters')
  const begin = desk.region(t('case.letters.begin'))
  await desk.field(t('case.letters.kind'), begin).selectOption(t('terms.letterKind.L8'))
  const variant = desk.field(t('letters.particulars.variant'), begin)
  await variant.selectOption(t('terms.letterVariant.pass-on'))
  await desk.press(t('case.letters.draftVi'), begin)
  await desk.region(t('letters.parts.label')).waitFor()
  await page.getByRole('checkbox', { name: t('duties.right.delete') }).check()
  await desk.fill(t('letters.particulars.label.L8.recipientName'), SELLER)
  await desk.fill(t('letters.particulars.label.L8.asked'), 'Số điện thoại của tài khoản hoado90')
  await desk.fill(t('letters.particulars.label.any.replyBy'), dayFromNow(10))
  await page.keyboard.press('Tab')
  await pageShows(desk, code, 'xóa, hủy dữ liệu cá nhân')
  await submitLetter(desk)

  await signOut(desk, CHAIR)
  await signIn(desk, { username: DEPUTY.username, password: DEMO_CHAIR.password })
  await sendLetter(code, t('terms.letterKind.L1'))
  const paper = page.getByRole('region', { name: t('letters.page.label', { code }) })
  const due = `ngày ${day} tháng ${month} năm ${year}`.replace(/tháng 0([3-9])/u, 'tháng $1')
  await expect
    .poll(async () => (await paper.innerText()).replaceAll(/\s+/gu, ' '), { timeout: 15_000 })
    .toContain(due)
  await sendLetter(code, t('terms.letterVariant.pass-on'))
  await openCase(desk, code)
  await openRoom(desk, 'overview')
  await desk.sees(t('duties.passedOn.awaited'), rights)
  await desk.press(t('duties.passedOn.confirm'), rights)
  await desk.fill(t('duties.passedOn.confirmation'), 'Đã xóa, kể cả bản sao lưu', rights)
  await desk.press(t('common.save'), rights)
  await desk.sees('Đã xóa, kể cả bản sao lưu', rights)
  await desk.press(t('duties.settle'), rights)
  await desk.press(t('duties.settle'), rights)
  await desk.button(t('duties.reopen'), rights).waitFor()

  const dossier = await desk.saved(() => page.keyboard.press('ControlOrMeta+p'))
  expect(dossier.name).toBe(`Hồ sơ khiếu nại ${code}.pdf`)
  const said = await pdfText(dossier.bytes)
  const chapters = ['Người khiếu nại', 'Xóa dữ liệu', 'Thời hạn', 'Lịch sử hồ sơ']
  for (const words of [code, ...chapters]) expect(said).toContain(withoutSpace(words))

  await openRegisters(desk)
  await choose('figures.period', t('figures.kind.year'))
  await choose('figures.registers.which', t('figures.registers.name.rights'))
  const line = page.getByRole('row', { name: code })
  const told = (await line.innerText()).replaceAll(/\s+/gu, ' ')
  const today = dayFromNow(0)
  expect(told).toContain(`Xóa dữ liệu ${today} Khớp`)
  expect(told).toContain(
    `${today} Đúng hạn Có Đã thực hiện ${day}/${month}/${year} ${today} 0 Đúng hạn`,
  )
  expect(told).toContain(`${SELLER} (${today}) ${today}`)
})
