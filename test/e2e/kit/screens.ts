import type { MessageUnder } from '#renderer/i18n/index.ts'

import { openPromise, openReview } from './answered-case.ts'
import { openBreach, openBreachFacts, openMinutes, openNoticeQuestion } from './breach.ts'
import { fillIntake, openIntake, openRoom } from './complaint.ts'
import type { Desk } from './desk.ts'
import { openLetterRegister, openRegisters, showCount, typeAuthority } from './inspection.ts'
import {
  openChosenLetters,
  openDraft,
  openExport,
  openLetter,
  openVerification,
} from './letter-list.ts'
import {
  openAwaited,
  openCopiesToDestroy,
  openIdentityCopy,
  openMandate,
  openPassingOn,
} from './rights.ts'
import { openSearches } from './searches.ts'
import { openAddresseeLines, openAddresseeList, openAddressees } from './to-many.ts'
import { enter, openDivision, openFirm, openList, openLiveCase } from './ways.ts'

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
  { name: 'today-to-destroy', open: openCopiesToDestroy },
  { name: 'today-awaited', open: openAwaited },
  { name: 'today-searches', open: openSearches },
  { name: 'reminders', open: openReminders },
  { name: 'complaints', open: openList },
  { name: 'complaints-none', open: (desk) => search(desk, 'không có ai như vậy') },
  { name: 'intake', open: openBlankIntake },
  { name: 'intake-calendar', open: openCalendar },
  { name: 'intake-filled', open: openFilledIntake },
  ...ROOMS.map((room) => ({
    name: `case-${room}`,
    open: (desk: Desk) => openFullCase(desk, room),
  })),
  { name: 'case-firms', open: openFirmsCase },
  { name: 'case-breach', open: openBreach },
  { name: 'case-breach-edit', open: openBreachFacts },
  { name: 'case-breach-minutes', open: openMinutes },
  { name: 'case-breach-question', open: openNoticeQuestion },
  { name: 'case-passed-on', open: openPassingOn },
  { name: 'case-mandate', open: openMandate },
  { name: 'case-identity-copy', open: openIdentityCopy },
  { name: 'case-check', open: openCheck },
  { name: 'case-edit', open: openEditing },
  { name: 'case-points', open: openDivision },
  { name: 'case-ending', open: openEnding },
  { name: 'case-review', open: openReview },
  { name: 'case-promise', open: openPromise },
  {
    name: 'case-count',
    open: (desk) => openLiveCase(desk, 'overview').then(() => showCount(desk)),
  },
  {
    name: 'case-authority',
    open: (desk) => openLiveCase(desk, 'overview').then(() => typeAuthority(desk)),
  },
  { name: 'steps', open: (desk) => enter(desk, 'frame.steps', 'remediation.title') },
  { name: 'letters', open: (desk) => enter(desk, 'frame.letters', 'letters.list.title') },
  { name: 'letters-chosen', open: openChosenLetters },
  { name: 'letters-export', open: openExport },
  { name: 'letters-verify', open: openVerification },
  { name: 'letter-submitted', open: (desk) => openLetter(desk, 'submitted') },
  { name: 'letter-draft', open: openDraft },
  { name: 'letter-issued', open: (desk) => openLetter(desk, 'issued') },
  { name: 'letter-addressees', open: openAddressees },
  { name: 'letter-addressee-lines', open: openAddresseeLines },
  { name: 'letter-addressee-list', open: openAddresseeList },
  { name: 'firms', open: (desk) => enter(desk, 'frame.firmsShort', 'firms.title') },
  { name: 'firm', open: (desk) => openFirm(desk, 'Sao Khuê') },
  { name: 'firm-refused', open: (desk) => openFirm(desk, 'Thăng Long') },
  { name: 'firm-add', open: openFirmDialog },
  { name: 'palette', open: openPalette },
  { name: 'shortcuts', open: openShortcuts },
  { name: 'figures', open: (desk) => enter(desk, 'figures.title', 'figures.title') },
  { name: 'registers', open: openRegisters },
  { name: 'registers-letters', open: openLetterRegister },
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

async function search(desk: Desk, words: string): Promise<void> {
  await openList(desk)
  await desk.page.getByRole('searchbox', { name: desk.t('complaints.search') }).fill(words)
  await desk.sees(desk.t('complaints.noneFound'))
}

/** Over the page, which is as wide as before. */
async function openCalendar(desk: Desk): Promise<void> {
  await openBlankIntake(desk)
  await desk.field(desk.t('intake.receivedAt')).press('Alt+ArrowDown')
  await desk.dialog(desk.t('common.calendar.choose')).waitFor()
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

/** The request to end a case, as a duplicate: the most that it asks for. */
async function openEnding(desk: Desk): Promise<void> {
  const { t } = desk
  await openLiveCase(desk, 'overview')
  const block = desk.region(t('case.blocks.ending'))
  await desk.press(t('case.ending.end'), block)
  await desk.field(t('case.ending.way'), block).selectOption(t('terms.status.duplicate'))
  await desk.field(t('case.ending.contact'), block).waitFor()
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
