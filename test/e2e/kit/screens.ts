import type { Severity } from '#core/complaints/model.ts'
import type { MessageKey, MessageUnder } from '#renderer/i18n/index.ts'

import { fillIntake, openCase, openIntake, openRoom } from './complaint.ts'
import type { Desk } from './desk.ts'

/** A screen of the demonstration board and the way to it for somebody signed in as its chair. */
export type Screen = Readonly<{ name: string; open: (desk: Desk) => Promise<void> }>

/** The accounts of the demonstration board that tests and pictures use. */
export const DEMO_CHAIR = { username: 'lan.tran', password: 'trang-giay-sach-2026' }

const ROOMS = ['overview', 'state', 'cause', 'remedy', 'letters', 'history'] as const
const SECTIONS = [
  'organisation',
  'letters',
  'calendar',
  'limits',
  'people',
  'retention',
  'recovery',
  'account',
  'appearance',
] as const

/** Every screen behind the sign-in, in the order of the rail. */
export const SCREENS: readonly Screen[] = [
  { name: 'today', open: (desk) => enter(desk, 'frame.today', 'today.title') },
  { name: 'today-approvals', open: openWaiting },
  { name: 'reminders', open: openReminders },
  { name: 'complaints', open: openList },
  { name: 'complaints-none', open: (desk) => search(desk, 'không có ai như vậy') },
  { name: 'intake', open: openBlankIntake },
  { name: 'intake-filled', open: openFilledIntake },
  ...ROOMS.map((room) => ({
    name: `case-${room}`,
    open: (desk: Desk) => openFullCase(desk, room),
  })),
  { name: 'case-firms', open: openFirmsCase },
  { name: 'case-breach', open: openBreach },
  { name: 'case-breach-edit', open: openBreachFacts },
  { name: 'case-breach-question', open: openNoticeQuestion },
  { name: 'case-check', open: openCheck },
  { name: 'case-edit', open: openEditing },
  { name: 'steps', open: (desk) => enter(desk, 'frame.steps', 'remediation.title') },
  { name: 'letters', open: (desk) => enter(desk, 'frame.letters', 'letters.list.title') },
  { name: 'letters-chosen', open: openChosenLetters },
  { name: 'letters-export', open: openExport },
  { name: 'letters-verify', open: openVerification },
  { name: 'letter-submitted', open: (desk) => openLetter(desk, 'submitted') },
  { name: 'letter-draft', open: openDraft },
  { name: 'letter-issued', open: (desk) => openLetter(desk, 'issued') },
  { name: 'firms', open: (desk) => enter(desk, 'frame.firmsShort', 'firms.title') },
  { name: 'firm', open: (desk) => openFirm(desk, 'Sao Khuê') },
  { name: 'firm-refused', open: (desk) => openFirm(desk, 'Thăng Long') },
  { name: 'firm-add', open: openFirmDialog },
  { name: 'palette', open: openPalette },
  { name: 'shortcuts', open: openShortcuts },
  { name: 'figures', open: (desk) => enter(desk, 'figures.title', 'figures.title') },
  { name: 'approvals', open: openApprovals },
  { name: 'audit', open: (desk) => enter(desk, 'frame.audit', 'frame.audit') },
  ...SECTIONS.map((section) => ({
    name: `settings-${section}`,
    open: (desk: Desk) => openSection(desk, section),
  })),
  { name: 'people-add', open: openPersonDialog },
  { name: 'person-menu', open: openPersonMenu },
]

/** Waits until nothing on the page is on its way any more. */
export async function settle(desk: Desk): Promise<void> {
  const loading = desk.page.getByText(desk.t('common.loading'), { exact: true })
  await loading.first().waitFor({ state: 'detached' })
}

/** Leaves whatever is open: dialogs and menus. */
export async function leave(desk: Desk): Promise<void> {
  const open = desk.page.getByRole('dialog')
  if ((await open.count()) > 0) {
    const close = desk.button(desk.t('common.close'), open)
    if ((await close.count()) > 0) await close.click()
    else await desk.page.keyboard.press('Escape')
    await open.waitFor({ state: 'detached' })
  }
  await desk.page.keyboard.press('Escape')
}

async function enter(desk: Desk, room: MessageKey, title: MessageKey): Promise<void> {
  await desk.enter(desk.t(room))
  await desk.heading(desk.t(title))
}

async function openWaiting(desk: Desk): Promise<void> {
  await enter(desk, 'frame.today', 'today.title')
  const counts = desk.page.getByLabel(desk.t('today.counts'))
  await counts.getByText(desk.t('today.count.awaitingApproval')).click()
}

/** The demonstration board has a clock of which its chair was told at sign-in. */
async function openReminders(desk: Desk): Promise<void> {
  await enter(desk, 'frame.today', 'today.title')
  const reminders = desk.region(desk.t('reminders.title'))
  await reminders.getByRole('button').click()
  await reminders.getByRole('listitem').first().waitFor()
}

