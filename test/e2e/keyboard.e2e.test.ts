/** From the call to the issued letter with ten fingers: no mouse, no click, nothing out of reach of Tab. */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest'

import { DATA_ITEMS } from '#core/taxonomies/data-items.ts'
import { SYSTEMS } from '#core/taxonomies/systems.ts'
import { nameOf } from '#core/taxonomies/term.ts'
import type { MessageUnder } from '#renderer/i18n/index.ts'
import { dayFromNow } from './kit/complaint.ts'
import { type Desk, launchChromium, openWorkspace } from './kit/desk.ts'
import { fingersOn } from './kit/fingers.ts'
import { type Host, startHost } from './kit/host.ts'

const PASSWORD = 'trang-giay-sach-2026'

let browser: Browser
let host: Host
let desk: Desk

beforeAll(async () => {
  browser = await launchChromium(inject('chromiumPath'))
  host = await startHost({ demo: true })
  desk = await openWorkspace(browser, host)
  await desk.page.evaluate(() => {
    for (const type of ['pointerdown', 'mousedown']) {
      document.addEventListener(type, () => document.body.setAttribute('data-mouse', type), true)
    }
  })
})
afterAll(async () => {
  await browser.close()
  await host.stop()
})
afterEach(async (context) => {
  if (context.task.result?.state === 'fail') await desk.shoot('keyboard-failed')
})

const { keys, type, reach, use, write, presses } = fingersOn(() => desk)

/** From Today to a letter that waits for approval, besides text. */
const MAX_PRESSES = 60

async function openRoom(room: MessageUnder<'case.rooms'>): Promise<void> {
  const { t, page } = desk
  const tabs = page.getByRole('navigation', { name: t('case.rooms.label') })
  await use(tabs.getByRole('link', { name: t(`case.rooms.${room}`) }))
  await tabs.locator('[aria-current="page"]', { hasText: t(`case.rooms.${room}`) }).waitFor()
}

async function signIn(username: string): Promise<void> {
  const { t, page } = desk
  const name = desk.field(t('session.username'))
  await name.waitFor()
  // The field has the focus by itself: people start typing at once.
  await page.waitForFunction(
    (element) => element === document.activeElement,
    await name.elementHandle(),
  )
  await type(username)
  await keys('Tab')
  await type(PASSWORD)
  await keys('Enter')
  await desk.heading(t('today.title'))
}

/** Takes a case from Today to the letter that waits for approval: one key leads to each act that is owed next. */
async function investigate(code: string): Promise<void> {
  const { t, page } = desk
  const before = presses()
  const way: string[] = []
  const note = (what: string): number => way.push(`${what}: ${String(presses() - before)}`)

  await keys('Control+k')
  await type(code)
  // The case itself, before the search for its words.
  await page.getByRole('option', { name: 'Đặng Thuỳ Dương' }).waitFor()
  await keys('Enter')
  await desk.sees(t('case.next.title'))
  note('open')

  await nextAct('CHECK_STATE')
  for (const item of ['phone', 'voucher'] as const) {
    // The next cell nothing is noted in has the focus.
    if (item === 'voucher') await keys('Enter')
    const title = [nameOf(DATA_ITEMS, item, 'vi'), nameOf(SYSTEMS, 'member-db', 'vi')].join(' · ')
    const editor = page.getByRole('region', { name: title })
    await editor.locator('input[type=radio]:focus').waitFor()
    await keys('Space', 'ArrowDown', 'ArrowDown', 'ArrowDown')
    await write(t('case.state.detail'), 'Vẫn còn trong danh sách gửi tin.', editor)
    await keys('Control+Enter')
    await editor.waitFor({ state: 'detached' })
    note(item)
  }
  await nextAct('ANSWER_NOTICE_QUESTION')
  const asked = desk.region(t('breach.question.title'))
  for (const half of ['harm', 'conduct'] as const) {
    await reach(
      asked
        .getByRole('group', { name: t(`breach.question.${half}`) })
        .getByRole('radio', { checked: true }),
    )
    await keys('ArrowUp')
    await write(t(`breach.${half}Reason`), 'Một khách hàng, đã gỡ số khỏi danh sách.', asked)
  }
  await keys('Control+Enter')
  note('notice')

  await nextAct('CONCLUDE_STATE')
  await type('Số điện thoại vẫn bị dùng để quảng cáo sau khi đã từ chối.')
  await keys('Control+Enter')
  note('conclusion')

  await nextAct('FIND_CAUSE')
  await keys('ArrowDown', 'Tab')
  await type('loi cau hinh')
  await keys('Enter')
  await write(t('case.cause.statement'), 'Bước đối chiếu bị tắt trong lần nâng cấp trước.')
  await keys('Control+Enter')
  note('cause')

  await nextAct('PLAN_REMEDY')
  const add = desk.region(t('case.remedy.add'))
  for (const [remedy, words] of [
    ['dinh chinh', 'Bật lại bước đối chiếu và gỡ số khỏi danh sách.'],
    ['xoa', 'Xóa số khỏi các danh sách đã xuất.'],
  ] as const) {
    await write(t('case.remedy.type'), remedy, add)
    await keys('Enter')
    await write(t('case.remedy.dueOn'), dayFromNow(7), add)
    await write(t('case.remedy.description'), words, add)
    await keys('Control+Enter')
    // The next one goes on in the same form.
    await desk.region(t('case.remedy.steps')).getByText(words).waitFor()
    note(remedy)
  }

  await nextAct('SET_OUTCOME')
  await keys('ArrowDown', 'Tab')
  await type('Đã từ chối mà vẫn nhận tin là trái điều khoản đã công bố.')
  await keys('Control+Enter')
  note('outcome')

  await nextAct('DRAFT_LETTER')
  await keys('Enter')
  await desk.heading(`${t('terms.letterKind.L4')} ${code}`)
  await keys('Control+j')
  await page.locator('button:focus', { hasText: t('letters.acts.submit') }).waitFor()
  await keys('Enter')
  await desk.sees(t('letters.reader.submitted'))
  note('submitted')

  expect(presses() - before, way.join(' · ')).toBeLessThanOrEqual(MAX_PRESSES)
}

