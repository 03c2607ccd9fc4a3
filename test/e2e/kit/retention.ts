import { demoAccounts } from '#main/demo/demo-board.ts'
import { signIn, signOut } from './board.ts'
import type { Desk } from './desk.ts'
import { openLiveCase } from './ways.ts'

/** Where it is set how long personal data are kept, and where they are erased. */
export async function openRetention(desk: Desk): Promise<void> {
  const { t } = desk
  await desk.enter(t('frame.settings'))
  const sections = desk.page.getByRole('navigation', { name: t('settings.sections') })
  await desk.link(t('settings.section.retention'), sections).click()
  await desk.region(t('retention.register.title')).waitFor()
}

/** Sets a hold on a case of the demonstration board, and asks to lift it again. */
export async function holdCase(desk: Desk): Promise<void> {
  const { t } = desk
  await openLiveCase(desk, 'overview')
  const block = desk.region(t('retention.hold.title'))
  await desk.press(t('retention.hold.set'), block)
  await desk.fill(t('common.reason'), 'Tòa án đang xử vụ kiện', block)
  await desk.press(t('retention.hold.set'), block)
  await desk.sees(t('retention.hold.bar'))
  await desk.sees('Tòa án đang xử vụ kiện', block)
  await desk.press(t('retention.hold.lift'), block)
  const question = desk.dialog(t('retention.hold.liftTitle'))
  await desk.fill(t('common.reason'), 'Vụ kiện đã xong', question)
  await desk.press(t('case.request.send'), question)
  await desk.sees(t('retention.hold.liftAsked'), block)
}

/** The chair sets a period of one month and proposes the first case that is due. Its code. */
export async function proposeFirst(desk: Desk): Promise<string> {
  const { t, page } = desk
  await openRetention(desk)
  const setting = desk.region(t('retention.setting.title'))
  await desk.sees(t('retention.setting.off'), setting)
  await desk.press(t('common.edit'), setting)
  await page.getByLabel(t('retention.setting.use')).check()
  await desk.fill(t('retention.setting.months'), '1', setting)
  await desk.press(t('common.save'), setting)
  await desk.sees(t('retention.setting.on', { months: 1 }), setting)
  const due = desk.region(t('retention.due.title'))
  const first = due.getByRole('row', { name: /KN-/u }).first()
  await first.waitFor()
  const code = /KN-\d{4}-\d{4}/u.exec(await first.innerText())?.[0] ?? ''
  await first.getByRole('checkbox').check()
  await desk.press(t('retention.due.propose', { n: 1 }), due)
  const dialog = desk.dialog(t('retention.due.proposeTitle', { n: 1 }))
  await desk.fill(t('common.reason'), 'Hết thời hạn lưu', dialog)
  await desk.press(t('retention.due.propose', { n: 1 }), dialog)
  await desk.noticed(t('retention.due.proposed'))
  await desk.sees(t('retention.proposed.own'), desk.region(t('retention.proposed.title')))
  return code
}

/** The deputy comes in after the chair and erases what was proposed. */
export async function eraseAsDeputy(desk: Desk, code: string): Promise<void> {
  const { t } = desk
  await signOut(desk, { fullName: 'Trần Thị Ngọc Lan' })
  const deputy = demoAccounts().find(({ role }) => role === 'board')
  if (deputy === undefined) throw new Error('no deputy on the demonstration board')
  await signIn(desk, deputy)
  await openRetention(desk)
  const proposed = desk.region(t('retention.proposed.title'))
  await proposed.getByRole('row', { name: code }).getByRole('checkbox').check()
  await desk.press(t('retention.proposed.approve', { n: 1 }), proposed)
  const decision = desk.dialog(t('retention.proposed.approveTitle', { n: 1 }))
  await desk.press(t('retention.proposed.approve', { n: 1 }), decision)
  await desk.noticed(t('retention.proposed.erased', { n: 1 }))
}

/** Makes the certificate of one erasure. The words of the button that takes it. */
export async function certify(desk: Desk, code: string): Promise<string> {
  const { t } = desk
  const register = desk.region(t('retention.register.title'))
  await register.getByRole('row', { name: code }).getByRole('checkbox').check()
  await desk.press(t('retention.register.certify', { n: 1 }), register)
  await desk.noticed(t('retention.register.certified', { number: '01/BB-XDL' }))
  return t('retention.register.take', { number: '01/BB-XDL' })
}
