/** A notice to all whom an incident touched: its list read, each told under their own name, on a demonstration board. */
import { expect } from 'vitest'

import { signIn, signOut } from '#test/e2e/kit/board.ts'
import * as kit from '#test/e2e/kit/complaint.ts'
import type { Desk } from '#test/e2e/kit/desk.ts'
import { DEMO_CHAIR } from '#test/e2e/kit/screens.ts'
import { openLiveCase } from '#test/e2e/kit/ways.ts'
import { openSection } from './board-work.ts'
import { openLetter } from './letter-acts.ts'
import { CHAIR, DEPUTY, type Walk } from './walk.ts'

const FIRST = 'Lê Thị An'
const WRONG = 'Khách không để lại gì'
const LINES = [`${FIRST}; 12 Lê Lợi, Huế; an@vi.du`, 'Phạm Bình; 3 Trần Phú, Đà Nẵng', WRONG]

/** Puts on record that everybody named by the act's own words was sent their copy. */
async function recordSent(desk: Desk, count: number): Promise<void> {
  const { t } = desk
  const dialog = desk.dialog(t('addressees.sentTitle', { n: count }))
  const channel = desk.field(t('letters.dispatch.channel'), dialog)
  await channel.selectOption(t('terms.dispatchChannel.post'))
  await desk.shoot('list-sent')
  await desk.press(t('addressees.recordSent'), dialog)
  await dialog.waitFor({ state: 'detached' })
}

export const listWork: Walk = {
  'has an incident on record that touched many': async (board) => {
    const { desk } = board
    const { t, page } = desk
    await openSection(desk, 'limits')
    const notices = desk.region(t('limits.notices'))
    await desk.press(t('case.block.edit'), notices)
    await desk.fill(t('limits.notice.officerName'), 'Vũ Minh Châu', notices)
    await desk.fill(t('limits.notice.officerPhone'), '028 3849 4089', notices)
    await desk.press(t('case.block.save'), notices)
    await desk.button(t('case.block.edit'), notices).waitFor()
    await openLiveCase(desk, 'breach')
    const heading = page.getByRole('main').getByText(/KN-\d{4}-\d{4}/u)
    board.code = /KN-\d{4}-\d{4}/u.exec(await heading.first().innerText())?.[0] ?? ''
    const suspect = desk.button(t('breach.suspect'))
    const facts = desk.region(t('breach.facts'))
    await suspect.or(facts).first().waitFor()
    if (await suspect.isVisible()) await suspect.click()
    await desk.press(t('case.block.edit'), facts)
    await desk.fill(t('breach.detectedHow'), 'Qua khiếu nại của khách hàng.', facts)
    await desk.fill(t('breach.happened'), 'Một tệp danh sách bị gửi nhầm.', facts)
    await desk.fill(t('breach.consequence'), 'Có thể bị gọi quảng cáo.', facts)
    await desk.press(t('case.block.save'), facts)
    await desk.noticed(t('case.block.saved'))
    await kit.openRoom(desk, 'remedy')
    await kit.planStep(desk, 'KP-21', 'Giới hạn quyền xuất danh sách.', null)
  },

  'writes one notice to a list, whose lines are put right': async ({ desk }) => {
    const { t } = desk
    await kit.openRoom(desk, 'letters')
    const begin = desk.region(t('case.letters.begin'))
    const kind = desk.field(t('case.letters.kind'), begin)
    await kind.selectOption(t('terms.letterKind.L6'))
    const variant = desk.field(t('letters.particulars.variant'), begin)
    await variant.selectOption(t('terms.letterVariant.listed'))
    await desk.press(t('case.letters.draftVi'), begin)
    const list = desk.region(t('addressees.heading'))
    await desk.sees(t('addressees.none'), list)
    await desk.press(t('addressees.add'), list)
    const dialog = desk.dialog(t('addressees.addTitle'))
    await desk.fill(t('addressees.lines'), LINES.join('\n'), dialog)
    await desk.sees(t('addressees.read', { good: 2, wrong: 1 }), dialog)
    await desk.shoot('list-adding')
    await desk.press(t('addressees.add'), dialog)
    await desk.noticed(t('addressees.added', { added: 2, unusable: 1 }))
    await desk.sees(WRONG, list)
    await desk.shoot('list-wrong')
    await desk.press(t('addressees.fix'), list)
    await desk.fill(t('addressees.lines'), `${WRONG}; 4 Hùng Vương, Huế`, dialog)
    await desk.press(t('addressees.add'), dialog)
    await desk.noticed(t('addressees.added', { added: 1, unusable: 0 }))
    await desk.sees(t('addressees.tally', { sent: 0, usable: 3 }), list)
    await desk.press(t('letters.acts.submit'))
    await desk.noticed(t('letters.done.submit'))
  },

  'makes everybody their own letter, and is sent one by one and as a whole': async (board) => {
    const { desk, code } = board
    const { t, page } = desk
    await signOut(desk, CHAIR)
    await signIn(desk, { username: DEPUTY.username, password: DEMO_CHAIR.password })
    await kit.openCase(desk, code)
    await openLetter(desk, code, 'L6')
    await desk.press(t('letters.acts.approveAndIssue'))
    const question = page.getByRole('dialog')
    await desk.press(t('letters.acts.approveAndIssue'), question)
    await question.waitFor({ state: 'detached' })
    const list = desk.region(t('addressees.heading'))
    const { name } = await desk.saved(() => desk.press(t('addressees.pack'), list))
    expect(name).toMatch(/\.zip$/u)
    await desk.press(t('addressees.recordOne', { name: FIRST }), list)
    await recordSent(desk, 1)
    await desk.sees(t('addressees.tally', { sent: 1, usable: 3 }), list)
    await desk.shoot('list-issued')
    const takeBack = t('addressees.takeBackTitle', { name: FIRST })
    await desk.press(takeBack, list)
    const why = desk.dialog(takeBack)
    await desk.fill(t('letters.dispatch.strikeReason'), 'Ghi nhầm.', why)
    await desk.press(t('addressees.takeBack'), why)
    await desk.sees(t('addressees.tally', { sent: 0, usable: 3 }), list)
    await desk.press(t('addressees.recordAll'), list)
    await recordSent(desk, 3)
    await desk.sees(t('addressees.tally', { sent: 3, usable: 3 }), list)
    await desk.shoot('list-whole')
    await signOut(desk, DEPUTY)
    await signIn(desk, DEMO_CHAIR)
  },
}
