import { createHash } from 'node:crypto'
import type { Finding } from '#core/investigation/model.ts'
import { addDays, formatDate, vietnamDate } from '#core/kernel/calendar.ts'
import { CATEGORIES } from '#core/taxonomies/categories.ts'
import { CAUSES } from '#core/taxonomies/causes.ts'
import { DATA_ITEMS } from '#core/taxonomies/data-items.ts'
import { REMEDIES } from '#core/taxonomies/remedies.ts'
import { SYSTEMS } from '#core/taxonomies/systems.ts'
import { nameOf } from '#core/taxonomies/term.ts'
import type { MessageUnder } from '#renderer/i18n/index.ts'
import type { Locator } from 'playwright-core'
import type { Desk, Saved } from './desk.ts'

/** A day so many days from today, as it is typed. */
export function dayFromNow(days: number): string {
  return formatDate(addDays(vietnamDate(new Date().toISOString()), days))
}

export type Caller = Readonly<{ fullName: string; phone: string; account: string }>

/** Goes to the intake by the program's one filled button. */
export async function openIntake(desk: Desk): Promise<void> {
  await desk.press(desk.t('frame.intake'), desk.page.getByRole('banner'))
  await desk.heading(desk.t('intake.title'))
}

/** Writes down a call, in the order of the call. */
export async function fillIntake(desk: Desk, caller: Caller): Promise<void> {
  const { t, language } = desk
  await desk.field(t('intake.channel')).selectOption(t('terms.channel.phone'))
  await desk.field(t('intake.salutation')).selectOption(t('terms.salutation.ms'))
  await desk.fill(t('intake.fullName'), caller.fullName)
  await desk.fill(t('intake.memberAccount'), caller.account)
  await desk.fill(t('intake.subject'), 'Bị gọi điện quảng cáo liên tục sau khi mua voucher')
  await desk.field(t('intake.site')).selectOption('Ledu.vn')
  await desk.fill(
    t('intake.narrative'),
    'Từ ngày 10/11, mỗi ngày có 5–6 cuộc gọi mời vay tiền. Người gọi đọc đúng họ tên và mã voucher vừa mua.',
  )
  for (const code of ['phone', 'voucher']) {
    const name = nameOf(DATA_ITEMS, code, language)
    await desk.choose(t('intake.dataItems'), name, name)
  }
  await desk.fill(t('intake.wanted'), 'Chấm dứt cuộc gọi, cho biết ai đã lấy số của tôi.')
  await desk.fill(t('intake.phone', { n: 1 }), caller.phone)
  await desk.fill(t('intake.email'), 'hoa.do@example.com')
  await desk.fill(t('intake.address'), '27/4 Đường Số 8, phường Hiệp Bình, TP. Hồ Chí Minh')
  await desk.choose(
    t('intake.categories'),
    'KN-01',
    `KN-01 · ${nameOf(CATEGORIES, 'KN-01', language)}`,
  )
}

/** Opens one room of the case that is shown. */
export async function openRoom(desk: Desk, room: MessageUnder<'case.rooms'>): Promise<void> {
  const { t } = desk
  const tabs = desk.page.getByRole('navigation', { name: t('case.rooms.label') })
  await tabs.getByRole('link', { name: t(`case.rooms.${room}`) }).click()
  await tabs.locator('[aria-current="page"]', { hasText: t(`case.rooms.${room}`) }).waitFor()
}

/** Finds a case by the search of the frame and opens it. */
export async function openCase(desk: Desk, code: string): Promise<void> {
  const { t, page } = desk
  const search = page.getByRole('searchbox', { name: t('frame.searchLabel'), exact: true })
  await search.fill(code)
  await search.press('Enter')
  await page.getByRole('row', { name: code }).click()
  await page.getByRole('navigation', { name: t('case.rooms.label') }).waitFor()
}

/** Writes what was found into one half-cell of the matrix. */
export async function check(
  desk: Desk,
  phase: 'before' | 'after',
  finding: Finding,
  detail: string,
  dataItem = 'phone',
): Promise<void> {
  const { t, page, language } = desk
  const cell = {
    item: nameOf(DATA_ITEMS, dataItem, language),
    system: nameOf(SYSTEMS, 'member-db', language),
    phase: t(`terms.phase.${phase}`),
  }
  await desk.press(t('case.state.cell', { ...cell, finding: t('case.state.unchecked') }))
  const editor = desk.region([cell.item, cell.system, cell.phase].join(' · '))
  await editor.getByRole('radio', { name: t(`terms.finding.${finding}`), exact: true }).check()
  const asked = finding === 'not-checked' ? 'case.state.reason' : 'case.state.detail'
  await desk.fill(t(asked), detail, editor)
  await desk.press(t('case.state.save'), editor)
  await desk.noticed(t('case.block.saved'))
  const filled = t('case.state.cell', { ...cell, finding: t(`terms.finding.${finding}`) })
  await page.getByRole('button', { name: filled, exact: true }).waitFor()
}

