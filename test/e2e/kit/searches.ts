import { dayFromNow, openRoom } from './complaint.ts'
import type { Desk } from './desk.ts'
import { CHAIR } from './members.ts'
import { openAnswered } from './answered-case.ts'
import { enter } from './ways.ts'

/** In Today, a cause that is still looked for: of a case of the chair's, whose day is near. */
export async function openSearches(desk: Desk): Promise<void> {
  const { t } = desk
  await openAnswered(desk, 'overview')
  const assignee = desk.region(t('case.blocks.assignee'))
  await assignee.getByRole('button').first().waitFor()
  if (!(await assignee.innerText()).includes(CHAIR.fullName)) {
    await desk.press(t('case.assignee.assign'), assignee)
    await desk.choose(t('case.fields.assigneeId'), CHAIR.fullName, CHAIR.fullName, assignee)
    await desk.press(t('case.block.save'), assignee)
    await desk.sees(CHAIR.fullName, assignee)
  }
  await openRoom(desk, 'cause')
  const cause = desk.region(t('case.blocks.cause'))
  await cause.getByRole('button').first().click()
  const state = desk.field(t('case.cause.state'), cause)
  await state.selectOption(t('terms.causeState.undetermined'))
  const why = `Nhật ký chỉ giữ 30 ngày (${desk.language}).`
  await desk.fill(t('case.cause.undeterminedReason'), why, cause)
  await desk.fill(t('case.fields.searchUntil'), dayFromNow(3), cause)
  await desk.press(t('case.block.save'), cause)
  await desk.sees(why, cause)
  await enter(desk, 'frame.today', 'today.title')
  await desk.region(t('today.searches')).scrollIntoViewIfNeeded()
}