/** Goes to the act that is owed next, which this is, by its key; the focus is in its block then. */
async function nextAct(act: MessageUnder<'case.next.act'>): Promise<void> {
  const { t, page } = desk
  await desk
    .region(t('case.next.title'))
    .getByText(t(`case.next.act.${act}`))
    .first()
    .waitFor()
  await keys('Control+j')
  await page.locator('.block form :focus, .main form :focus, .main :focus').first().waitFor()
}

it('takes a complaint from the call to the issued letter by keyboard alone', async () => {
  const { t, page } = desk
  await signIn('lan.tran')

  await keys('Control+n')
  await desk.heading(t('intake.title'))
  await type('Đặng Thuỳ Dương')
  await write(t('intake.subject'), 'Tin nhắn quảng cáo sau khi đã từ chối')
  await reach(desk.field(t('intake.site')))
  await keys('ArrowDown')
  await write(t('intake.narrative'), 'Đã từ chối hai lần nhưng vẫn nhận tin nhắn mỗi tuần.')
  for (const item of ['so dien thoai', 'ma voucher']) {
    await write(t('intake.dataItems'), item)
    await keys('Enter')
  }
  await write(t('intake.phone', { n: 1 }), '0912 345 678')
  await keys('Control+Enter')
  const saved = desk.region(t('intake.saved.title'))
  await saved.waitFor()
  const code = /KN-\d{4}-\d{4}/.exec(await saved.innerText())?.[0] ?? ''
  await use(desk.button(t('intake.saved.open')))
  await openRoom('cause')
  await write(t('case.cause.firstWhy'), 'Danh sách gửi tin không đối chiếu với danh sách từ chối.')
  await keys('Control+Enter')
  // Written over and saved by mistake: the key that takes it back works at once, from where the focus is.
  await use(desk.button(t('case.cause.editWhy', { n: 1 })))
  await type(' Sai.')
  await keys('Control+Enter')
  await page.locator('.why').getByText('Sai.').waitFor()
  await keys('Control+z')
  await desk.sees(t('common.undone'))
  await page.locator('.why').getByText('Sai.').waitFor({ state: 'detached' })
  await use(desk.page.getByRole('navigation').getByRole('link', { name: t('frame.today') }))
  await desk.heading(t('today.title'))

  await investigate(code)

  await use(desk.button(t('frame.personMenu', { name: 'Trần Thị Ngọc Lan' })))
  await use(desk.button(t('frame.signOut')))
  await signIn('minh.le')
  await use(page.getByRole('banner').getByRole('link'))
  await desk.heading(t('frame.approvals'))
  // The latest comes first, and a row opens on Enter.
  await use(
    desk.region(t('approvals.letters')).locator('tbody tr[tabindex="0"]', { hasText: code }),
  )
  await desk.heading(`${t('terms.letterKind.L4')} ${code}`)
  // One approves what one has seen: the button waits for the page.
  const sheet = desk.region(t('letters.page.label', { code }))
  await sheet.getByText('THÔNG BÁO').first().waitFor({ state: 'attached' })
  await use(desk.button(t('letters.acts.approve')))
  await desk.sees(t('letters.reader.approved'))
  await use(desk.button(t('letters.acts.issue')))
  const question = desk.dialog(t('letters.issue.title'))
  await use(desk.button(t('letters.acts.issue'), question))
  await desk.sees(t('letters.reader.issued'))

  expect(await page.locator('body').getAttribute('data-mouse')).toBeNull()
  expect(desk.faults).toEqual([])
})
