/** A leak, from the check that says so to the notice, Form 08, the people it is told to, and the closing of its case. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest'

import { DATA_ITEMS } from '#core/taxonomies/data-items.ts'
import { nameOf } from '#core/taxonomies/term.ts'
import { signIn, signOut } from '../kit/board.ts'
import {
  agreeToClose,
  askToClose,
  checkEveryItem,
  concludeState,
  dayFromNow,
  decideNotice,
  fillIntake,
  findCause,
  openCase,
  openIntake,
  openRoom,
  planStep,
  setOutcome,
} from '../kit/complaint.ts'
import { type Desk, launchChromium, openWorkspace } from '../kit/desk.ts'
import { type Host, startHost } from '../kit/host.ts'
import { expectWords } from '../kit/letter-pdf.ts'
import { openAnswer, submitLetter } from '../kit/letter.ts'
import { CHAIR, DEPUTY } from '../kit/members.ts'
import { DEMO_CHAIR } from '../kit/screens.ts'
import { enter } from '../kit/ways.ts'

const OUTPUT = resolve(import.meta.dirname, '../../output/e2e')
const PEOPLE = 'Nguyễn Thị Bưởi;12 Lê Lợi, phường Hải Châu, Đà Nẵng;\nTrần Văn Cam;;cam@vi.du'

const SETTINGS = {
  officerName: 'Phạm Thị Hạnh',
  officerTitle: 'Phụ trách bảo vệ dữ liệu cá nhân',
  officerPhone: '028 3822 1111',
  tradingAddress: '45 Đồng Khởi, phường Sài Gòn',
  signerName: 'Vũ Quốc Bảo',
  signerTitle: 'TỔNG GIÁM ĐỐC',
} as const

/** As somebody at the Ministry reads it, written here by hand from the form (Decree 356/2025, appendix, Form 08). */
const FORM_08 = [
  'THÔNG BÁO',
  'Cơ quan chuyên trách bảo vệ dữ liệu cá nhân, Bộ Công an',
  'Phạm Thị Hạnh',
  'TỔNG GIÁM ĐỐC',
  'Vũ Quốc Bảo',
  'Thông tin về tổ chức, doanh nghiệp',
  'Tên tổ chức, doanh nghiệp',
  'Địa chỉ trụ sở giao dịch',
  'Mô tả hành vi vi phạm quy định bảo vệ dữ liệu cá nhân',
  'Một đối tác tải tệp khách hàng.',
  'Kho dữ liệu đơn hàng',
  'Các loại dữ liệu cá nhân và số lượng dữ liệu liên quan',
  'Nhân sự chịu trách nhiệm bảo vệ dữ liệu cá nhân',
  '1.200 người',
  'Hậu quả xảy ra',
  'Bị gọi điện mời vay tiền.',
  'Biện pháp áp dụng',
  'Thu hồi quyền tải tệp.',
  'Tài liệu kèm theo',
  'cam kết chịu trách nhiệm về tính chính xác và tính hợp pháp của thông báo cùng các tài liệu kèm theo và cam kết tuân thủ các quy định của pháp luật.',
]

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
  if (broken) await desk.shoot('leak-failed')
  expect(desk.faults).toEqual([])
})

async function becomes(
  person: Readonly<{ username: string }>,
  from: Readonly<{ fullName: string }>,
): Promise<void> {
  await signOut(desk, from)
  await signIn(desk, { username: person.username, password: DEMO_CHAIR.password })
}

/** Opens a letter of the case by its kind or wording. */
async function openLetterOf(name: string): Promise<void> {
  await openCase(desk, code)
  await openRoom(desk, 'letters')
  await desk.page.getByRole('row', { name }).first().click()
  await desk.region(desk.t('letters.parts.label')).waitFor()
}

async function approveAndIssue(): Promise<void> {
  const { t } = desk
  await desk.press(t('letters.acts.approveAndIssue'))
  const question = desk.dialog(t('letters.approveAndIssue.title'))
  await desk.press(t('letters.acts.approveAndIssue'), question)
  await question.waitFor({ state: 'detached' })
}

async function sendByPost(): Promise<void> {
  const { t } = desk
  await desk.press(t('letters.dispatch.record'), desk.region(t('letters.dispatch.heading')))
  const dialog = desk.dialog(t('letters.dispatch.record'))
  const channel = desk.field(t('letters.dispatch.channel'), dialog)
  await channel.selectOption(t('terms.dispatchChannel.post'))
  await desk.press(t('letters.dispatch.record'), dialog)
  await dialog.waitFor({ state: 'detached' })
}

it('who signs for the organisation, and who is asked, stands in the settings', async () => {
  const { t, page } = desk
  await enter(desk, 'frame.settings', 'frame.settings')
  const sections = page.getByRole('navigation', { name: t('settings.sections') })
  await sections.getByRole('link', { name: t('settings.section.limits') }).click()
  const block = desk.region(t('limits.notices'))
  await desk.press(t('case.block.edit'), block)
  for (const [field, words] of Object.entries(SETTINGS)) {
    await desk.fill(t(`limits.notice.${field as keyof typeof SETTINGS}`), words, block)
  }
  await desk.press(t('case.block.save'), block)
  await desk.sees(SETTINGS.signerName, block)
})

it('a check that says that data leaked is a suspicion, whose question is decided', async () => {
  const { t } = desk
  await openIntake(desk)
  await fillIntake(desk, { fullName: 'Đỗ Thị Hòa', phone: '0903.123.456', account: 'hoado90' })
  await desk.press(t('intake.save'))
  const saved = desk.region(t('intake.saved.title'))
  await saved.waitFor()
  code = /KN-\d{4}-\d{4}/u.exec(await saved.innerText())?.[0] ?? ''
  await openCase(desk, code)
  await openRoom(desk, 'state')
  await checkEveryItem(desk, 'leaked', 'Nằm trong tệp một đối tác tải về.')
  await concludeState(desk, 'Số điện thoại và mã voucher đã bị lộ qua một đối tác.')
  await openRoom(desk, 'breach')
  await desk.region(t('breach.duties')).waitFor()
  await decideNotice(desk, { harm: 'owed', conduct: 'not-owed' })
})

