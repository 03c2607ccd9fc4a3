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

const { keys, type, reach, use, write } = fingersOn(() => desk)

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
  await write(t('intake.dataItems'), 'so dien thoai')
  await keys('Enter')
  await write(t('intake.phone', { n: 1 }), '0912 345 678')
  await keys('Control+Enter')
  const saved = desk.region(t('intake.saved.title'))
  await saved.waitFor()
  const code = /KN-\d{4}-\d{4}/.exec(await saved.innerText())?.[0] ?? ''
  await use(desk.button(t('intake.saved.open')))

  await openRoom('state')
  const cell = {
    item: nameOf(DATA_ITEMS, 'phone', 'vi'),
    system: nameOf(SYSTEMS, 'member-db', 'vi'),
    phase: t('terms.phase.before'),
  }
  await use(desk.button(t('case.state.cell', { ...cell, finding: t('case.state.unchecked') })))
  // The form is there once it is known what was left in it, and has the focus then.
  await desk.page.locator('input[type=radio]:focus').waitFor()
  await keys('Space', 'ArrowDown', 'ArrowDown', 'ArrowDown')
  await write(t('case.state.detail'), 'Vẫn còn trong danh sách gửi tin.')
  await keys('Control+Enter')
  const filled = t('case.state.cell', { ...cell, finding: t('terms.finding.misused') })
  await reach(desk.button(filled))
  await use(desk.button(t('case.state.conclude')))
  await type('Số điện thoại vẫn bị dùng để quảng cáo sau khi đã từ chối.')
  await keys('Control+Enter')

  // The nearest duty is the question of notice: its button opens the very block, and the keys go on there.
  const next = desk.region(t('case.next.title')).first()
  await use(desk.button(t('case.next.act.ANSWER_NOTICE_QUESTION'), next))
  const asked = desk.region(t('breach.question.title'))
  await asked.locator(':focus').waitFor()
  for (const half of ['harm', 'conduct'] as const) {
    await reach(
      asked
        .getByRole('group', { name: t(`breach.question.${half}`) })
        .getByRole('radio')
        .last(),
    )
    await keys('ArrowUp')
    await write(t(`breach.${half}Reason`), 'Một khách hàng, đã gỡ số khỏi danh sách.', asked)
  }
  await keys('Control+Enter')
  await desk.sees(t('case.block.saved'))
  await desk.sees(t('case.next.why.FIND_CAUSE'))

  await openRoom('cause')
  await write(t('case.cause.firstWhy'), 'Danh sách gửi tin không đối chiếu với danh sách từ chối.')
  await keys('Control+Enter')
  await desk.button(t('case.cause.editWhy', { n: 1 })).waitFor()
  await use(desk.button(t('case.cause.record')))
  await keys('ArrowDown', 'Tab')
  await type('loi cau hinh')
  await keys('Enter')
  await write(t('case.cause.statement'), 'Bước đối chiếu bị tắt trong lần nâng cấp trước.')
  await keys('Control+Enter')
  await desk.sees(t('case.next.why.PLAN_REMEDY'))

  await openRoom('remedy')
  const add = desk.region(t('case.remedy.add'))
  await write(t('case.remedy.type'), 'dinh chinh', add)
  await keys('Enter')
  await write(t('case.remedy.dueOn'), dayFromNow(7), add)
  await write(t('case.remedy.description'), 'Bật lại bước đối chiếu và gỡ số khỏi danh sách.', add)
  await use(desk.button(t('case.remedy.add'), add))
  await desk.sees(t('case.next.why.SET_OUTCOME'))

  await openRoom('overview')
  await use(desk.button(t('case.outcome.decide')))
  await keys('ArrowDown', 'Tab')
  await type('Đã từ chối mà vẫn nhận tin là trái điều khoản đã công bố.')
  await keys('Control+Enter')
  await desk.sees(t('case.next.why.DRAFT_LETTER'))

  await openRoom('letters')
  await use(desk.button(t('case.letters.draftVi')))
  await desk.heading(`${t('terms.letterKind.L4')} ${code}`)
  await use(desk.button(t('letters.acts.submit')))
  await desk.sees(t('letters.reader.submitted'))

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
