/** The work on a demonstration board itself: settings, people, house texts, lists, figures, journal, keys and copies. */
import { mkdtempSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import type { Locator } from 'playwright-core'
import { expect } from 'vitest'

import { DEADLINE_RULES } from '#core/deadlines/rule-table.ts'
import { addMember, ONE_TIME_PASSWORD, signIn, signInFirst, signOut } from '#test/e2e/kit/board.ts'
import type { Desk } from '#test/e2e/kit/desk.ts'
import { DEMO_CHAIR } from '#test/e2e/kit/screens.ts'
import type { MessageUnder } from '#renderer/i18n/index.ts'
import { lookAway } from '../kit/look-away.ts'
import { answerOpen, hasSent } from '../kit/outside.ts'
import { holdCore } from '../kit/core-words.ts'
import { conflictWork } from './conflict.ts'
import { CHAIR, DEPUTY, type Walk } from './walk.ts'

const NEWCOMER = {
  username: 'hoa.vu',
  password: 'cánh đồng lúa chín vàng',
  fullName: 'Vũ Thị Hoa',
  title: 'Uỷ viên',
}
const NEXT_PASSWORD = 'gió heo may đầu ngõ nhỏ'

export async function openSection(
  desk: Desk,
  section: MessageUnder<'settings.section'>,
): Promise<void> {
  const { t, page } = desk
  await desk.enter(t('frame.settings'))
  const sections = page.getByRole('navigation', { name: t('settings.sections') })
  await sections.getByRole('link', { name: t(`settings.section.${section}`) }).click()
}

async function openList(desk: Desk): Promise<void> {
  await desk.enter(desk.t('frame.complaints'))
  await desk.heading(desk.t('complaints.title'))
  await desk.page.getByRole('row').nth(1).waitFor()
}

export const boardWork: Walk = {
  'is entered by its chair, who comes back by a click on the reminder of what is due': async ({
    desk,
    program,
  }) => {
    const clicked = await lookAway(desk)
    await signIn(desk, DEMO_CHAIR)
    await clicked()
    await hasSent(program, 'host.focus')
  },

  ...conflictWork,

  'changes the letterhead and its logo': async ({ desk }) => {
    const { t, page } = desk
    await openSection(desk, 'organisation')
    await desk.fill(t('settings.organisation.boardName'), 'Ban quản trị Ledu.vn')
    await desk.press(t('settings.save'))
    await desk.noticed(t('settings.saved'))
    await openSection(desk, 'letters')
    const buffer = await page.screenshot({ clip: { x: 0, y: 0, width: 60, height: 40 } })
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer })
    await page.getByRole('img', { name: t('settings.logo.alt') }).waitFor()
    await desk.press(t('settings.logo.remove'))
    await desk.press(t('settings.logo.remove'), desk.dialog(t('settings.logo.removeTitle')))
    await desk.sees(t('settings.logo.none'))
  },

  'changes a time limit, the reminders and the addresses of notices': async ({ desk }) => {
    const { t, page } = desk
    const rule = DEADLINE_RULES.find(({ code }) => code === 'T-DSR-ACK')!
    await openSection(desk, 'limits')
    await page.getByRole('button', { name: t('limits.editOf', { rule: rule.name.vi }) }).click()
    const dialog = desk.dialog(rule.name.vi)
    await desk.fill(t('limits.amount'), '3', dialog)
    await dialog
      .getByRole('status')
      .getByText(/\d|\p{L}/u)
      .first()
      .waitFor()
    await desk.field(t('limits.amount'), dialog).press('Enter')
    await dialog.waitFor({ state: 'detached' })

    const reminders = desk.region(t('limits.reminders'))
    await desk.press(t('case.block.edit'), reminders)
    await desk.fill(t('limits.days'), '7, 3, 1', reminders)
    await desk.press(t('case.block.save'), reminders)
    await desk.button(t('case.block.edit'), reminders).waitFor()

    const notices = desk.region(t('limits.notices'))
    await desk.press(t('case.block.edit'), notices)
    await desk.fill(t('limits.notice.officerName'), 'Lê Quang Minh', notices)
    await desk.press(t('case.block.save'), notices)
    await desk.button(t('case.block.edit'), notices).waitFor()
    const checked = desk.region(t('duties.needIdentity'))
    await desk.press(t('case.block.edit'), checked)
    await checked.getByLabel(t('duties.right.protect')).check()
    await desk.press(t('case.block.save'), checked)
    await desk.button(t('case.block.edit'), checked).waitFor()
  },

  'changes a house text and goes back to the former': async ({ desk, program }) => {
    const { t, page } = desk
    await page.goto(`${program.origin()}/#/cau-mau`)
    await desk.heading(t('phrases.title'))
    const editor = desk.region(t('phrases.editor'))
    const text = desk.field(t('phrases.text.vi'), editor)
    await text.fill(`${await text.inputValue()} Trân trọng.`)
    await desk.press(t('phrases.save'), editor)
    await desk.press(t('phrases.history.title'), editor)
    await editor.getByRole('listitem').first().waitFor()
    await desk.press(t('phrases.reset.act'), editor)
    const question = page.getByRole('dialog')
    await question.waitFor()
    await desk.press(t('phrases.reset.act'), question)
    await desk.button(t('phrases.reset.act'), editor).waitFor({ state: 'detached' })
  },

  'takes on somebody who approves, for whom another must vouch': async ({ desk }) => {
    const { t } = desk
    await addMember(desk, NEWCOMER, 'board')
    await signOut(desk, CHAIR)
    await signInFirst(desk, NEWCOMER)
    await desk.sees(t('issues.ACCOUNT_UNCONFIRMED'))
    await signOut(desk, NEWCOMER)
    await signIn(desk, { ...DEMO_CHAIR, username: DEPUTY.username })
    const waiting = desk.region(t('people.account.title'))
    await desk.press(t('people.account.confirmOf', { name: NEWCOMER.fullName }), waiting)
    const question = desk.dialog(t('people.account.confirmTitle', { name: NEWCOMER.fullName }))
    await desk.press(t('people.account.confirm'), question)
    await desk.noticed(t('people.account.confirmed', { name: NEWCOMER.fullName }))
    await signOut(desk, DEPUTY)
    await signIn(desk, DEMO_CHAIR)
  },

  'renames a person, gives a new password, and asks for another role': async ({ desk }) => {
    const { t, page } = desk
    await openSection(desk, 'people')
    await page
      .getByRole('button', { name: `${t('people.edit')}: ${DEPUTY.fullName}`, exact: true })
      .click()
    const renaming = page.getByRole('dialog')
    await desk.fill(t('people.personTitle'), 'Phó ban', renaming)
    await renaming.getByRole('button').last().click()
    await renaming.waitFor({ state: 'detached' })
    await desk.press(`${t('people.resetPassword')}: ${DEPUTY.fullName}`)
    const password = desk.dialog(t('people.resetPassword'))
    await desk.fill(t('people.oneTimePassword'), ONE_TIME_PASSWORD, password)
    await desk.fill(t('session.repeatPassword'), ONE_TIME_PASSWORD, password)
    await desk.press(t('people.resetPassword'), password)
    await password.waitFor({ state: 'detached' })
    await desk.press(`${t('people.changeRole')}: ${DEPUTY.fullName}`)
    const role = page.getByRole('dialog')
    await desk.field(t('people.role'), role).selectOption(t('terms.role.investigator'))
    await desk.fill(t('common.reason'), 'Chuyển sang điều tra.', role)
    await desk.press(t('people.ask'), role)
    await role.waitFor({ state: 'detached' })
  },

  'keeps a view, hands complaints out, and takes the list away': async ({ desk }) => {
    const { t, page } = desk
    await openList(desk)
    const chip = t('complaints.chip.severity', { name: t('terms.severity.high') })
    await desk.choose(t('complaints.addFilter'), chip, chip)
    await page.waitForURL(/severity=high/u)
    await desk.press(t('complaints.views.keep'))
    const naming = desk.dialog(t('complaints.views.keep'))
    await desk.fill(t('complaints.views.name'), 'Tất cả', naming)
    await desk.press(t('complaints.views.keep'), naming)
    const views = page.getByRole('navigation', { name: t('complaints.views.label') })
    await desk.press(t('complaints.views.removeOf', { name: 'Tất cả' }), views)
    const question = page.getByRole('dialog')
    await question.or(views.getByText('Tất cả')).first().waitFor()
    if (await question.isVisible()) await question.getByRole('button').last().click()
    await page.getByRole('row').nth(1).getByRole('checkbox').check()
    const bar = page.getByRole('toolbar', { name: t('complaints.bulk.label') })
    const { name } = await desk.saved(() => desk.press(t('complaints.bulk.csv'), bar))
    expect(name).toMatch(/\.csv$/u)
    await desk.press(t('complaints.bulk.assign'), bar)
    const assigning = page.getByRole('dialog')
    await desk.choose(t('complaints.assignee'), DEPUTY.fullName, DEPUTY.fullName, assigning)
    await desk.press(t('complaints.bulk.assign'), assigning)
    await assigning.waitFor({ state: 'detached' })
  },

  'takes many letters into a folder, after "Cancel" and after stopping': async ({
    desk,
    program,
  }) => {
    const { t } = desk
    await desk.enter(t('frame.letters'))
    await desk.press(t('letters.export.open'))
    const dialog = desk.dialog(t('letters.export.title'))
    await dialog.locator('[role=status]', { hasText: /\d/u }).waitFor()

    await answerOpen(program, null)
    await desk.press(t('letters.export.folder'), dialog)
    await desk.sees(t('letters.export.notSaved'), dialog)

    const thaw = await holdCore(program, 'now')
    await desk.press(t('letters.export.folder'), dialog)
    await desk.press(t('letters.export.stop'), dialog)
    await hasSent(program, 'letters.stopPacking')
    // Whichever came first: a folder is asked for, or nothing.
    await answerOpen(program, null)
    await thaw()
    const said = (['letters.export.stopped', 'letters.export.notSaved'] as const).map((key) =>
      dialog.getByText(t(key)),
    ) as [Locator, Locator]
    await said[0].or(said[1]).waitFor()
    await desk.page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  },

  'puts the letters into a new folder where the person says': async ({ desk, program }) => {
    const { t } = desk
    const dialog = desk.dialog(t('letters.export.title'))
    await desk.press(t('letters.export.open'))
    await dialog.locator('[role=status]', { hasText: /\d/u }).waitFor()
    const place = mkdtempSync(join(program.home, 'folder-'))
    await answerOpen(program, place)
    await desk.press(t('letters.export.folder'), dialog)
    await dialog.locator('.state.done').waitFor()
    await desk.page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    const [folder = ''] = readdirSync(place)
    expect(readdirSync(join(place, folder), { recursive: true }).join()).toContain('.pdf')
  },

  'shows the figures, takes them away, and shows where they lie': async ({ desk, program }) => {
    const { t } = desk
    await desk.enter(t('figures.title'))
    await desk.heading(t('figures.title'))
    await desk.page.getByRole('table').first().waitFor()
    const report = await desk.saved(() => desk.press(t('figures.report')))
    expect(report.bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
    // The notice of an earlier file may still be there, with the same way to the last one.
    await desk.button(t('saving.show')).last().click()
    await hasSent(program, 'host.showSaved')
    const sheets = await desk.saved(() => desk.press(t('complaints.bulk.xlsx')))
    expect(sheets.bytes.subarray(0, 2).toString('latin1')).toBe('PK')
  },

  'reads the registers over all cases and takes one away': async ({ desk }) => {
    const { t, page } = desk
    await desk.press(t('figures.registers.title'))
    await desk.heading(t('figures.registers.title'))
    await page.getByRole('row').nth(1).waitFor()
    const sheet = await desk.saved(() => desk.press(t('complaints.bulk.xlsx')))
    expect(sheet.bytes.subarray(0, 2).toString('latin1')).toBe('PK')
  },

  'reads the journal and has it verified': async ({ desk }) => {
    const { t, page } = desk
    await desk.enter(t('frame.audit'))
    await page.getByRole('row').nth(1).waitFor()
    await desk.press(t('audit.verify'))
    const [whole = ''] = t('audit.whole', { n: 2 }).split('2')
    await desk.sees(whole.trim())
  },

  'takes the calendar of time limits away': async ({ desk }) => {
    await openSection(desk, 'appearance')
    const { name } = await desk.saved(() => desk.press(desk.t('reminders.calendar')))
    expect(name).toMatch(/\.ics$/u)
  },

  'tells the core that somebody is here': async ({ desk, program }) => {
    await desk.page.evaluate(() => {
      const now = Date.now.bind(Date)
      Date.now = () => now() + 60_000
    })
    await desk.page.mouse.move(300, 300)
    await desk.page.mouse.move(310, 310)
    await hasSent(program, 'session.present')
    await desk.page.reload()
    await desk.page.getByRole('heading', { level: 1 }).first().waitFor()
  },

  'takes a copy, renews the recovery key, changes the password, and gets in by the key': async ({
    desk,
  }) => {
    const { t } = desk
    await openSection(desk, 'recovery')
    const copies = desk.region(t('snapshots.title'))
    await desk.press(t('snapshots.take'), copies)
    await desk.noticed(t('snapshots.taken'))
    await desk.press(t('snapshots.rehearse'), copies)
    await desk.noticed(t('snapshots.rehearsed'))
    await desk.fill(t('session.password'), DEMO_CHAIR.password)
    await desk.press(t('setup.renew'))
    const groups = desk.region(t('session.recoveryKey')).getByRole('listitem')
    await groups.first().waitFor()
    const texts = await groups.allInnerTexts()
    const key = texts.map((text) => text.trim().split(/\s+/u).at(-1) ?? '')
    for (const [index, group] of key.entries()) {
      const asked = desk.field(t('setup.group', { n: index + 1 }))
      if ((await asked.count()) > 0) await asked.fill(group)
    }
    await desk.press(t('setup.confirm'))
    await desk.button(t('setup.renew')).waitFor()

    await desk.press(t('frame.personMenu', { name: CHAIR.fullName }))
    await desk.press(t('frame.changePassword'))
    const dialog = desk.dialog(t('frame.changePassword'))
    await desk.fill(t('session.currentPassword'), DEMO_CHAIR.password, dialog)
    await desk.fill(t('session.newPassword'), NEXT_PASSWORD, dialog)
    await desk.fill(t('session.repeatPassword'), NEXT_PASSWORD, dialog)
    await desk.press(t('frame.changePassword'), dialog)
    await dialog.waitFor({ state: 'detached' })

    await signOut(desk, CHAIR)
    await desk.press(t('session.forgot'))
    await desk.fill(t('session.username'), DEMO_CHAIR.username)
    await desk.fill(t('session.recoveryKey'), key.join('-'))
    await desk.fill(t('session.newPassword'), DEMO_CHAIR.password)
    await desk.fill(t('session.repeatPassword'), DEMO_CHAIR.password)
    await desk.press(t('session.recover'))
    await desk.page.getByRole('navigation', { name: t('frame.rail'), exact: true }).waitFor()
    await desk.press(t('frame.personMenu', { name: CHAIR.fullName }))
    await desk.press(t('frame.signOutEverywhere'))
    await desk.heading(t('session.title'))
    await signIn(desk, DEMO_CHAIR)
  },
}