async function openList(desk: Desk): Promise<void> {
  await enter(desk, 'frame.complaints', 'complaints.title')
  await desk.page.getByRole('row').nth(1).waitFor()
}

async function search(desk: Desk, words: string): Promise<void> {
  await openList(desk)
  await desk.page.getByRole('searchbox', { name: desk.t('complaints.search') }).fill(words)
  await desk.sees(desk.t('complaints.noneFound'))
}

async function openBlankIntake(desk: Desk): Promise<void> {
  const { t } = desk
  await openIntake(desk)
  const discard = desk.button(t('intake.discard.button'))
  if (await discard.isEnabled()) {
    await discard.click()
    await desk.press(t('intake.discard.act'), desk.dialog(t('intake.discard.title')))
  }
}

async function openFilledIntake(desk: Desk): Promise<void> {
  await openBlankIntake(desk)
  await fillIntake(desk, { fullName: 'Đỗ Thị Hoà', phone: '0903.123.456', account: 'hoado90' })
  await desk.page.keyboard.press('Escape')
  await desk.field(desk.t('intake.fullName')).focus()
}

/** A case with everything on record that is still open: its letter waits for approval. */
async function openFullCase(desk: Desk, room: MessageUnder<'case.rooms'>): Promise<void> {
  await openLetter(desk, 'submitted')
  const [before = ''] = desk.t('letters.backToCase', { code: '#' }).split('#')
  await desk.link(before).click()
  await desk.page.getByRole('navigation', { name: desk.t('case.rooms.label') }).waitFor()
  await openRoom(desk, room)
}

/** A case that a firm was brought into. */
async function openFirmsCase(desk: Desk): Promise<void> {
  await openFirm(desk, 'Sao Khuê')
  await desk.page.getByRole('row').nth(1).click()
  await desk.page.getByRole('navigation', { name: desk.t('case.rooms.label') }).waitFor()
  await openRoom(desk, 'firms')
}

/** An open case, where something can still be done; of this severity, if one is named. */
export async function openLiveCase(
  desk: Desk,
  room: MessageUnder<'case.rooms'>,
  severity?: Severity,
): Promise<void> {
  const { t, page } = desk
  await openList(desk)
  if (severity !== undefined) {
    const name = t('complaints.chip.severity', { name: t(`terms.severity.${severity}`) })
    await desk.choose(t('complaints.addFilter'), name, name)
    await page.waitForURL(new RegExp(`severity=${severity}`, 'u'))
    await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' })
  }
  const code = /KN-\d{4}-\d{4}/.exec(await desk.page.getByRole('row').nth(1).innerText())?.[0]
  await openCase(desk, code ?? '')
  await openRoom(desk, room)
}

/** Opens a case that is under way, of those somebody told these words. */
export async function openLiveCaseAbout(
  desk: Desk,
  words: string,
  room: MessageUnder<'case.rooms'>,
): Promise<void> {
  await openList(desk)
  await desk.page.getByRole('searchbox', { name: desk.t('complaints.search') }).fill(words)
  await desk.page.waitForURL(/[?&]search=/u)
  await desk.page.locator('[aria-busy="true"]').waitFor({ state: 'detached' })
  const row = desk.page.getByRole('row').filter({ hasText: words }).first()
  const code = /KN-\d{4}-\d{4}/.exec(await row.innerText())?.[0]
  await openCase(desk, code ?? '')
  await openRoom(desk, room)
}

async function openPalette(desk: Desk): Promise<void> {
  await enter(desk, 'frame.today', 'today.title')
  await desk.page.keyboard.press('Control+k')
  const field = desk.page.getByRole('combobox', { name: desk.t('palette.title') })
  await field.fill('minh')
  await desk.page.getByRole('option').nth(1).waitFor()
}

async function openShortcuts(desk: Desk): Promise<void> {
  await enter(desk, 'frame.today', 'today.title')
  await desk.page.keyboard.press('?')
  await desk.dialog(desk.t('shortcuts.title')).waitFor()
}

/** A case with a suspected violation: recorded now, unless an earlier visit did. */
async function openBreach(desk: Desk): Promise<void> {
  const { t, page } = desk
  await openLiveCase(desk, 'breach')
  const suspect = page.getByRole('button', { name: t('breach.suspect') })
  const duties = desk.region(t('breach.duties'))
  await suspect.or(duties).first().waitFor()
  if (await suspect.isVisible()) await suspect.click()
  await duties.waitFor()
}

async function openBreachFacts(desk: Desk): Promise<void> {
  await openBreach(desk)
  await desk.press(desk.t('case.block.edit'), desk.region(desk.t('breach.facts')))
  await desk.field(desk.t('breach.happened')).waitFor()
}

async function openNoticeQuestion(desk: Desk): Promise<void> {
  await openBreach(desk)
  const question = desk.region(desk.t('breach.question.title'))
  await desk.press(desk.t('case.block.edit'), question)
  await desk.field(desk.t('breach.harmReason')).waitFor()
}

