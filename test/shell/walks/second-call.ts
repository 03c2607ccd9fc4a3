/** A second call in which much is written down, corrected and taken back: what a smooth case never does. */
import { nameOf } from '#core/taxonomies/term.ts'
import { DATA_ITEMS } from '#core/taxonomies/data-items.ts'
import { SYSTEMS } from '#core/taxonomies/systems.ts'
import { signIn, signOut } from '#test/e2e/kit/board.ts'
import * as kit from '#test/e2e/kit/complaint.ts'
import type { Desk } from '#test/e2e/kit/desk.ts'
import { plugInPrinter } from './letter-acts.ts'
import { mandateActs, passingOn } from './right-acts.ts'
import { CHAIR, DEPUTY, type Walk } from './walk.ts'

const FIRM = 'Công ty TNHH An ninh mạng Sao Khuê'

async function editBlock(desk: Desk, title: string, fill: () => Promise<void>): Promise<void> {
  const { t } = desk
  const block = desk.region(title)
  await desk.press(t('case.block.edit'), block)
  await fill()
  await desk.press(t('case.block.save'), block)
  await desk.noticed(t('case.block.saved'))
}

/** Confirms the question that is asked. */
async function agree(desk: Desk, act: string): Promise<void> {
  const question = desk.page.getByRole('dialog')
  await desk.press(act, question)
  await question.waitFor({ state: 'detached' })
}