/** Finds the same of every item of the matrix, in the first system: for a case whose items the test did not choose. */
export async function checkEveryItem(desk: Desk, finding: Finding, detail: string): Promise<void> {
  const { t, page } = desk
  const rows = page
    .getByRole('table', { name: t('case.state.matrix'), exact: true })
    .locator('tbody tr')
  await rows.first().waitFor()
  for (const row of await rows.all()) {
    await row.getByRole('button').first().click()
    const editor = page.getByRole('main')
    await editor.getByRole('radio', { name: t(`terms.finding.${finding}`), exact: true }).check()
    await desk.fill(t('case.state.detail'), detail, editor)
    await desk.press(t('case.state.save'), editor)
    await desk.noticed(t('case.block.saved'))
    await row
      .getByRole('button', { name: t(`terms.finding.${finding}`) })
      .first()
      .waitFor()
  }
}

/** Decides, in the room of the violation, for what it must be notified. */
export async function decideNotice(
  desk: Desk,
  answers: Readonly<Record<'harm' | 'conduct', 'owed' | 'not-owed'>>,
): Promise<void> {
  const { t } = desk
  await openRoom(desk, 'breach')
  const question = desk.region(t('breach.question.title'))
  await desk.press(t('case.block.edit'), question)
  for (const half of ['harm', 'conduct'] as const) {
    const choice = question.getByRole('group', { name: t(`breach.question.${half}`) })
    await choice.getByText(t(`breach.question.answers.${answers[half]}`), { exact: true }).click()
    await desk.fill(t(`breach.${half}Reason`), 'Tệp đã thu hồi, một khách hàng.', question)
  }
  await desk.press(t('case.block.save'), question)
  await desk.noticed(t('case.block.saved'))
}

/** Says what the checks come to, in the sentence the letter will carry. */
export async function concludeState(desk: Desk, statement: string): Promise<void> {
  const { t } = desk
  const block = desk.region(t('case.blocks.conclusion'))
  await desk.press(t('case.state.conclude'), block)
  await desk.fill(t('case.state.statement'), statement, block)
  await desk.press(t('case.state.conclude'), block)
  await desk.noticed(t('case.block.saved'))
}

/** Asks why until there is something that can be changed, and establishes the cause. */
export async function findCause(
  desk: Desk,
  whys: readonly string[],
  category: string,
  statement: string,
): Promise<void> {
  const { t, language } = desk
  const chain = desk.region(t('case.cause.chain'))
  for (const [index, why] of whys.entries()) {
    await desk.fill(t(index === 0 ? 'case.cause.firstWhy' : 'case.cause.nextWhy'), why, chain)
    await desk.press(t('case.cause.addWhy'), chain)
    await desk.sees(why, chain.getByRole('list').first())
  }
  const block = desk.region(t('case.blocks.cause'))
  await desk.press(t('case.cause.record'), block)
  await desk.field(t('case.cause.state'), block).selectOption(t('terms.causeState.established'))
  const name = nameOf(CAUSES, category, language)
  await desk.choose(t('case.cause.category'), name, name, block)
  await desk.fill(t('case.cause.statement'), statement, block)
  await desk.press(t('case.block.save'), block)
  await desk.noticed(t('case.block.saved'))
}

/** Plans one remedy; `due` as it is typed. */
export async function planStep(
  desk: Desk,
  type: string,
  description: string,
  due: string | null,
): Promise<void> {
  const { t, language } = desk
  const form = desk.region(t('case.remedy.add'))
  const name = nameOf(REMEDIES, type, language)
  await desk.choose(t('case.remedy.type'), name, name, form)
  if (due !== null) await desk.fill(t('case.remedy.dueOn'), due, form)
  await desk.fill(t('case.remedy.description'), description, form)
  await desk.press(t('case.remedy.add'), form)
  await desk.noticed(t('case.remedy.added'))
}

export async function finishStep(desk: Desk, description: string): Promise<void> {
  const { t } = desk
  const step = desk
    .region(t('case.remedy.steps'))
    .getByRole('listitem')
    .filter({ hasText: description })
  await desk.press(t('case.remedy.finish'), step)
  await desk.field(t('case.remedy.doneOn'), step).waitFor()
  await desk.press(t('case.remedy.finish'), step)
  await desk.noticed(t('case.block.saved'))
}

