/** The main job through the real window, from the first run to the closed case, in both languages. */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'

import { addMember, setUp, signIn, signInFirst, signOut, type Member } from './kit/board.ts'
import {
  addNote,
  check,
  concludeState,
  decideNotice,
  dayFromNow,
  engageFirm,
  fillIntake,
  findCause,
  agreeToClose,
  askToClose,
  attach,
  lookAndExport,
  registerFirm,
  wholeHistory,
  finishStep,
  openCase,
  openIntake,
  openRoom,
  planStep,
  setOutcome,
} from './kit/complaint.ts'
import { type Desk, launchChromium, openWorkspace } from './kit/desk.ts'
import {
  addAdvice,
  approveLetter,
  dispatchByPost,
  openAnswer,
  pageShows,
  submitLetter,
  tellApart,
} from './kit/letter.ts'
import { expectKeepable, expectWords } from './kit/letter-pdf.ts'
import { ACTS_OF_THE_JOB } from './kit/acts.ts'
import { CHAIR, DEPUTY } from './kit/members.ts'
import { type Host, startHost } from './kit/host.ts'

const NAME = 'Đỗ Thị Hoà'
const FIRM = 'Công ty TNHH An ninh mạng Sao Khuê'
const OUTPUT = join(import.meta.dirname, '../output/e2e')

