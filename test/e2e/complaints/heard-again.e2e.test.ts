/** Nobody unanswered: a case that ends by two persons, and a complainant who disagrees and is heard again by others. */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest'

import { signIn, signOut } from '../kit/board.ts'
import {
  checkEveryItem,
  concludeState,
  dayFromNow,
  findCause,
  openCase,
  openRoom,
  planStep,
} from '../kit/complaint.ts'
import { type Desk, launchChromium, openWorkspace } from '../kit/desk.ts'
import { type Host, startHost } from '../kit/host.ts'
import { openAnswer, pageShows, submitLetter } from '../kit/letter.ts'
import { CHAIR, DEPUTY } from '../kit/members.ts'
import { DEMO_CHAIR } from '../kit/screens.ts'
import { openLiveCase } from '../kit/ways.ts'

const { password } = DEMO_CHAIR
const INVESTIGATOR = { username: 'huy.nguyen', fullName: 'Nguyễn Đức Huy' }
const POINTS = ['Vẫn bị gọi', 'Chưa được xin lỗi'] as const
const CODE = /KN-\d{4}-\d{4}/u

let browser: Browser
let host: Host
let desk: Desk
let code = ''
let broken = false

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
// Each step stands on the one before.
beforeEach((context) => context.skip(broken))
afterEach(async (context) => {
  if (broken) return
  broken = context.task.result?.state === 'fail'
  if (broken) await desk.shoot('heard-again-failed')
  expect(desk.faults).toEqual([])
})

type Somebody = Readonly<{ username: string; fullName: string }>

async function becomes(person: Somebody, from: Somebody): Promise<void> {
  await signOut(desk, from)
  await signIn(desk, { username: person.username, password })
}

it('a case is ended by two persons, and is open until its letter says why', async () => {
  const { t, page } = desk
  await openLiveCase(desk, 'overview')
  const ending = CODE.exec(await page.getByRole('main').innerText())?.[0] ?? ''
  const block = desk.region(t('case.blocks.ending'))
  await desk.press(t('case.ending.end'), block)
  await desk.field(t('case.ending.way'), block).selectOption(t('terms.status.rejected'))
  await desk.fill(t('common.reason'), 'Việc này do sàn khác giải quyết.', block)
  await desk.press(t('case.request.send'), block)
  await block.getByText(t('case.request.withdraw')).waitFor()
  await becomes(DEPUTY, CHAIR)
  await openCase(desk, ending)
  await openRoom(desk, 'overview')
  await desk.link(t('case.request.decide'), block).click()
  const what = t('approvals.what.ending.rejected')
  const card = page.getByRole('article', { name: what })
  await desk.press(t('approvals.approve'), card)
  await desk.press(t('approvals.approve'), desk.dialog(t('approvals.approveTitle')))
  await desk.noticed(t('approvals.approved'))
  await openCase(desk, ending)
  await openRoom(desk, 'overview')
  await desk.sees(t('case.ending.letterDue'), block)
  await desk.shoot('ending-decided')
  await becomes(CHAIR, DEPUTY)
})

it('an answered case has a review opened, in a case of its own', async () => {
  const { t, page } = desk
  await desk.enter(t('frame.complaints'))
  const scopes = page.getByRole('group', { name: t('complaints.scopeLabel') })
  await scopes.getByText(t('complaints.scope.answered'), { exact: true }).click()
  await page.waitForURL(/scope=answered/u)
  await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' })
  const row = page.getByRole('row').nth(1)
  code = CODE.exec(await row.innerText())?.[0] ?? ''
  await row.click()
  await page.getByRole('navigation', { name: t('case.rooms.label') }).waitFor()
  await openRoom(desk, 'overview')
  const block = desk.region(t('case.blocks.review'))
  await desk.press(t('case.review.open'), block)
  await desk.fill(t('case.review.narrative'), 'Tôi vẫn bị gọi sau ngày được trả lời.', block)
  await desk.press(t('case.review.open'), block)
  await desk.noticed(t('case.review.opened', { code: `${code}-X1` }))
  await page.getByRole('main').getByText(`${code}-X1`).first().waitFor()
  const linked = desk.region(t('case.blocks.linked'))
  await linked.getByRole('link', { name: code, exact: true }).waitFor()
  await desk.sees(t('terms.caseLink.reviewed'), linked)
  await desk.shoot('review-opened')
})

