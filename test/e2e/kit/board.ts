import type { Role } from '#core/people/permissions.ts'

import type { Desk } from './desk.ts'

/** Somebody with an account. */
export type Member = Readonly<{
  username: string
  password: string
  fullName: string
  title: string
}>

/**
 * First run: four steps, and the recovery key typed back from what was shown. `look` is called on every
 * step once it is filled in.
 */
export async function setUp(
  desk: Desk,
  chair: Member,
  look: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const { t, page, fill, press } = desk
  await desk.heading(t('setup.title'))
  const organisation = [
    ['legalName', 'Công ty Cổ phần Chia Sẻ Ưu Đãi'],
    ['boardName', 'Ban quản trị website Ledu.vn'],
    ['address', '12 Nguyễn Thị Minh Khai, phường Sài Gòn, TP. Hồ Chí Minh'],
    ['place', 'TP. Hồ Chí Minh'],
    ['taxCode', '0312345678'],
  ] as const
  for (const [key, text] of organisation) {
    await fill(t(`settings.organisation.${key}`), text)
  }
  await look()
  await press(t('common.next'))
  await desk.sees(t('setup.text.sites'))
  await look()
  await press(t('common.next'))
  await fill(t('people.fullName'), chair.fullName)
  await fill(t('people.personTitle'), chair.title)
  await fill(t('session.username'), chair.username)
  await fill(t('session.password'), chair.password)
  await fill(t('session.repeatPassword'), chair.password)
  await look()
  await press(t('setup.create'))

  const groups = page.getByRole('region', { name: t('session.recoveryKey') }).getByRole('listitem')
  await groups.first().waitFor()
  await look()
  // Each item is the number of the group and the group itself.
  const key = (await groups.allInnerTexts()).map((text) => text.trim().split(/\s+/).at(-1) ?? '')
  for (const [index, group] of key.entries()) {
    const asked = desk.field(t('setup.group', { n: index + 1 }))
    if ((await asked.count()) > 0) await asked.fill(group)
  }
  await press(t('setup.confirm'))
  await desk.heading(t('today.title'))
}

export async function signIn(desk: Desk, member: Pick<Member, 'username' | 'password'>) {
  const { t } = desk
  await desk.heading(t('session.title'))
  await desk.fill(t('session.username'), member.username)
  await desk.fill(t('session.password'), member.password)
  await desk.press(t('session.signIn'))
  await desk.page.getByRole('navigation', { name: t('frame.rail'), exact: true }).waitFor()
}

/** What the chair gives every new member. */
export const ONE_TIME_PASSWORD = 'một lần rồi thôi 6402'

/** The first sign-in of a member: by the one-time password, which opens nothing but its own change. `look` is called there. */
export async function signInFirst(
  desk: Desk,
  member: Member,
  look: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const { t } = desk
  await desk.heading(t('session.title'))
  await desk.fill(t('session.username'), member.username)
  await desk.fill(t('session.password'), ONE_TIME_PASSWORD)
  await desk.press(t('session.signIn'))
  await desk.heading(t('session.own.title'))
  await look()
  await desk.fill(t('session.own.current'), ONE_TIME_PASSWORD)
  await desk.fill(t('session.newPassword'), member.password)
  await desk.fill(t('session.repeatPassword'), member.password)
  await desk.press(t('session.own.save'))
  await desk.page.getByRole('navigation', { name: t('frame.rail'), exact: true }).waitFor()
}

export async function signOut(desk: Desk, member: Pick<Member, 'fullName'>): Promise<void> {
  const { t } = desk
  await desk.press(t('frame.personMenu', { name: member.fullName }))
  await desk.press(t('frame.signOut'))
  await desk.heading(t('session.title'))
}

/** The chair adds an account, with a one-time password. */
export async function addMember(desk: Desk, member: Member, role: Role): Promise<void> {
  const { t } = desk
  await desk.enter(t('frame.settings'))
  await desk.link(t('settings.section.people')).click()
  await desk.press(t('people.add'), desk.region(t('people.title')))
  const dialog = desk.dialog(t('people.add'))
  await desk.fill(t('people.fullName'), member.fullName, dialog)
  await desk.fill(t('people.personTitle'), member.title, dialog)
  await desk.field(t('people.role'), dialog).selectOption(t(`terms.role.${role}`))
  await desk.fill(t('people.username'), member.username, dialog)
  await desk.fill(t('people.oneTimePassword'), ONE_TIME_PASSWORD, dialog)
  await desk.fill(t('session.repeatPassword'), ONE_TIME_PASSWORD, dialog)
  await desk.press(t('people.add'), dialog)
  await desk.noticed(t('people.added', { name: member.fullName }))
}