describe.each(['vi', 'en'] as const)('the whole job, in %s', (language) => {
  let browser: Browser
  let host: Host
  let desk: Desk
  let broken = false
  let pictures = 0
  let code = ''
  let dueDay = ''
  let pdf = ''
  let parts: readonly string[] = []

  beforeAll(async () => {
    browser = await launchChromium(inject('chromiumPath'))
    host = await startHost()
    desk = await openWorkspace(browser, host, { language })
  })
  afterAll(async () => {
    await browser.close()
    await host.stop()
  })
  // Each step stands on the one before: after a failure the rest would only wait in vain.
  beforeEach((context) => context.skip(broken))
  afterEach(async (context) => {
    if (broken) return
    broken = context.task.result?.state === 'fail'
    await shoot(broken ? 'failed' : context.task.name)
    expect(desk.faults).toEqual([])
  })

  async function shoot(name: string): Promise<void> {
    pictures += 1
    const number = String(pictures).padStart(2, '0')
    await desk.shoot(`${language}-${number}-${name.replace(/[^a-z]+/gi, '-').slice(0, 60)}`)
  }

  async function becomes(person: Member, from: Member): Promise<void> {
    await signOut(desk, from)
    await signIn(desk, person)
  }

  it('is set up in four steps with the recovery key typed back', async () => {
    await setUp(desk, CHAIR)
    await desk.sees(desk.t('today.noneOpen'))
  })

  it('gives a second person an account, which is one once they have set their own password', async () => {
    await addMember(desk, DEPUTY, 'board')
    await desk.page.getByRole('row', { name: DEPUTY.fullName }).waitFor()
    await desk.enter(desk.t('frame.today'))
    await desk.sees(desk.t('people.account.mark.alone'))
    await signOut(desk, CHAIR)
    await signInFirst(desk, DEPUTY)
    await becomes(CHAIR, DEPUTY)
    await desk.page.getByText(desk.t('people.account.mark.alone')).waitFor({ state: 'detached' })
  })

  it('takes a phone complaint, says when the answer is due, and survives a reload', async () => {
    const { t, page } = desk
    await openIntake(desk)
    const kept = page.waitForResponse(
      (response) =>
        response.url().endsWith('/api/drafts.save') &&
        (response.request().postData()?.includes('KN-01') ?? false),
    )
    const told = { fullName: NAME.normalize('NFD'), phone: '0903.123.456', account: 'hoado90' }
    await fillIntake(desk, told)
    await desk.sees(t('intake.phoneType.mobile', { phone: '0903 123 456' }))
    await kept
    await page.reload()
    await desk.sees(t('common.draftRestored'))
    expect(await desk.field(t('intake.fullName')).inputValue()).toBe(told.fullName)
    expect(await desk.field(t('intake.phone', { n: 1 })).inputValue()).toBe(told.phone)
    const due = desk.region(t('intake.answer.title'))
    dueDay = /\d{2}\/\d{2}\/\d{4}/.exec(await due.innerText())?.[0] ?? ''
    await shoot('intake filled')
    await desk.press(t('intake.save'))
    const saved = desk.region(t('intake.saved.title'))
    await saved.getByText(dueDay).waitFor()
    code = /KN-\d{4}-\d{4}/.exec(await saved.innerText())?.[0] ?? ''
    expect(code).toMatch(/-0001$/)
    expect(await saved.innerText()).toContain(NAME)
  })

  it('warns of the same caller before a second complaint is saved', async () => {
    const { t } = desk
    await desk.press(t('intake.saved.next'))
    await desk.fill(t('intake.phone', { n: 1 }), '+84 903 123 456')
    const panel = desk.region(t('intake.duplicates.some', { n: 1 }))
    await panel.getByRole('link', { name: code }).waitFor()
    await desk.press(t('intake.discard.button'))
    await desk.press(t('intake.discard.act'), desk.dialog(t('intake.discard.title')))
    await desk.sees(t('intake.duplicates.none'))
  })

  it('finds the complaint however its name is typed', async () => {
    const { t, page } = desk
    await desk.enter(t('frame.complaints'))
    const search = page.getByRole('searchbox', { name: t('complaints.search') })
    for (const words of ['do thi hoa', 'ĐỖ THỊ HÒA', '903123456', NAME.normalize('NFD')]) {
      await search.fill('không có ai như vậy')
      await desk.sees(t('complaints.noneFound'))
      await search.fill(words)
      await page.getByRole('row', { name: code }).waitFor()
    }
    await page.getByRole('row', { name: code }).click()
    await desk.sees(t('case.missing'))
  })

  it('records the state of the information before and after', async () => {
    await openRoom(desk, 'state')
    await check(desk, 'before', 'leaked', 'Số điện thoại nằm trong tệp đối tác tải về ngày 08/11.')
    await check(desk, 'after', 'correct', 'Tệp đã thu hồi, quyền tải đã khóa.')
    await check(desk, 'before', 'not-checked', 'Mã voucher không lưu ở đây.', 'voucher')
    await concludeState(desk, 'Số điện thoại và mã voucher đã bị lộ qua tài khoản của một đối tác.')
    await decideNotice(desk, { harm: 'not-owed', conduct: 'not-owed' })
  })

  it('asks why until the cause is established', async () => {
    await openRoom(desk, 'cause')
    const whys = [
      'Đối tác giao hàng tải được tệp có số điện thoại.',
      'Quyền tải tệp không bị thu hồi khi hợp đồng hết hạn.',
    ]
    await findCause(desk, whys, 'NN-01', 'Quyền truy cập của đối tác không được thu hồi kịp thời.')
  })

  it('plans remedies, one done and one with its day', async () => {
    await openRoom(desk, 'remedy')
    await planStep(desk, 'KP-03', 'Buộc đối tác xóa tệp và xác nhận bằng văn bản.', null)
    await finishStep(desk, 'Buộc đối tác xóa tệp')
    await planStep(desk, 'KP-21', 'Tự động thu hồi quyền khi hợp đồng hết hạn.', dayFromNow(14))
  })

  it('registers a firm with a valid contract and secrecy agreement', async () => {
    await registerFirm(desk, FIRM)
  })

  it('keeps a note of the firm with its file, and gives the file back byte for byte', async () => {
    const { page } = desk
    await openCase(desk, code)
    await openRoom(desk, 'firms')
    await engageFirm(desk, 'sao khue', FIRM)
    const words = 'Tài khoản doitac07 đã tải tệp lúc 02:14 ngày 08/11.'
    const note = await addNote(desk, FIRM, { author: 'Vũ Hải Đăng', body: words })
    const fileName = 'Nhật ký truy cập – đợt 1.png'
    const buffer = await page.screenshot()
    await attach(desk, note, fileName, buffer)
    const exported = await lookAndExport(desk, note, fileName)
    expect(exported.name).toBe(fileName)
    expect(exported.bytes.equals(buffer)).toBe(true)
  })

  it('concludes that the complaint is upheld, with the reason', async () => {
    await openRoom(desk, 'overview')
    const reason = 'Đối tác đã tải thông tin của khách hàng trái với điều khoản 1.8.'
    await setOutcome(desk, 'upheld', reason)
    await desk.page
      .getByRole('region', { name: desk.t('case.missing') })
      .waitFor({ state: 'detached' })
  })

  it('drafts the letter from the facts, shows its very page, and is submitted', async () => {
    const { t } = desk
    await openRoom(desk, 'letters')
    await desk.press(t(language === 'vi' ? 'case.letters.draftVi' : 'case.letters.draftEn'))
    await desk.heading(`${t('terms.letterKind.L4')} ${code}`)
    await addAdvice(desk, code, 'Chặn số lạ 0281-ABC')
    await submitLetter(desk)
  })

  it('does not let the author approve, and says why', async () => {
    const { t } = desk
    const button = desk.button(t('letters.acts.approve'))
    expect(await button.getAttribute('aria-disabled')).toBe('true')
    await button.focus()
    await desk.page.getByRole('tooltip').getByText(t('issues.APPROVER_IS_AUTHOR')).waitFor()
    await button.press('Enter')
    await desk.page.keyboard.press('Escape')
    expect(await button.getAttribute('aria-disabled')).toBe('true')
  })

  it('is approved by a second person, and the approval falls with the next edit', async () => {
    const { t } = desk
    await becomes(DEPUTY, CHAIR)
    await desk.link(t('frame.approvalsWaiting', { n: 1 })).click()
    await desk.heading(t('frame.approvals'))
    await desk.region(t('approvals.letters')).getByRole('link', { name: code }).click()
    await pageShows(desk, code, 'Chặn số lạ 0281-ABC')
    await approveLetter(desk)

    await becomes(CHAIR, DEPUTY)
    await openCase(desk, code)
    await openAnswer(desk, code)
    await desk.press(t('letters.acts.reopen'))
    await desk.press(t('letters.acts.reopen'), desk.dialog(t('letters.reopen.title')))
    await desk.noticed(t('letters.done.reopen'))
    await addAdvice(desk, code, 'Giữ lại tin nhắn lạ XYZ-99')
    const issue = desk.button(t('letters.acts.issue'))
    expect(await issue.getAttribute('aria-disabled')).toBe('true')
    await submitLetter(desk)
  })

  it('is approved anew and issued under its number', async () => {
    const { t, page } = desk
    await becomes(DEPUTY, CHAIR)
    await openCase(desk, code)
    await openAnswer(desk, code)
    await pageShows(desk, code, 'Giữ lại tin nhắn lạ XYZ-99')
    await approveLetter(desk)
    await desk.press(t('letters.acts.issue'))
    await desk.press(t('letters.acts.issue'), desk.dialog(t('letters.issue.title')))
    await desk.noticed(t('letters.done.issue', { number: '01/TB-BQT' }))
    parts = await page
      .getByRole('region', { name: t('letters.parts.label') })
      .locator('p')
      .allInnerTexts()
    expect(parts.length).toBeGreaterThan(10)
  })

  it('leaves as a tagged PDF with every part, its number, and Vietnamese in an embedded Tinos', async () => {
    const { t, page } = desk
    await pageShows(desk, code, '01/TB-BQT')
    const exported = await desk.saved(() => desk.press(t('letters.acts.export')))
    expect(exported.name).toMatch(/\.pdf$/)
    await page.getByTitle(createHash('sha256').update(exported.bytes).digest('hex')).waitFor()
    mkdirSync(OUTPUT, { recursive: true })
    pdf = join(OUTPUT, `letter-${language}.pdf`)
    writeFileSync(pdf, exported.bytes)

    const cause = 'Quyền truy cập của đối tác không được thu hồi kịp thời.'
    expectWords(pdf, ['01/TB-BQT', code, NAME, cause], parts.slice(1))
    expectKeepable(pdf, language)
  })

  it('is told apart from an altered copy, by the file and by its number', async () => {
    const { t } = desk
    await tellApart(desk, readFileSync(pdf))
    const paper = desk.region(t('letters.verify.paper'))
    await desk.fill(t('letters.verify.code'), '1/tb-bqt', paper)
    await desk.press(t('letters.verify.find'), paper)
    await desk.sees(t('letters.verify.result.known'), paper)
    await paper.getByRole('link', { name: code }).waitFor()
  })

  it('is recorded as sent with its proof, which answers the complaint', async () => {
    const { t } = desk
    await openCase(desk, code)
    await desk.sees(t('case.next.act.DISPATCH_LETTER'))
    await openAnswer(desk, code)
    const sending = desk.region(t('letters.dispatch.heading'))
    await desk.sees(t('letters.dispatch.none'), sending)
    await dispatchByPost(desk, 'EB 123 456 789 VN')
    await desk.sees(t('terms.deadlineState.met'), sending)
  })

  it('is replaced by a letter that names it, approved and issued in one act', async () => {
    const { t, page } = desk
    await desk.press(t('letters.acts.replace'))
    await desk.press(t('letters.acts.replace'), desk.dialog(t('letters.replace.title')))
    await desk.sees(t('letters.replaces'))
    await addAdvice(desk, code, 'Đổi câu hỏi bảo mật ABC-22')
    await submitLetter(desk)
    await becomes(CHAIR, DEPUTY)
    await desk.link(t('frame.approvalsWaiting', { n: 1 })).click()
    await desk.region(t('approvals.letters')).getByRole('link', { name: code }).click()
    await pageShows(desk, code, 'Đổi câu hỏi bảo mật ABC-22')
    await desk.press(t('letters.acts.approveAndIssue'))
    const question = desk.dialog(t('letters.approveAndIssue.title'))
    await desk.press(t('letters.acts.approveAndIssue'), question)
    await desk.noticed(t('letters.done.approveAndIssue', { number: '02/TB-BQT' }))
    await pageShows(desk, code, '01/TB-BQT')
    await page.getByRole('main').getByRole('link', { name: '01/TB-BQT' }).click()
    await desk.sees(t('letters.replacedBy'))
    await page.getByRole('link', { name: '02/TB-BQT' }).waitFor()
    const again = desk.button(t('letters.acts.replace'))
    expect(await again.getAttribute('aria-disabled')).toBe('true')
    await becomes(DEPUTY, CHAIR)
  })

  it('closes the answered case when the other person agrees', async () => {
    const { t } = desk
    await openCase(desk, code)
    await desk.sees(t('terms.status.answered'))
    await askToClose(desk, 'Đã trả lời, người khiếu nại đồng ý.')
    await becomes(CHAIR, DEPUTY)
    await desk.link(t('frame.approvalsWaiting', { n: 1 })).click()
    await agreeToClose(desk)
  })

  it('has every act in its history', async () => {
    const { t } = desk
    await openCase(desk, code)
    await desk.sees(t('terms.status.closed'))
    await openRoom(desk, 'history')
    const told = await wholeHistory(desk)
    expect(
      ACTS_OF_THE_JOB.filter((act) => !told.includes(t(`case.history.actions.${act}`))),
    ).toEqual([])
    expect(told).toContain(DEPUTY.fullName)
  })
})
