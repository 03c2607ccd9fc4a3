/** From the first run to the closed case, as the end-to-end tests do it, in the shell. */
import { createHash } from 'node:crypto'

import { expect } from 'vitest'

import { addMember, type Member, setUp, signIn, signInFirst, signOut } from '#test/e2e/kit/board.ts'
import * as kit from '#test/e2e/kit/complaint.ts'
import { draftKept } from '../kit/drafts.ts'
import { cancelSave } from '../kit/outside.ts'
import { openLetter, pageShows, plugInPrinter } from './letter-acts.ts'
import { type Board, CHAIR, DEPUTY, type Walk } from './walk.ts'

const NAME = 'Đỗ Thị Hoà'
const FIRM = 'Công ty TNHH An ninh mạng Sao Khuê'
const PICTURE = 'Nhật ký truy cập – đợt 1.png'

async function becomes({ desk }: Board, person: Member, from: Member): Promise<void> {
  await signOut(desk, from)
  await signIn(desk, person)
}

export const mainJob: Walk = {
  'is set up, with the recovery key typed back': ({ desk }) => setUp(desk, CHAIR),

  'gives a second person an account': async ({ desk }) => {
    await addMember(desk, DEPUTY, 'board')
    await desk.page.getByRole('row', { name: DEPUTY.fullName }).waitFor()
  },

  'whose owner sets a password of their own': async (board) => {
    await signOut(board.desk, CHAIR)
    await signInFirst(board.desk, DEPUTY)
    await becomes(board, CHAIR, DEPUTY)
  },

  'takes a call, half of it kept through a reload': async (board) => {
    const { desk } = board
    const { t, page } = desk
    await kit.openIntake(desk)
    await kit.fillIntake(desk, { fullName: NAME, phone: '0903.123.456', account: 'hoado90' })
    await draftKept(board.program, 'KN-01')
    await page.reload()
    await desk.sees(t('common.draftRestored'))
    await desk.press(t('intake.save'))
    const saved = desk.region(t('intake.saved.title'))
    await saved
      .getByText(/KN-\d{4}-\d{4}/u)
      .first()
      .waitFor()
    board.code = /KN-\d{4}-\d{4}/u.exec(await saved.innerText())?.[0] ?? ''
    expect(board.code).toMatch(/-0001$/u)
  },

  'warns of the same caller': async ({ desk, code }) => {
    const { t } = desk
    await desk.press(t('intake.saved.next'))
    await desk.fill(t('intake.phone', { n: 1 }), '+84 903 123 456')
    const panel = desk.region(t('intake.duplicates.some', { n: 1 }))
    await panel.getByRole('link', { name: code }).waitFor()
    await desk.press(t('intake.discard.button'))
    await desk.press(t('intake.discard.act'), desk.dialog(t('intake.discard.title')))
  },

  'finds the complaint however its name is typed': async ({ desk, code }) => {
    const { t, page } = desk
    await desk.enter(t('frame.complaints'))
    const search = page.getByRole('searchbox', { name: t('complaints.search') })
    await search.fill('không có ai như vậy')
    await desk.sees(t('complaints.noneFound'))
    await search.fill('do thi hoa')
    await page.getByRole('row', { name: code }).click()
    await desk.sees(t('case.missing'))
  },

  'records the state, the cause and the remedies': async ({ desk }) => {
    await kit.openRoom(desk, 'state')
    await kit.check(desk, 'before', 'leaked', 'Số điện thoại nằm trong tệp đối tác tải về.')
    await kit.check(desk, 'after', 'correct', 'Tệp đã thu hồi, quyền tải đã khóa.')
    await kit.check(desk, 'before', 'not-checked', 'Mã voucher không lưu ở đây.', 'voucher')
    await kit.concludeState(desk, 'Số điện thoại đã bị lộ qua tài khoản của một đối tác.')
    await kit.decideNotice(desk, { harm: 'not-owed', conduct: 'not-owed' })
    await kit.openRoom(desk, 'cause')
    const whys = ['Đối tác tải được tệp.', 'Quyền tải tệp không bị thu hồi khi hết hạn.']
    await kit.findCause(desk, whys, 'NN-01', 'Quyền truy cập không được thu hồi kịp thời.')
    await kit.openRoom(desk, 'remedy')
    await kit.planStep(desk, 'KP-03', 'Buộc đối tác xóa tệp.', null)
    await kit.finishStep(desk, 'Buộc đối tác xóa tệp')
  },

  'registers a firm': async ({ desk }) => {
    const { t } = desk
    await desk.enter(t('frame.firmsShort'))
    await desk.press(t('firms.add'))
    const dialog = desk.dialog(t('firms.add'))
    await desk.fill(t('firms.name'), FIRM, dialog)
    await desk.fill(t('firms.contractNumber'), '15/2026/HĐ-ANM', dialog)
    await desk.fill(t('firms.contractValidUntil'), kit.dayFromNow(300), dialog)
    await desk.fill(t('firms.ndaValidUntil'), kit.dayFromNow(300), dialog)
    await desk.press(t('firms.add'), dialog)
    await desk.noticed(t('firms.added', { name: FIRM }))
    await desk.sees(t('firms.allowed'))
  },

  'takes a file in, shows it, and gives it back byte for byte where the dialog says': async (
    board,
  ) => {
    const { desk, program, code } = board
    const { t, page } = desk
    await kit.openCase(desk, code)
    await kit.openRoom(desk, 'firms')
    await kit.engageFirm(desk, 'sao khue', FIRM)
    const note = await kit.addNote(desk, FIRM, { author: 'Vũ Hải Đăng', body: 'Đã tải tệp.' })
    const buffer = await page.screenshot()
    const picture = { name: PICTURE, mimeType: 'image/png', buffer }
    await desk.field(t('case.evidence.add'), note).setInputFiles(picture)
    const save = desk.button(t('case.evidence.exportOne', { name: PICTURE }), note)
    await save.waitFor()

    await desk.press(t('case.evidence.openOne', { name: PICTURE }), note)
    const viewer = desk.dialog(PICTURE)
    await viewer.getByRole('img', { name: t('case.evidence.picture', { name: PICTURE }) }).waitFor()
    await desk.press(t('common.close'), viewer)

    await cancelSave(program, () => save.click())
    const saved = await desk.saved(() => save.click())
    expect(saved.name).toBe(PICTURE)
    expect(saved.bytes.equals(buffer)).toBe(true)
  },

  'concludes that the complaint is upheld': async ({ desk, code }) => {
    await kit.openCase(desk, code)
    await kit.openRoom(desk, 'overview')
    await kit.setOutcome(desk, 'upheld', 'Trái với điều khoản 1.8.')
  },

  'drafts the letter, edits it, submits it, takes it back and submits it again': async ({
    desk,
    code,
  }) => {
    const { t } = desk
    await kit.openRoom(desk, 'letters')
    await desk.press(t('case.letters.draftVi'))
    await desk.heading(`${t('terms.letterKind.L4')} ${code}`)
    const field = desk.field(t('letters.part.advice'))
    await field.fill(`${await field.inputValue()}\n- Chặn số lạ 0281-ABC`)
    await desk.sees(t('letters.save.saved'))
    await pageShows(desk, code, 'Chặn số lạ 0281-ABC')
    await desk.press(t('letters.acts.submit'))
    await desk.noticed(t('letters.done.submit'))
    await desk.press(t('letters.acts.reopen'))
    await desk.noticed(t('letters.done.reopen'))
    await desk.press(t('letters.acts.submit'))
    await desk.noticed(t('letters.done.submit'))
  },

  'is approved and issued by the second person': async (board) => {
    const { desk, code } = board
    const { t } = desk
    await becomes(board, DEPUTY, CHAIR)
    await desk.link(t('frame.approvalsWaiting', { n: 1 })).click()
    await desk.region(t('approvals.letters')).getByRole('link', { name: code }).click()
    await pageShows(desk, code, 'Chặn số lạ 0281-ABC')
    await desk.press(t('letters.acts.approve'))
    await desk.noticed(t('letters.done.approve'))
    await desk.press(t('letters.acts.issue'))
    await desk.press(t('letters.acts.issue'), desk.dialog(t('letters.issue.title')))
    await desk.noticed(t('letters.done.issue', { number: '01/TB-BQT' }))
  },

  'is saved through the dialog as the very PDF that is kept': async ({ desk, code }) => {
    const { t, page } = desk
    await pageShows(desk, code, '01/TB-BQT')
    const { name, bytes } = await desk.saved(() => desk.press(t('letters.acts.export')))
    expect(name).toMatch(/\.pdf$/u)
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
    // The page says the hash of the file that is kept.
    await page.getByTitle(createHash('sha256').update(bytes).digest('hex')).waitFor()
  },

  'stays unsaved when the dialog is cancelled, and says nothing': async ({ desk, program }) => {
    const { t, page } = desk
    await cancelSave(program, () => desk.press(t('letters.acts.export')))
    // The button can be used again, and nothing was said.
    await desk.button(t('letters.acts.export')).click({ trial: true })
    expect(await page.getByRole('alert').count()).toBe(0)
  },

  'is printed page by page': async ({ desk, program }) => {
    const printed = await plugInPrinter(desk, program)
    await desk.press(desk.t('letters.acts.print'))
    expect(await printed()).toBeGreaterThan(0)
  },

  'goes by e-mail as a draft to be sent': async ({ desk }) => {
    const { t } = desk
    const { name, bytes } = await desk.saved(() => desk.press(t('letters.acts.mail')))
    expect(name).toMatch(/\.eml$/u)
    expect(bytes.includes('hoa.do@example.com')).toBe(true)
  },

  'is told apart from an altered copy': async ({ desk, program }) => {
    const { t, page } = desk
    await page.goto(`${program.origin()}/#/thu/doi-chieu`)
    await desk.heading(t('letters.verify.title'))
    const buffer = Buffer.from('%PDF-1.7 not ours')
    const files = desk.region(t('letters.verify.file'))
    await files
      .locator('input[type=file]')
      .setInputFiles({ name: 'la.pdf', mimeType: 'application/pdf', buffer })
    await desk.sees(t('letters.verify.result.unknown'), files)
    const paper = desk.region(t('letters.verify.paper'))
    await desk.fill(t('letters.verify.code'), '1/tb-bqt', paper)
    await desk.press(t('letters.verify.find'), paper)
    await desk.sees(t('letters.verify.result.known'), paper)
  },

  'is recorded as sent, which is struck out and recorded again': async ({ desk, code }) => {
    const { t } = desk
    await kit.openCase(desk, code)
    await openLetter(desk, code, 'L4')
    const sending = desk.region(t('letters.dispatch.heading'))
    for (const again of [false, true]) {
      await desk.press(t('letters.dispatch.record'), sending)
      const dialog = desk.dialog(t('letters.dispatch.record'))
      const channel = desk.field(t('letters.dispatch.channel'), dialog)
      await channel.selectOption(t('terms.dispatchChannel.post'))
      await dialog.locator('input[type=file]').setInputFiles({
        name: 'bien-nhan.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('Đã nhận'),
      })
      await desk.press(t('letters.dispatch.record'), dialog)
      await desk.noticed(t('letters.dispatch.answered'))
      if (again) break
      await desk.press(t('letters.dispatch.strike'), sending)
      const reason = desk.page.getByRole('dialog')
      await desk.fill(t('letters.dispatch.strikeReason'), 'Ghi nhầm ngày gửi.', reason)
      await desk.press(t('letters.dispatch.strike'), reason)
      await desk.sees('Ghi nhầm ngày gửi.', sending)
    }
  },

  'is closed when the other person agrees': async (board) => {
    const { desk, code } = board
    const { t, page } = desk
    await kit.openCase(desk, code)
    const block = desk.region(t('case.blocks.closing'))
    await desk.press(t('case.closing.request'), block)
    await desk.fill(t('common.reason'), 'Đã trả lời, người khiếu nại đồng ý.', block)
    await desk.press(t('case.request.send'), block)
    await becomes(board, CHAIR, DEPUTY)
    await desk.link(t('frame.approvalsWaiting', { n: 1 })).click()
    const request = page.getByRole('article', { name: t('approvals.what.close') })
    await desk.press(t('approvals.approve'), request)
    await desk.press(t('approvals.approve'), desk.dialog(t('approvals.approveTitle')))
    await desk.noticed(t('approvals.approved'))
  },
}