it('its facts make Form 08', async () => {
  const { t } = desk
  const facts = desk.region(t('breach.facts'))
  await desk.press(t('case.block.edit'), facts)
  await desk.field(t('breach.state'), facts).selectOption(t('breach.states.confirmed'))
  const told = {
    detectedHow: 'Qua khiếu nại của khách hàng.',
    happened: 'Một đối tác tải tệp khách hàng.',
    place: 'Kho dữ liệu đơn hàng',
    involved: 'Một đối tác giao hàng',
    people: '1.200',
    consequence: 'Bị gọi điện mời vay tiền.',
    measures: 'Thu hồi quyền tải tệp.',
  } as const
  for (const [field, words] of Object.entries(told)) {
    await desk.fill(t(`breach.${field as keyof typeof told}`), words, facts)
  }
  const phone = nameOf(DATA_ITEMS, 'phone', 'vi')
  await desk.choose(t('breach.dataItems'), phone, phone)
  await desk.press(t('case.block.save'), facts)
  await desk.sees(t('breach.begin.form-08'))
  await desk.press(t('breach.begin.form-08'))
  await desk.region(t('letters.parts.label')).waitFor()
  await submitLetter(desk)
})

it('a notice is written to those concerned, and the answer to who complained', async () => {
  const { t } = desk
  await openCase(desk, code)
  await openRoom(desk, 'cause')
  await findCause(desk, ['Quyền tải không bị thu hồi.'], 'NN-01', 'Quyền không được thu hồi kịp.')
  await openRoom(desk, 'remedy')
  await planStep(desk, 'KP-03', 'Buộc đối tác xóa tệp.', dayFromNow(14))
  await openRoom(desk, 'overview')
  await setOutcome(desk, 'upheld', 'Đối tác tải thông tin trái quy định.')
  await openRoom(desk, 'letters')
  const begin = desk.region(t('case.letters.begin'))
  await desk.field(t('case.letters.kind'), begin).selectOption(t('terms.letterKind.L6'))
  const variant = desk.field(t('letters.particulars.variant'), begin)
  await variant.selectOption(t('terms.letterVariant.listed'))
  await desk.press(t('case.letters.draftVi'), begin)
  await desk.press(t('addressees.add'), desk.region(t('addressees.heading')))
  const dialog = desk.dialog(t('addressees.addTitle'))
  await desk.fill(t('addressees.lines'), PEOPLE, dialog)
  await desk.press(t('addressees.add'), dialog)
  await desk.noticed(t('addressees.added', { added: '2', unusable: '0' }))
  await submitLetter(desk)
  await openCase(desk, code)
  await openRoom(desk, 'letters')
  await desk.press(t('case.letters.draftVi'))
  await desk.heading(`${t('terms.letterKind.L4')} ${code}`)
  await submitLetter(desk)
})

it('another approves and sends them, the last to each of the list, and every clock stands', async () => {
  const { t, page } = desk
  await becomes(DEPUTY, CHAIR)
  await openLetterOf(t('terms.letterKind.L7'))
  await approveAndIssue()
  const { bytes } = await desk.saved(() => desk.press(t('letters.acts.export')))
  mkdirSync(OUTPUT, { recursive: true })
  writeFileSync(join(OUTPUT, 'form-08.pdf'), bytes)
  expectWords(join(OUTPUT, 'form-08.pdf'), FORM_08, [])
  await sendByPost()
  await openLetterOf(t('terms.letterKind.L6'))
  await approveAndIssue()
  const list = desk.region(t('addressees.heading'))
  await desk.press(t('addressees.recordAll'), list)
  const sent = page.getByRole('dialog')
  const channel = desk.field(t('letters.dispatch.channel'), sent)
  await channel.selectOption(t('terms.dispatchChannel.post'))
  await desk.press(t('addressees.recordSent'), sent)
  await desk.sees(t('addressees.tally', { sent: '2', usable: '2' }), list)
  await openCase(desk, code)
  await openAnswer(desk, code)
  await approveAndIssue()
  await sendByPost()
  await openCase(desk, code)
  await openRoom(desk, 'breach')
  const duties = desk.region(t('breach.duties'))
  await desk.sees(t('terms.deadlineState.met'), duties)
  // The record of the violation was drawn up on paper (Law 91/2025, Article 23.2): only that is left.
  const owed = duties.getByRole('button', { name: new RegExp(`^${t('breach.record')}`, 'u') })
  expect(await owed.count()).toBe(1)
  await owed.click()
  await desk.fill(t('breach.reference'), 'BB-01', duties)
  await desk.press(t('breach.record'), duties)
  await desk.sees('BB-01', duties)
  await desk.shoot('leak-notified')
})

it('is closed by two persons, with the remedy still promised', async () => {
  const { t } = desk
  await openRoom(desk, 'overview')
  await askToClose(desk, 'Đã thông báo và trả lời.')
  await becomes(CHAIR, DEPUTY)
  await openCase(desk, code)
  await openRoom(desk, 'overview')
  await desk.link(t('case.request.decide'), desk.region(t('case.blocks.closing'))).click()
  await agreeToClose(desk)
  await openCase(desk, code)
  await openRoom(desk, 'overview')
  await desk.sees(t('terms.status.closed'), desk.region(t('case.blocks.closing')))
})
