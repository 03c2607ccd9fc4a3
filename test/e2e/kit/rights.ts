import { formatDate, vietnamDate } from '#core/kernel/calendar.ts'
import type { Desk } from './desk.ts'
import { enter, openLiveCase } from './ways.ts'

/** A right that is passed on, who speaks for whom, and the copies of papers that go. */

const SELLER = 'Công ty TNHH Nhà hàng Sen Vàng'

function today(): string {
  return formatDate(vietnamDate(new Date().toISOString()))
}

/** What says that a right was passed on to a seller, still to be saved; the right is asked for first, if none is. */
export async function openPassingOn(desk: Desk): Promise<void> {
  const { t } = desk
  await openLiveCase(desk, 'overview', 'low')
  const rights = desk.region(t('duties.rights'))
  const add = desk.button(t('duties.passedOn.add'), rights)
  const none = rights.getByText(t('duties.noRights'))
  await add.or(none).first().waitFor()
  if (await none.isVisible()) {
    await rights.getByRole('combobox').selectOption(t('duties.right.restrict'))
    await desk.press(t('duties.addRight'), rights)
  }
  await add.first().click()
  await desk.fill(t('duties.passedOn.recipient'), SELLER, rights)
  await desk.button(t('common.save'), rights).scrollIntoViewIfNeeded()
}

/** A right that was passed on, and nobody confirmed it yet. */
async function passOn(desk: Desk): Promise<void> {
  const { t } = desk
  await openPassingOn(desk)
  const rights = desk.region(t('duties.rights'))
  await desk.press(t('common.save'), rights)
  await desk.sees(t('duties.passedOn.awaited'), rights)
}

/** Whom the board waits for, in Today. */
export async function openAwaited(desk: Desk): Promise<void> {
  await passOn(desk)
  await enter(desk, 'frame.today', 'today.title')
  await desk.region(desk.t('duties.passedOn.awaitedTitle')).scrollIntoViewIfNeeded()
}

/** By which paper somebody speaks for another, still to be recorded. */
export async function openMandate(desk: Desk): Promise<void> {
  const { t } = desk
  await openLiveCase(desk, 'overview')
  const block = desk.region(t('case.blocks.complainant'))
  await desk.press(t('case.block.edit'), block)
  await desk.fill(t('case.fields.actingFor'), 'bà Nguyễn Thị Sáu (mẹ ruột)', block)
  await desk.press(t('case.block.save'), block)
  const mandate = desk.region(t('case.mandate.title'))
  await desk.press(t('case.mandate.record'), mandate)
  await desk.field(t('case.fields.mandatePaper'), mandate).waitFor()
  await desk.button(t('case.block.cancel'), mandate).scrollIntoViewIfNeeded()
}

/** A copy of somebody's papers, marked, with a day on which it goes. */
export async function openIdentityCopy(desk: Desk): Promise<void> {
  const { t } = desk
  await openLiveCase(desk, 'cause')
  const name = 'CCCD mặt trước.png'
  const mark = desk.page.getByLabel(t('case.evidence.identityCopy'))
  await desk.field(t('case.evidence.add')).setInputFiles({
    ...{ name, mimeType: 'image/png', buffer: await desk.page.screenshot() },
  })
  await desk.button(t('case.evidence.exportOne', { name })).first().waitFor()
  await mark.first().check()
  const day = desk.page.getByLabel(t('case.evidence.destroyOnOf', { name })).first()
  await day.fill(today())
  await desk.page.keyboard.press('Tab')
}

/** The copies whose day has come, in Today. */
export async function openCopiesToDestroy(desk: Desk): Promise<void> {
  await openIdentityCopy(desk)
  await enter(desk, 'frame.today', 'today.title')
  await desk.region(desk.t('case.evidence.toDestroy')).scrollIntoViewIfNeeded()
}