async function openCheck(desk: Desk): Promise<void> {
  await openLiveCase(desk, 'state')
  await desk.page.getByRole('table').getByRole('button').first().click()
  await desk.field(desk.t('case.state.detail')).waitFor()
}

async function openEditing(desk: Desk): Promise<void> {
  await openLiveCase(desk, 'overview')
  const block = desk.region(desk.t('case.blocks.complainant'))
  await desk.press(desk.t('case.block.edit'), block)
  await desk.field(desk.t('case.fields.address'), block).waitFor()
}

async function openLetter(desk: Desk, state: MessageUnder<'letters.list.tab'>): Promise<void> {
  const { t, page } = desk
  await enter(desk, 'frame.letters', 'letters.list.title')
  const tabs = page.getByRole('navigation', { name: t('letters.list.tabs') })
  await tabs.getByRole('link', { name: t(`letters.list.tab.${state}`) }).click()
  const list = page.getByRole('grid', { name: t(`letters.list.tab.${state}`) })
  await list.waitFor()
  // The rows of the tab before stay until those of this one are there.
  await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' })
  await list.getByRole('row').nth(1).click()
  const sheet = page.getByRole('region', { name: t('letters.parts.label') })
  await sheet.waitFor()
  await page.locator('canvas').first().waitFor()
}

/** Issued letters, three of them chosen. */
async function openChosenLetters(desk: Desk): Promise<void> {
  const { t, page } = desk
  await enter(desk, 'frame.letters', 'letters.list.title')
  const tabs = page.getByRole('navigation', { name: t('letters.list.tabs') })
  const sent = t('letters.list.tab.dispatched')
  await tabs.getByRole('link', { name: sent, exact: true }).click()
  // The rows of the tab before, which have no number, stay until those of this one are there.
  const numbered = page.getByRole('row', { name: /\d+\/[A-Z]+-BQT/u })
  for (const n of [0, 1, 2]) await numbered.nth(n).getByRole('checkbox').check()
  await desk.sees(t('letters.list.chosen', { n: 3 }))
}

async function openExport(desk: Desk): Promise<void> {
  const { t } = desk
  await openChosenLetters(desk)
  await desk.press(t('letters.list.export'))
  const dialog = desk.dialog(t('letters.export.title'))
  await dialog.getByText(t('letters.export.range')).click()
  await dialog.locator('[role=status]', { hasText: /\d/ }).waitFor()
}

/** Both ways of verifying, each with an answer. */
async function openVerification(desk: Desk): Promise<void> {
  const { t, page } = desk
  await enter(desk, 'frame.letters', 'letters.list.title')
  await desk.press(t('letters.verify.title'))
  await desk.heading(t('letters.verify.title'))
  const buffer = Buffer.from('%PDF-1.4')
  const files = desk.region(t('letters.verify.file'))
  await files
    .locator('input[type=file]')
    .setInputFiles({ name: 'Báo giá.pdf', mimeType: 'application/pdf', buffer })
  await desk.sees(t('letters.verify.result.unknown'), files)
  await desk.fill(t('letters.verify.code'), '01/TB-BQT')
  await page.keyboard.press('Enter')
  await desk.sees(t('letters.verify.result.known'))
}

/** A letter to write on: one that waits for approval, taken back. */
async function openDraft(desk: Desk): Promise<void> {
  await openLetter(desk, 'submitted')
  await desk.press(desk.t('letters.acts.reopen'))
  await desk.field(desk.t('letters.part.advice')).waitFor()
}

async function openFirm(desk: Desk, name: string): Promise<void> {
  await enter(desk, 'frame.firmsShort', 'firms.title')
  await desk.page.getByRole('row', { name }).click()
  await desk.region(desk.t('firms.verdict')).waitFor()
}

async function openFirmDialog(desk: Desk): Promise<void> {
  await enter(desk, 'frame.firmsShort', 'firms.title')
  await desk.press(desk.t('firms.add'))
  await desk.dialog(desk.t('firms.add')).waitFor()
}

async function openApprovals(desk: Desk): Promise<void> {
  await desk.page.getByRole('banner').getByRole('link').click()
  await desk.heading(desk.t('frame.approvals'))
}

async function openSection(desk: Desk, section: MessageUnder<'settings.section'>): Promise<void> {
  const { t, page } = desk
  await enter(desk, 'frame.settings', 'frame.settings')
  const sections = page.getByRole('navigation', { name: t('settings.sections') })
  await sections.getByRole('link', { name: t(`settings.section.${section}`) }).click()
}

async function openPersonDialog(desk: Desk): Promise<void> {
  await openSection(desk, 'people')
  await desk.press(desk.t('people.add'), desk.region(desk.t('people.title')))
  await desk.dialog(desk.t('people.add')).waitFor()
}

async function openPersonMenu(desk: Desk): Promise<void> {
  await enter(desk, 'frame.today', 'today.title')
  const account = desk.region(desk.t('frame.account'))
  await account.getByRole('button').first().click()
  await desk.button(desk.t('frame.signOut')).waitFor()
}
