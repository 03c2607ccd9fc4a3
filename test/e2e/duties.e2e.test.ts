/** What the law asks for beside the answer: a suspected violation, its hours, its papers and its notices. */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest'

import { DEADLINE_RULES } from '#core/deadlines/rule-table.ts'
import { demoAccounts } from '#main/demo/demo-board.ts'
import { signIn, signOut } from './kit/board.ts'
import { type Desk, launchChromium, openWorkspace } from './kit/desk.ts'
import { type Host, startHost } from './kit/host.ts'
import { DEMO_CHAIR } from './kit/screens.ts'
import { openLiveCase, openLiveCaseAbout } from './kit/ways.ts'

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
  if (context.task.result?.state === 'fail') await desk.shoot('duties-failed')
  expect(desk.faults).toEqual([])
})

it('what the day holds is said at sign-in, with a way there, and to nobody else', async () => {
  const { t, page } = desk
  const notices = page.getByRole('status', { name: t('frame.notices') })
  await signOut(desk, { fullName: 'Trần Thị Ngọc Lan' })
  expect(await notices.innerText(), 'nothing said stays for the next').toBe('')
  const other = demoAccounts().find(({ role }) => role === 'investigator')
  if (other === undefined) throw new Error('no investigator on the demonstration board')
  await signIn(desk, other)
  const said = t('reminders.digest', { overdue: '\\d+', due: '\\d+', week: '\\d+' })
  const digest = notices.locator('div').filter({ hasText: new RegExp(said, 'u') })
  await desk.press(t('common.open'), digest)
  await digest.waitFor({ state: 'hidden' })
  await desk.heading(t('frame.today'))
  await signOut(desk, other)
  await signIn(desk, DEMO_CHAIR)
})

it('a reminder waits in the top bar until it is followed, through a sign-out, by keyboard alone', async () => {
  const { t, page } = desk
  const reminders = desk.region(t('reminders.title'))
  const list = reminders.getByRole('list', { name: t('reminders.title') })
  const opener = reminders.getByRole('button', { expanded: false })
  // The demonstration board has one violation whose hours the chair was told of when they first signed in. While it is open
  // whether it must be notified, one word says that and that it must be notified.
  await opener.focus()
  await page.keyboard.press('Enter')
  const told = list.getByRole('listitem').getByRole('paragraph')
  await told.first().waitFor()
  expect(await told.count()).toBe(1)
  const text = await told.first().innerText()
  expect(text).toMatch(/^KN-\d{4}-\d{4}: /u)
  await page.keyboard.press('Escape')
  await list.waitFor({ state: 'detached' })
  expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true)

  await opener.focus()
  await page.keyboard.press('Enter')
  await list.waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL(/khieu-nai/u)
  await desk.sees(text.slice(0, 'KN-2026-0001'.length), page.getByRole('main'))
  await reminders.waitFor({ state: 'detached' })

  await signOut(desk, { fullName: 'Trần Thị Ngọc Lan' })
  const asked = page.waitForResponse(/reminders\.pending/u)
  await signIn(desk, DEMO_CHAIR)
  await (await asked).finished()
  await desk.heading(t('frame.today'))
  expect(await reminders.count(), 'followed once, it is not told again').toBe(0)
})

it('a suspicion starts the hours, and every notice it calls for is seen', async () => {
  const { t, page } = desk
  // Where data are wrong nothing says yet that they leaked.
  await openLiveCaseAbout(desk, 'Địa chỉ giao hàng sai dù đã cập nhật', 'breach')
  await desk.press(t('breach.suspect'))
  const duties = desk.region(t('breach.duties'))
  await duties.waitFor()
  expect(await duties.getByRole('listitem').count()).toBe(1)

  const facts = desk.region(t('breach.facts'))
  await desk.press(t('case.block.edit'), facts)
  await desk.field(t('breach.state'), facts).selectOption(t('breach.states.confirmed'))
  await page.getByLabel(t('breach.consumer')).check()
  await desk.fill(t('breach.happened'), 'Một tệp danh sách khách hàng bị gửi nhầm.', facts)
  await desk.fill(t('breach.people'), 'nhiều', facts)
  await desk.press(t('case.block.save'), facts)
  await desk.sees(t('issues.NOT_A_NUMBER'), facts)
  await desk.fill(t('breach.people'), '1.200', facts)
  await desk.press(t('case.block.save'), facts)
  await desk.noticed(t('case.block.saved'))
  await desk.sees('1.200', facts)
  expect(await duties.getByRole('listitem').count()).toBe(3)
})

it('a notice on record stops its hours, and struck out lets them run again', async () => {
  const { t, page } = desk
  const duties = desk.region(t('breach.duties'))
  const first = duties.getByRole('listitem').first()
  await first.getByRole('button', { name: new RegExp(`^${t('breach.record')}`, 'u') }).click()
  await desk.fill(t('breach.reference'), 'HS-08-2026', first)
  await desk.press(t('breach.record'), first)
  await desk.sees('HS-08-2026', first)
  await desk.sees(t('terms.deadlineState.met'), first)

  await desk.press(t('breach.strike'), first)
  const why = desk.page.getByRole('dialog')
  await desk.fill(t('breach.strikeReason'), 'Chưa gửi', why)
  await desk.press(t('breach.strike'), why)
  await desk.sees(t('breach.struck', { reason: 'Chưa gửi' }), first)
  await first.getByText(t('terms.deadlineState.met')).waitFor({ state: 'detached' })
  expect(await page.getByText('HS-08-2026').count()).toBe(1)
})

it('Form 08 is written from the record, and says what it still lacks', async () => {
  const { t, page } = desk
  await desk.press(t('breach.begin.form-08'))
  await desk.region(t('letters.parts.label')).waitFor()
  const lacking = t('issues.BREACH_FACT_MISSING', { breachFact: t('terms.breachFact.place') })
  await page.getByText(lacking).first().waitFor({ state: 'attached' })
  await page.goBack()
  await desk.link(t('terms.letterVariant.form-08')).waitFor()
})

it('a limit is extended from its clock: the letter knows which, and until when at most', async () => {
  const { t, page } = desk
  const rule30 = DEADLINE_RULES.find(({ code }) => code === 'T-POL-30')!
  await openLiveCase(desk, 'overview', 'low')
  const rights = desk.region(t('duties.rights'))
  await rights.getByRole('combobox').selectOption(t('duties.right.view'))
  await desk.press(t('duties.addRight'), rights)
  await desk.sees(t('duties.right.view'), rights.getByRole('list'))
  expect(
    await rights.getByRole('combobox').locator('option:checked').innerText(),
    'asks for the next right',
  ).toBe(t('duties.chooseRight'))
  const clock = page
    .locator('.clock')
    .filter({ has: page.getByText(t('duties.right.view'), { exact: true }) })
  await desk.press(t('duties.history'), clock)
  await desk.sees(t('case.history.actions.deadline-started'), clock.getByRole('list'))
  const promise = page.locator('.clock').filter({ hasText: rule30.name.vi })
  await desk.press(t('duties.history'), promise)
  await desk.sees(t('duties.unchanged'), promise)
  await clock.getByRole('button', { name: t('duties.extend') }).click()
  await desk.region(t('letters.parts.label')).waitFor()
  const rule = DEADLINE_RULES.find(({ code }) => code === 'T-DSR-SEE')
  await page.waitForFunction(
    (duty) => [...document.querySelectorAll('textarea')].some(({ value }) => value.includes(duty)),
    rule?.name.vi ?? '?',
  )
  await page.goBack()
  await clock.getByRole('link', { name: t('duties.extensionLetter') }).waitFor()
})