it('is handled, and its letter written, by somebody who had no hand in the first', async () => {
  const { t } = desk
  await becomes(INVESTIGATOR, CHAIR)
  await openCase(desk, `${code}-X1`)
  await openRoom(desk, 'state')
  await checkEveryItem(desk, 'correct', 'Không còn trong tệp nào của đối tác.')
  await concludeState(desk, 'Kiểm tra lại: thông tin không còn bị lộ.')
  await openRoom(desk, 'cause')
  await findCause(desk, ['Số đã được gọi từ danh sách cũ.'], 'NN-01', 'Danh sách cũ của bên khác.')
  await openRoom(desk, 'remedy')
  await planStep(desk, 'KP-03', 'Nhắc đối tác xóa danh sách cũ.', dayFromNow(14))
  await openRoom(desk, 'overview')
  const points = desk.region(t('case.blocks.points'))
  await desk.press(t('case.points.divide'), points)
  for (const [at, text] of POINTS.entries()) {
    await desk.fill(t('case.points.point', { n: at + 1 }), text, points)
  }
  await desk.press(t('case.block.save'), points)
  await desk.noticed(t('case.block.saved'))
  const block = desk.region(t('case.blocks.outcome'))
  await desk.press(t('case.outcome.decide'), block)
  for (const [at, text] of POINTS.entries()) {
    const name = t('case.points.pointOf', { n: at + 1, text })
    const point = block.getByRole('group', { name, exact: true })
    await desk.field(t('case.points.finding'), point).selectOption(t('terms.outcome.unfounded'))
    await desk.fill(t('case.points.reason'), 'Kết quả trước là đúng.', point)
  }
  await desk.shoot('review-points')
  const finding = desk.field(t('case.fields.reviewFinding'), block)
  await finding.selectOption(t('terms.reviewFinding.confirmed'))
  await desk.press(t('case.block.save'), block)
  await desk.noticed(t('case.block.saved'))
  await openRoom(desk, 'letters')
  await desk.press(t('case.letters.draftVi'))
  await desk.heading(`${t('terms.letterKind.L4')} ${code}-X1`)
  await pageShows(desk, `${code}-X1`, 'giữ nguyên kết quả')
  await pageShows(desk, `${code}-X1`, `Điểm 2 (${POINTS[1]}): khiếu nại không có cơ sở.`)
  await submitLetter(desk)
})

it('is confirmed by a letter that another approves and sends, which answers it', async () => {
  const { t, page } = desk
  await becomes(DEPUTY, INVESTIGATOR)
  await openCase(desk, `${code}-X1`)
  await openAnswer(desk, `${code}-X1`)
  await desk.press(t('letters.acts.approveAndIssue'))
  const question = desk.dialog(t('letters.approveAndIssue.title'))
  await desk.press(t('letters.acts.approveAndIssue'), question)
  const sending = desk.region(t('letters.dispatch.heading'))
  await desk.press(t('letters.dispatch.record'), sending)
  const dialog = desk.dialog(t('letters.dispatch.record'))
  const channel = desk.field(t('letters.dispatch.channel'), dialog)
  await channel.selectOption(t('terms.dispatchChannel.post'))
  await desk.press(t('letters.dispatch.record'), dialog)
  await desk.noticed(t('letters.dispatch.answered'))
  await openCase(desk, `${code}-X1`)
  await openRoom(desk, 'overview')
  await desk.sees(t('terms.status.answered'))
  await desk.region(t('case.blocks.linked')).getByRole('link', { name: code, exact: true }).click()
  const linked = desk.region(t('case.blocks.linked'))
  await linked.getByRole('link', { name: `${code}-X1` }).waitFor()
  await desk.sees(t('terms.reviewFinding.confirmed'), linked)
  await page.getByRole('navigation', { name: t('case.rooms.label') }).waitFor()
  await desk.shoot('review-confirmed')
})