export async function setOutcome(
  desk: Desk,
  outcome: MessageUnder<'terms.outcome'>,
  reason: string,
): Promise<void> {
  const { t } = desk
  const block = desk.region(t('case.blocks.outcome'))
  await desk.press(t('case.outcome.decide'), block)
  await desk.field(t('case.fields.outcome'), block).selectOption(t(`terms.outcome.${outcome}`))
  await desk.fill(t('case.fields.outcomeReason'), reason, block)
  await desk.press(t('case.block.save'), block)
  await desk.noticed(t('case.block.saved'))
}

/** Brings a firm of the registry into the case, found by `typed`. */
export async function engageFirm(desk: Desk, typed: string, name: string): Promise<void> {
  const { t } = desk
  const engage = desk.region(t('case.firm.engage'))
  await desk.choose(t('case.firm.firm'), typed, name, engage)
  await desk.fill(t('case.firm.scope'), 'Rà soát nhật ký truy cập của đối tác.', engage)
  await desk.press(t('case.firm.engage'), engage)
  await desk.noticed(t('case.firm.engaged'))
}

/** Takes down what the firm last brought in wrote; answers the note, where files are added. */
export async function addNote(
  desk: Desk,
  firm: string,
  { author, body }: { author: string; body: string },
): Promise<Locator> {
  const { t, page } = desk
  const engagement = desk.region(firm).last()
  await desk.press(t('case.firm.addNote'), engagement)
  await desk.fill(t('case.firm.author'), author, engagement)
  await desk.fill(t('case.firm.body'), body, engagement)
  await desk.press(t('case.firm.saveNote'), engagement)
  await desk.noticed(t('case.firm.noteAdded'))
  return page.getByRole('article', { name: t('case.firm.noteBy', { author }) })
}

/** Puts a firm on the register whose contract and secrecy agreement hold for months. */
export async function registerFirm(desk: Desk, name: string): Promise<void> {
  const { t } = desk
  await desk.enter(t('frame.firmsShort'))
  await desk.press(t('firms.add'))
  const dialog = desk.dialog(t('firms.add'))
  await desk.fill(t('firms.name'), name, dialog)
  await desk.fill(t('firms.contractNumber'), '15/2026/HĐ-ANM', dialog)
  await desk.fill(t('firms.contractValidUntil'), dayFromNow(300), dialog)
  await desk.fill(t('firms.ndaValidUntil'), dayFromNow(300), dialog)
  await desk.press(t('firms.add'), dialog)
  await desk.noticed(t('firms.added', { name }))
  await desk.sees(t('firms.allowed'))
}

/** Attaches a picture and waits until its hash stands in the page. */
export async function attach(
  desk: Desk,
  to: Locator,
  fileName: string,
  buffer: Buffer,
): Promise<void> {
  const { t } = desk
  await desk
    .field(t('case.evidence.add'), to)
    .setInputFiles({ name: fileName, mimeType: 'image/png', buffer })
  await desk.button(t('case.evidence.exportOne', { name: fileName }), to).waitFor()
  await desk.page.getByTitle(createHash('sha256').update(buffer).digest('hex')).first().waitFor()
}

/** Looks at an attached picture, then exports it. */
export async function lookAndExport(desk: Desk, at: Locator, fileName: string): Promise<Saved> {
  const { t } = desk
  await desk.press(t('case.evidence.openOne', { name: fileName }), at)
  const viewer = desk.dialog(fileName)
  await viewer.getByRole('img', { name: t('case.evidence.picture', { name: fileName }) }).waitFor()
  await desk.press(t('common.close'), viewer)

  return desk.saved(() => desk.press(t('case.evidence.exportOne', { name: fileName }), at))
}

/** All that the open history of a closed case says, from the closing back to the taking. */
export async function wholeHistory(desk: Desk): Promise<string> {
  const { t, page } = desk
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
  return history.innerText()
}

/** Asks the other person to agree that the open case is closed. */
export async function askToClose(desk: Desk, reason: string): Promise<void> {
  const { t } = desk
  const block = desk.region(t('case.blocks.closing'))
  await desk.press(t('case.closing.request'), block)
  await desk.fill(t('common.reason'), reason, block)
  await desk.press(t('case.request.send'), block)
}

/** Agrees to the one closing that waits among the approvals. */
export async function agreeToClose(desk: Desk): Promise<void> {
  const { t, page } = desk
  const request = page.getByRole('article', { name: t('approvals.what.close') })
  await desk.press(t('approvals.approve'), request)
  await desk.press(t('approvals.approve'), desk.dialog(t('approvals.approveTitle')))
  await desk.noticed(t('approvals.approved'))
}
