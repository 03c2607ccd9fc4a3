import type { Desk } from './desk.ts'
import { openLiveCase } from './ways.ts'

/** A case with a suspected violation: recorded now, unless an earlier visit did. */
export async function openBreach(desk: Desk): Promise<void> {
  const { t, page } = desk
  await openLiveCase(desk, 'breach')
  const suspect = page.getByRole('button', { name: t('breach.suspect') })
  const duties = desk.region(t('breach.duties'))
  await suspect.or(duties).first().waitFor()
  if (await suspect.isVisible()) await suspect.click()
  await duties.waitFor()
}

export async function openBreachFacts(desk: Desk): Promise<void> {
  await openBreach(desk)
  const { t } = desk
  const happened = desk.field(t('breach.happened'))
  const edit = desk.region(t('breach.facts')).getByRole('button', { name: t('case.block.edit') })
  await edit.or(happened).first().waitFor()
  // An earlier visit may have left it open.
  if (await edit.isVisible()) await edit.click()
  await happened.waitFor()
}

export async function openNoticeQuestion(desk: Desk): Promise<void> {
  await openBreach(desk)
  const question = desk.region(desk.t('breach.question.title'))
  await desk.press(desk.t('case.block.edit'), question)
  await desk.field(desk.t('breach.harmReason')).waitFor()
}

/** What the record of a violation says of its own drawing up. */
export async function openMinutes(desk: Desk): Promise<void> {
  const { t, page } = desk
  await openBreachFacts(desk)
  const minutes = page.getByRole('group', { name: t('breach.minutes') })
  await desk.fill(t('breach.minutesPresent'), 'Nguyễn Văn Bình, kỹ thuật\nTrần Thị Cúc', minutes)
  await minutes.scrollIntoViewIfNeeded()
}
