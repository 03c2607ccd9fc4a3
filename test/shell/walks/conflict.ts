/** A member a case concerns is kept from it by two people, and let in again, on a demonstration board. */
import { signIn, signOut } from '#test/e2e/kit/board.ts'
import * as kit from '#test/e2e/kit/complaint.ts'
import { DEMO_CHAIR } from '#test/e2e/kit/screens.ts'
import { CHAIR, DEPUTY, type Walk } from './walk.ts'

const INVESTIGATOR = 'Nguyễn Đức Huy'

export const conflictWork: Walk = {
  'keeps a member from a case with a second person, and asks to let them in again': async (
    board,
  ) => {
    const { desk } = board
    const { t, page } = desk
    await desk.enter(t('frame.complaints'))
    const row = page.getByRole('row').nth(1)
    await row.waitFor()
    const code = /KN-\d{4}-\d{4}/u.exec(await row.innerText())?.[0] ?? ''
    await kit.openCase(desk, code)
    await kit.openRoom(desk, 'overview')
    const log = desk.region(t('contacts.title'))
    await desk.press(t('contacts.add'), log)
    await log.getByText(t('contacts.kind.note'), { exact: true }).click()
    await desk.fill(t('contacts.note'), 'Nhờ xem giúp hồ sơ này.', log)
    await desk.choose(t('contacts.fields.mentions'), DEPUTY.fullName, DEPUTY.fullName, log)
    // The list of colleagues stays open for the next one, over the button.
    await page.keyboard.press('Control+Enter')
    await desk.noticed(t('contacts.saved'))
    const block = desk.region(t('conflicts.title'))
    await desk.press(t('conflicts.add'), block)
    await desk.choose(t('conflicts.personName'), INVESTIGATOR, INVESTIGATOR, block)
    await desk.fill(t('common.reason'), 'Là anh ruột của người khiếu nại.', block)
    await desk.shoot('conflict-naming')
    await desk.press(t('case.request.send'), block)
    await desk.sees(t('conflicts.asked'), block)
    await signOut(desk, CHAIR)
    await signIn(desk, { username: DEPUTY.username, password: DEMO_CHAIR.password })
    await desk.link(code, desk.region(t('contacts.forMe'))).click()
    await desk.press(t('contacts.read'), log)
    await desk.button(t('contacts.read'), log).waitFor({ state: 'detached' })
    await desk.link(t('case.request.decide'), block).click()
    const what = t('approvals.what.nameConflict', { name: INVESTIGATOR })
    const card = page.getByRole('article', { name: what })
    await desk.press(t('approvals.approve'), card)
    const question = desk.dialog(t('approvals.approveTitle'))
    await desk.press(t('approvals.approve'), question)
    await card.waitFor({ state: 'detached' })
    await kit.openCase(desk, code)
    await kit.openRoom(desk, 'overview')
    await desk.sees(t('conflicts.shutOut'), block)
    await desk.shoot('conflict-named')
    await desk.press(t('conflicts.lift'), block)
    const lifting = page.getByRole('dialog')
    await desk.fill(t('common.reason'), 'Nhầm người cùng tên.', lifting)
    await desk.press(t('case.request.send'), lifting)
    await desk.sees(t('conflicts.liftAsked'), block)
    await signOut(desk, DEPUTY)
    await signIn(desk, DEMO_CHAIR)
  },
}
