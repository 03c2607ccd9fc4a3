import type { MessageUnder } from '#renderer/i18n/index.ts'
import { openRoom } from './complaint.ts'
import type { Desk } from './desk.ts'

/** The first of the answered cases. */
export async function openAnswered(desk: Desk, room: MessageUnder<'case.rooms'>): Promise<void> {
  const { t, page } = desk
  await desk.enter(t('frame.complaints'))
  await page.getByRole('row').nth(1).waitFor()
  const scopes = page.getByRole('group', { name: t('complaints.scopeLabel') })
  await scopes.getByText(t('complaints.scope.answered'), { exact: true }).click()
  await page.waitForURL(/scope=answered/u)
  await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' })
  await page.getByRole('row').nth(1).click()
  await page.getByRole('navigation', { name: t('case.rooms.label') }).waitFor()
  await openRoom(desk, room)
}

/** The form by which its complainant is heard again. */
export async function openReview(desk: Desk): Promise<void> {
  await openAnswered(desk, 'overview')
  const block = desk.region(desk.t('case.blocks.review'))
  await desk.press(desk.t('case.review.open'), block)
  await desk.field(desk.t('case.review.narrative'), block).waitFor()
}

/** What became of a promise, of which there is one or is one again. */
export async function openPromise(desk: Desk): Promise<void> {
  const { t } = desk
  await openAnswered(desk, 'remedy')
  const steps = desk.region(t('case.remedy.steps'))
  await steps.getByRole('listitem').first().waitFor()
  const settle = desk.button(t('case.remedy.settle'), steps)
  if ((await settle.count()) === 0) {
    await desk.button(t('case.remedy.resume'), steps).first().click()
  }
  await settle.first().click()
  await desk.field(t('case.remedy.noteLabel'), steps).waitFor()
}