export const secondCall: Walk = {
  'is written down, acknowledged, and its sheet printed': async (board) => {
    const { desk } = board
    const { t } = desk
    await kit.openIntake(desk)
    await kit.fillIntake(desk, {
      fullName: 'Phan Thị Kiều Oanh',
      phone: '0912345678',
      account: 'oanh',
    })
    await desk.press(t('intake.save'))
    const saved = desk.region(t('intake.saved.title'))
    await saved.waitFor()
    board.code = /KN-\d{4}-\d{4}/u.exec(await saved.innerText())?.[0] ?? ''
    const printed = await plugInPrinter(desk, board.program)
    await desk.press(t('letters.receipt.acknowledge'))
    await desk.link(t('terms.letterKind.L1')).waitFor()
    await desk.press(t('letters.receipt.sheet'))
    await printed()
  },

  'has its words changed, and is given to somebody': async ({ desk, code }) => {
    const { t } = desk
    await kit.openCase(desk, code)
    await kit.openRoom(desk, 'overview')
    await editBlock(desk, t('case.blocks.narrative'), () =>
      desk.fill(t('case.fields.wanted'), 'Xóa số của tôi khỏi danh sách.'),
    )
    const block = desk.region(t('case.blocks.assignee'))
    await desk.press(t('case.assignee.assign'), block)
    await desk.choose(t('case.fields.assigneeId'), DEPUTY.fullName, DEPUTY.fullName, block)
    await desk.press(t('case.block.save'), block)
    await desk.sees(DEPUTY.fullName, block)
  },

  ...mandateActs,

  'has written down what a court asks of the board': async ({ desk }) => {
    const { t } = desk
    const block = desk.region(t('case.authority.title'))
    await desk.press(t('case.authority.record'), block)
    const kind = desk.field(t('case.authority.kind'), block)
    await kind.selectOption(t('case.authority.kinds.court'))
    await desk.fill(t('case.authority.name'), 'Tòa án nhân dân khu vực 1', block)
    await desk.press(t('case.block.save'), block)
    await desk.sees('Tòa án nhân dân khu vực 1', block)
  },

  'has a right marked, settled and opened again': async ({ desk }) => {
    const { t } = desk
    const rights = desk.region(t('duties.rights'))
    await rights.getByRole('combobox').selectOption(t('duties.right.view'))
    await desk.press(t('duties.addRight'), rights)
    await desk.press(t('duties.processorsWork'), rights)
    await desk.press(t('duties.checkIdentity'), rights)
    await desk.fill(t('duties.against'), 'Hồ sơ thành viên', rights)
    await desk.press(t('duties.checkIdentity'), rights)
    await desk.button(t('duties.checkAgain'), rights).waitFor()
    await desk.press(t('duties.settle'), rights)
    const result = desk.field(t('duties.result'), rights)
    await result.selectOption(t('duties.state.dropped'))
    await desk.fill(t('duties.remark'), 'Người khiếu nại rút yêu cầu.', rights)
    await desk.press(t('duties.settle'), rights)
    await desk.press(t('duties.reopen'), rights)
    await desk.button(t('duties.settle'), rights).waitFor()
  },

  ...passingOn,

  'has the time of that right extended by a letter': async ({ desk }) => {
    const { t, page } = desk
    const clock = page
      .locator('.clock')
      .filter({ has: page.getByText(t('duties.right.view'), { exact: true }) })
    await desk.press(t('duties.extend'), clock)
    await desk.region(t('letters.parts.label')).waitFor()
    await desk.press(t('letters.acts.discard'))
    await agree(desk, t('letters.acts.discard'))
    await desk.noticed(t('letters.done.discard'))
  },

  'asks for another day of receipt, and takes the request back': async ({ desk }) => {
    const { t } = desk
    await kit.openRoom(desk, 'overview')
    const block = desk.region(t('case.blocks.receipt'))
    await desk.press(t('case.receipt.correct'), block)
    await desk.fill(t('common.reason'), 'Cuộc gọi đến từ hôm trước.', block)
    const received = desk.field(t('case.receipt.right'), block)
    await received.fill(kit.dayFromNow(-1))
    await received.blur()
    await desk.press(t('case.request.send'), block)
    await desk.press(t('case.request.withdraw'), block)
    await desk.button(t('case.receipt.correct'), block).waitFor()
  },

  'has a check written and taken away': async ({ desk }) => {
    const { t, language } = desk
    await kit.openRoom(desk, 'state')
    await kit.check(desk, 'before', 'wrong', 'Ghi nhầm hàng.')
    const cell = {
      item: nameOf(DATA_ITEMS, 'phone', language),
      system: nameOf(SYSTEMS, 'member-db', language),
      phase: t('terms.phase.before'),
    }
    await desk.press(t('case.state.cell', { ...cell, finding: t('terms.finding.wrong') }))
    const editor = desk.region([cell.item, cell.system, cell.phase].join(' · '))
    await desk.press(t('case.state.remove'), editor)
    await desk
      .button(t('case.state.cell', { ...cell, finding: t('case.state.unchecked') }))
      .waitFor()
  },

  'has a why changed and taken away': async ({ desk }) => {
    const { t } = desk
    await kit.openRoom(desk, 'cause')
    const chain = desk.region(t('case.cause.chain'))
    await desk.fill(t('case.cause.firstWhy'), 'Danh sách bị sao chép.', chain)
    await desk.press(t('case.cause.addWhy'), chain)
    await desk.press(t('case.cause.editWhy', { n: 1 }), chain)
    await desk.fill(t('case.cause.why', { n: 1 }), 'Danh sách bị sao chép hai lần.', chain)
    await desk.press(t('case.block.save'), chain)
    await desk.press(t('case.cause.removeWhy', { n: 1 }), chain)
    await agree(desk, t('case.cause.remove'))
    await desk.field(t('case.cause.firstWhy'), chain).waitFor()
  },

  'has a remedy planned and taken away, and says that none is needed': async ({ desk }) => {
    const { t } = desk
    await kit.openRoom(desk, 'remedy')
    await kit.planStep(desk, 'KP-03', 'Kế hoạch ghi nhầm.', null)
    const steps = desk.region(t('case.remedy.steps'))
    await desk.press(t('case.remedy.remove'), steps.getByRole('listitem').first())
    await agree(desk, t('case.remedy.remove'))
    const block = desk.region(t('case.blocks.noRemedy'))
    await desk.press(t('case.remedy.noneNeeded'), block)
    await desk.fill(t('case.remedy.noneNeededReason'), 'Đã khắc phục từ trước.', block)
    await desk.press(t('case.block.save'), block)
    await desk.button(t('case.remedy.takeBack'), block).waitFor()
  },

  'has a firm whose terms and note are corrected': async ({ desk }) => {
    const { t } = desk
    await kit.openRoom(desk, 'firms')
    await kit.engageFirm(desk, 'sao khue', FIRM)
    const note = await kit.addNote(desk, FIRM, { author: 'Vũ Hải Đăng', body: 'Bản nháp.' })
    await desk.press(t('case.firm.editNote', { author: 'Vũ Hải Đăng' }), note)
    await desk.fill(t('case.firm.body'), 'Bản đã sửa.', note)
    await desk.press(t('case.block.save'), note)
    await desk.sees('Bản đã sửa.', note)
    const engagement = desk.region(FIRM).last()
    await desk.press(t('case.block.edit'), engagement)
    await desk.fill(t('case.firm.scope'), 'Chỉ rà soát nhật ký của đối tác.', engagement)
    await desk.press(t('case.block.save'), engagement)
    await desk.sees('Chỉ rà soát nhật ký của đối tác.', engagement)
    await desk.link(t('case.firm.toFirm'), engagement).click()
    const entry = desk.region(t('firms.entry'))
    await desk.press(t('case.block.edit'), entry)
    await desk.fill(t('firms.contractNumber'), '16/2026/HĐ-ANM', entry)
    await desk.press(t('case.block.save'), entry)
    await desk.sees('16/2026/HĐ-ANM', entry)
  },

  'is suspected of a violation, whose notice is recorded and struck out': async ({
    desk,
    code,
  }) => {
    const { t } = desk
    await kit.openCase(desk, code)
    await kit.openRoom(desk, 'breach')
    await desk.press(t('breach.suspect'))
    const duties = desk.region(t('breach.duties'))
    await duties.waitFor()
    await editBlock(desk, t('breach.facts'), () =>
      desk.fill(t('breach.happened'), 'Một tệp danh sách bị gửi nhầm.'),
    )
    const first = duties.getByRole('listitem').first()
    await first.getByRole('button', { name: new RegExp(`^${t('breach.record')}`, 'u') }).click()
    await desk.fill(t('breach.reference'), 'HS-08-2026', first)
    await desk.press(t('breach.record'), first)
    await desk.sees('HS-08-2026', first)
    await desk.press(t('breach.strike'), first)
    const why = desk.page.getByRole('dialog')
    await desk.fill(t('breach.strikeReason'), 'Chưa gửi', why)
    await desk.press(t('breach.strike'), why)
    await desk.sees(t('breach.struck', { reason: 'Chưa gửi' }), first)
  },

  'has a Form 08 begun, a part of it written and composed again, and all thrown away': async ({
    desk,
  }) => {
    const { t } = desk
    await desk.press(t('breach.begin.form-08'))
    const parts = desk.region(t('letters.parts.label'))
    await parts.waitFor()
    const part = parts.getByRole('textbox').last()
    await part.fill('Viết tay một câu.')
    await desk.sees(t('letters.save.saved'))
    const again = parts.getByRole('button', { name: t('letters.parts.recompose') }).last()
    await again.click()
    await desk.sees(t('letters.save.saved'))
    await desk.press(t('letters.acts.discard'))
    await agree(desk, t('letters.acts.discard'))
    await desk.noticed(t('letters.done.discard'))
  },

  'has its acknowledgement sent back by the second person': async ({ desk, code }) => {
    const { t } = desk
    await signOut(desk, CHAIR)
    await signIn(desk, DEPUTY)
    await kit.openCase(desk, code)
    await kit.openRoom(desk, 'letters')
    await desk.page.getByRole('row', { name: t('terms.letterKind.L1') }).click()
    await desk.press(t('letters.acts.return'))
    const question = desk.dialog(t('letters.return.title'))
    await desk.fill(t('letters.return.remark'), 'Thiếu ngày trả lời.', question)
    await desk.press(t('letters.acts.return'), question)
    await desk.noticed(t('letters.done.return'))
    await signOut(desk, DEPUTY)
    await signIn(desk, CHAIR)
  },

  'has it composed again, then approved and issued in one act': async ({ desk, code }) => {
    const { t } = desk
    await kit.openCase(desk, code)
    await kit.openRoom(desk, 'letters')
    await desk.page.getByRole('row', { name: t('terms.letterKind.L1') }).click()
    await desk.press(t('letters.recomposeAll'))
    await desk.noticed(t('letters.parts.recomposed'))
    await desk.press(t('letters.acts.submit'))
    await desk.noticed(t('letters.done.submit'))
    await signOut(desk, CHAIR)
    await signIn(desk, DEPUTY)
    await kit.openCase(desk, code)
    await kit.openRoom(desk, 'letters')
    await desk.page.getByRole('row', { name: t('terms.letterKind.L1') }).click()
    await desk.press(t('letters.acts.approveAndIssue'))
    await agree(desk, t('letters.acts.approveAndIssue'))
    await desk.region(t('letters.dispatch.heading')).waitFor()
    await signOut(desk, DEPUTY)
    await signIn(desk, CHAIR)
  },

  'has a firm kept from it that it concerns, and let in again': async ({ desk, code }) => {
    const { t } = desk
    await kit.openCase(desk, code)
    await kit.openRoom(desk, 'overview')
    const block = desk.region(t('conflicts.title'))
    await desk.press(t('conflicts.add'), block)
    await block.getByText(t('conflicts.firm'), { exact: true }).first().click()
    await desk.choose(t('conflicts.firmName'), 'sao khue', FIRM, block)
    await desk.fill(t('common.reason'), 'Chính công ty này giữ máy chủ bị lộ.', block)
    await desk.press(t('conflicts.nameFirm'), block)
    await desk.sees(t('conflicts.firmShutOut'), block)
    await desk.press(t('conflicts.lift'), block)
    const question = desk.page.getByRole('dialog')
    await desk.fill(t('common.reason'), 'Nhầm công ty.', question)
    await desk.press(t('conflicts.lift'), question)
    await desk.sees(t('conflicts.none'), block)
  },

  'is asked to end without a result when it was withdrawn': async ({ desk, code }) => {
    const { t } = desk
    await kit.openCase(desk, code)
    await kit.openRoom(desk, 'overview')
    const block = desk.region(t('case.blocks.ending'))
    await desk.press(t('case.ending.end'), block)
    await desk.field(t('case.ending.way'), block).selectOption(t('terms.status.withdrawn'))
    await desk.fill(t('common.reason'), 'Người khiếu nại rút đơn qua điện thoại.', block)
    await desk.press(t('case.request.send'), block)
    await block.getByText(t('case.request.withdraw')).waitFor()
    await kit.openRoom(desk, 'history')
    await desk.page.getByRole('main').getByRole('listitem').first().waitFor()
  },
}
