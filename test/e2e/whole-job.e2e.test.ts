/** The main job through the real window, from the first run to the closed case, in both languages. */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'

import { run, withoutSpace } from '#test/main/letters/pdf-tools.ts'
import { addMember, setUp, signIn, signOut, type Member } from './kit/board.ts'
import {
  addNote,
  check,
  concludeState,
  dayFromNow,
  engageFirm,
  fillIntake,
  findCause,
  finishStep,
  openCase,
  openIntake,
  openRoom,
  planStep,
  setOutcome,
} from './kit/complaint.ts'
import { type Desk, launchChromium, openWorkspace } from './kit/desk.ts'
import { type Host, startHost } from './kit/host.ts'

const CHAIR: Member = {
  username: 'lan.tran',
  password: 'con chim sơn ca trên mái ngói',
  fullName: 'Trần Thị Ngọc Lan',
  title: 'Trưởng ban quản trị website',
}
const DEPUTY: Member = {
  username: 'minh.le',
  password: 'bốn mùa lá rụng bên hồ',
  fullName: 'Lê Quang Minh',
  title: 'Phó trưởng ban',
}
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

  async function openLetter(): Promise<void> {
    await openRoom(desk, 'letters')
    await desk.page.getByRole('row', { name: desk.t('terms.letterKind.L4') }).click()
    await desk.heading(`${desk.t('terms.letterKind.L4')} ${code}`)
  }

  /** Waits until the page that will be exported shows these words. */
  async function pageShows(words: string): Promise<void> {
    const page = desk.page.getByRole('region', { name: desk.t('letters.page.label', { code }) })
    await page.getByText(words).first().waitFor({ state: 'attached' })
  }

  async function editAdvice(words: string): Promise<void> {
    const { t } = desk
    const field = desk.field(t('letters.part.advice'))
    await field.fill(`${await field.inputValue()}\n- ${words}`)
    await desk.sees(t('letters.save.saved'))
    await pageShows(words)
  }

  async function submit(): Promise<void> {
    await desk.press(desk.t('letters.acts.submit'))
    await desk.noticed(desk.t('letters.done.submit'))
  }

  async function approve(): Promise<void> {
    await desk.press(desk.t('letters.acts.approve'))
    await desk.noticed(desk.t('letters.done.approve'))
  }

  it('is set up in four steps with the recovery key typed back', async () => {
    await setUp(desk, CHAIR)
    await desk.sees(desk.t('today.noneOpen'))
  })

  it('gives a second person an account', async () => {
    await addMember(desk, DEPUTY, 'board')
    await desk.page.getByRole('row', { name: DEPUTY.fullName }).waitFor()
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
    await concludeState(desk, 'Số điện thoại và mã voucher đã bị lộ qua tài khoản của một đối tác.')
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
    const { t } = desk
    await desk.enter(t('frame.firmsShort'))
    await desk.press(t('firms.add'))
    const dialog = desk.dialog(t('firms.add'))
    await desk.fill(t('firms.name'), FIRM, dialog)
    await desk.fill(t('firms.contractNumber'), '15/2026/HĐ-ANM', dialog)
    await desk.fill(t('firms.contractValidUntil'), dayFromNow(300), dialog)
    await desk.fill(t('firms.ndaValidUntil'), dayFromNow(300), dialog)
    await desk.press(t('firms.add'), dialog)
    await desk.noticed(t('firms.added', { name: FIRM }))
    await desk.sees(t('firms.allowed'))
  })

  it('keeps a note of the firm with its file, and gives the file back byte for byte', async () => {
    const { t, page } = desk
    await openCase(desk, code)
    await openRoom(desk, 'firms')
    await engageFirm(desk, 'sao khue', FIRM)
    const words = 'Tài khoản doitac07 đã tải tệp lúc 02:14 ngày 08/11.'
    const note = await addNote(desk, FIRM, { author: 'Vũ Hải Đăng', body: words })
    const fileName = 'Nhật ký truy cập – đợt 1.png'
    const buffer = await page.screenshot()
    await desk
      .field(t('case.evidence.add'), note)
      .setInputFiles({ name: fileName, mimeType: 'image/png', buffer })
    await desk.button(t('case.evidence.exportOne', { name: fileName }), note).waitFor()
    await page.getByTitle(createHash('sha256').update(buffer).digest('hex')).first().waitFor()

    await desk.press(t('case.evidence.openOne', { name: fileName }), note)
    const viewer = desk.dialog(fileName)
    await viewer
      .getByRole('img', { name: t('case.evidence.picture', { name: fileName }) })
      .waitFor()
    await desk.press(t('common.close'), viewer)

    const exported = await desk.saved(() =>
      desk.press(t('case.evidence.exportOne', { name: fileName }), note),
    )
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
    await editAdvice('Chặn số lạ 0281-ABC')
    await submit()
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
    await pageShows('Chặn số lạ 0281-ABC')
    await approve()

    await becomes(CHAIR, DEPUTY)
    await openCase(desk, code)
    await openLetter()
    await desk.press(t('letters.acts.reopen'))
    await desk.press(t('letters.acts.reopen'), desk.dialog(t('letters.reopen.title')))
    await desk.noticed(t('letters.done.reopen'))
    await editAdvice('Giữ lại tin nhắn lạ XYZ-99')
    const issue = desk.button(t('letters.acts.issue'))
    expect(await issue.getAttribute('aria-disabled')).toBe('true')
    await submit()
  })

  it('is approved anew and issued under its number', async () => {
    const { t, page } = desk
    await becomes(DEPUTY, CHAIR)
    await openCase(desk, code)
    await openLetter()
    await pageShows('Giữ lại tin nhắn lạ XYZ-99')
    await approve()
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
    await pageShows('01/TB-BQT')
    const exported = await desk.saved(() => desk.press(t('letters.acts.export')))
    expect(exported.name).toMatch(/\.pdf$/)
    await page.getByTitle(createHash('sha256').update(exported.bytes).digest('hex')).waitFor()
    mkdirSync(OUTPUT, { recursive: true })
    pdf = join(OUTPUT, `letter-${language}.pdf`)
    writeFileSync(pdf, exported.bytes)

    const text = withoutSpace(run('pdftotext', [pdf, '-']))
    expect(text).toContain('01/TB-BQT')
    expect(text).toContain(withoutSpace(code))
    expect(text).toContain(withoutSpace(NAME))
    expect(text).toContain(withoutSpace('Quyền truy cập của đối tác không được thu hồi kịp thời.'))
    // Between the margins: a paragraph may go on over the page, past its foot and number.
    const between = ['-x', '0', '-y', '57', '-W', '595', '-H', '728']
    const raw = withoutSpace(run('pdftotext', ['-raw', ...between, pdf, '-']))
    for (const line of parts.slice(1).flatMap((part) => part.split('\n'))) {
      expect(raw).toContain(withoutSpace(line.replace(/^- /, '')))
    }

    const fonts = run('pdffonts', [pdf]).trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+Tinos\S*\s.*\syes\s+yes\s+yes\s/)
    const info = run('pdfinfo', [pdf])
    expect(info).toMatch(/^Tagged:\s+yes$/m)
    expect(info).toMatch(/^Title:\s+\S.*$/m)
    const catalog = run('qpdf', ['--json=2', '--json-key=qpdf', pdf])
    expect(catalog).toMatch(new RegExp(`"/Lang": "(?:u:)?${language}`))
  })

  it('is told apart from an altered copy, by the file and by its number', async () => {
    const { t, page } = desk
    await page.goto(`${page.url().split('#')[0] ?? ''}#/thu/doi-chieu`)
    await desk.heading(t('letters.verify.title'))
    const bytes = readFileSync(pdf)
    const altered = Buffer.from(bytes)
    const middle = Math.floor(altered.length / 2)
    altered[middle] = (altered[middle] ?? 0) ^ 1
    const file = desk.region(t('letters.verify.file'))
    await file.locator('input[type=file]').setInputFiles([
      { name: 'goc.pdf', mimeType: 'application/pdf', buffer: bytes },
      { name: 'sua.pdf', mimeType: 'application/pdf', buffer: altered },
    ])
    await desk.sees(t('letters.verify.result.genuine'), file)
    await desk.sees(t('letters.verify.result.altered'), file)
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
    await openLetter()
    const sending = desk.region(t('letters.dispatch.heading'))
    await desk.sees(t('letters.dispatch.none'), sending)
    await desk.press(t('letters.dispatch.record'), sending)
    const dialog = desk.dialog(t('letters.dispatch.record'))
    await desk.press(t('letters.dispatch.record'), dialog)
    await desk.sees(t('issues.WRONG_TYPE'), dialog)
    const channel = desk.field(t('letters.dispatch.channel'), dialog)
    await channel.selectOption(t('terms.dispatchChannel.post'))
    await desk.fill(t('letters.dispatch.trackingNumber'), 'EB 123 456 789 VN', dialog)
    await dialog.locator('input[type=file]').setInputFiles({
      name: 'bien-nhan.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Đã nhận'),
    })
    await desk.press(t('letters.dispatch.record'), dialog)
    await desk.noticed(t('letters.dispatch.answered'))
    await desk.sees('EB 123 456 789 VN', sending)
    await desk.press(t('letters.dispatch.proofOf', { name: 'bien-nhan.txt' }), sending)
    const viewer = desk.dialog('bien-nhan.txt')
    await desk.sees('Đã nhận', viewer)
    await desk.press(t('common.close'), viewer)
    await desk.sees(t('terms.deadlineState.met'), sending)
  })

  it('is replaced by a letter that names it, approved and issued in one act', async () => {
    const { t, page } = desk
    await desk.press(t('letters.acts.replace'))
    await desk.press(t('letters.acts.replace'), desk.dialog(t('letters.replace.title')))
    await desk.sees(t('letters.replaces'))
    await editAdvice('Đổi câu hỏi bảo mật ABC-22')
    await submit()
    await becomes(CHAIR, DEPUTY)
    await desk.link(t('frame.approvalsWaiting', { n: 1 })).click()
    await desk.region(t('approvals.letters')).getByRole('link', { name: code }).click()
    await pageShows('Đổi câu hỏi bảo mật ABC-22')
    await desk.press(t('letters.acts.approveAndIssue'))
    const question = desk.dialog(t('letters.approveAndIssue.title'))
    await desk.press(t('letters.acts.approveAndIssue'), question)
    await desk.noticed(t('letters.done.approveAndIssue', { number: '02/TB-BQT' }))
    await pageShows('01/TB-BQT')
    await page.getByRole('main').getByRole('link', { name: '01/TB-BQT' }).click()
    await desk.sees(t('letters.replacedBy'))
    await page.getByRole('link', { name: '02/TB-BQT' }).waitFor()
    const again = desk.button(t('letters.acts.replace'))
    expect(await again.getAttribute('aria-disabled')).toBe('true')
    await becomes(DEPUTY, CHAIR)
  })

  it('closes the answered case when the other person agrees', async () => {
    const { t, page } = desk
    await openCase(desk, code)
    await desk.sees(t('terms.status.answered'))
    const block = desk.region(t('case.blocks.closing'))
    await desk.press(t('case.closing.request'), block)
    await desk.fill(t('common.reason'), 'Đã trả lời, người khiếu nại đồng ý.', block)
    await desk.press(t('case.request.send'), block)
    await becomes(CHAIR, DEPUTY)
    await desk.link(t('frame.approvalsWaiting', { n: 1 })).click()
    const request = page.getByRole('article', { name: t('approvals.what.close') })
    await desk.press(t('approvals.approve'), request)
    await desk.press(t('approvals.approve'), desk.dialog(t('approvals.approveTitle')))
    await desk.noticed(t('approvals.approved'))
  })

  it('has every act in its history', async () => {
    const { t, page } = desk
    await openCase(desk, code)
    await desk.sees(t('terms.status.closed'))
    await openRoom(desk, 'history')
    const history = page.getByRole('main')
    const more = desk.button(t('common.more'), history)
    await desk.sees(t('case.history.actions.complaint-closed'), history)
    while ((await more.count()) > 0) {
      await more.click()
      await more
        .or(history.getByText(t('case.history.actions.complaint-created')))
        .first()
        .waitFor()
    }
    const acts = [
      'complaint-created',
      'state-checked',
      'state-concluded',
      'cause-whyAdded',
      'cause-saved',
      'remedy-stepAdded',
      'remedy-stepChanged',
      'firm-engaged',
      'firm-noteAdded',
      'evidence-added',
      'evidence-exported',
      'complaint-concluded',
      'letter-drafted',
      'letter-edited',
      'letter-submitted',
      'letter-approved',
      'letter-reopened',
      'letter-issued',
      'letter-exported',
      'letter-dispatched',
      'approval-requested',
      'complaint-closed',
    ] as const
    const told = await history.innerText()
    expect(acts.filter((act) => !told.includes(t(`case.history.actions.${act}`)))).toEqual([])
    expect(told).toContain(DEPUTY.fullName)
  })
})
