import type { Desk } from './desk.ts'

/** What an inspector asks to see: the registers, how days were counted, and what an authority asked. */

export async function openRegisters(desk: Desk): Promise<void> {
  const { t, page } = desk
  await desk.enter(t('figures.title'))
  await desk.heading(t('figures.title'))
  await desk.press(t('figures.registers.title'))
  await desk.heading(t('figures.registers.title'))
  await page.getByRole('row').nth(1).waitFor()
}

export async function openLetterRegister(desk: Desk): Promise<void> {
  await openRegisters(desk)
  const { page, t } = desk
  const name = t('figures.registers.name.letters')
  await page.getByRole('radio', { name }).check({ force: true })
  await page.getByRole('group', { name: t('figures.registers.tableOf', { name }) }).waitFor()
}

/** How the days of every clock of the open case were counted. */
export async function showCount({ page, t, sees }: Desk): Promise<void> {
  const toggles = page.getByRole('button', {
    name: new RegExp(`^${t('duties.count.open')}: `, 'u'),
  })
  await toggles.first().waitFor()
  for (const toggle of await toggles.all()) await toggle.click()
  await sees(t('duties.count.start'))
}

/** What a court asks, with a day that has passed, still to be saved. */
export async function typeAuthority(desk: Desk): Promise<void> {
  const { t } = desk
  const block = desk.region(t('case.authority.title'))
  await desk.press(t('case.authority.record'), block)
  await desk.field(t('case.authority.kind'), block).selectOption(t('case.authority.kinds.court'))
  await desk.field(t('case.authority.dueOn'), block).fill('01/11/2026')
  await desk.page.keyboard.press('Tab')
  await desk.sees(t('case.authority.pastHelp'), block)
}
