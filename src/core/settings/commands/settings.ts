import type { AuditAction } from '../../audit/actions.ts'
import { changedFields, type AuditValue } from '../../audit/model.ts'
import type { ReminderSettings } from '../../reminders/reminders.ts'
import { invalid } from '../../kernel/errors.ts'
import type { Logo } from '../../letters/document.ts'
import { ROLES } from '../../people/permissions.ts'
import type { CommandContext } from '../../ports/context.ts'
import { loadSettings } from '../../ports/load-settings.ts'
import {
  LATER_SETTINGS,
  type IdentitySettings,
  type NoticeSettings,
  type Organisation,
  type RetentionSettings,
  type Settings,
  type RightsSettings,
  type SignInSettings,
  type Site,
} from '../model.ts'

/** What a new board starts with; weekly rest days Saturday and Sunday (the law names no days, so it is a setting). */
export function initialSettings(
  organisation: Organisation,
  sites: readonly Site[],
  chair: Readonly<{ fullName: string; title: string }>,
): Settings {
  return {
    version: 0,
    organisation,
    sites,
    letters: {
      nationalHeading: true,
      authority: `TM. ${organisation.boardName.toLocaleUpperCase('vi')}`,
      signatoryTitle: chair.title.toLocaleUpperCase('vi'),
      signatoryName: chair.fullName,
    },
    restDays: [0, 6],
    holidays: [],
    ...LATER_SETTINGS,
  }
}

/** The settings of the board itself; time limits, reminders and notices have acts of their own. */
export type BoardSettings = Omit<Settings, keyof typeof LATER_SETTINGS>

/**
 * Saves the board's own settings at once. A site that complaints may name cannot disappear by a slip: ids must
 * be unique. When the working days change, the open clocks are to be worked out anew.
 */
export async function saveSettings(
  context: CommandContext,
  input: BoardSettings,
): Promise<Settings> {
  const before = await loadSettings(context.repositories)
  const ids = input.sites.map((site) => site.id)
  if (new Set(ids).size !== ids.length) throw invalid('sites', 'SITE_REPEATED')
  if (before.sites.some((site) => !ids.includes(site.id))) throw invalid('sites', 'SITE_IN_USE')
  const dates = input.holidays.map((holiday) => holiday.date)
  if (new Set(dates).size !== dates.length) throw invalid('holidays', 'HOLIDAY_REPEATED')
  const saved = await context.repositories.settings.save({ ...before, ...input })
  context.audit({
    action: 'settings.saved',
    entity: 'settings',
    entityId: 'settings',
    changes: changedFields(audited(before), audited(saved)),
  })
  return saved
}

/** When people are reminded: each point once, the earliest first. */
export async function saveReminders(
  context: CommandContext,
  { version, days, percents }: ReminderSettings & Readonly<{ version: number }>,
): Promise<Settings> {
  const reminders = { days: descending(days), percents: descending(percents) }
  return saveGroup(context, version, 'settings.remindersSaved', { reminders }, ({ reminders }) => ({
    days: reminders.days.map(String),
    percents: reminders.percents.map(String),
  }))
}

/** What notices to an authority say of the organisation. */
export async function saveNoticeSettings(
  context: CommandContext,
  { version, ...notices }: NoticeSettings & Readonly<{ version: number }>,
): Promise<Settings> {
  return saveGroup(context, version, 'settings.noticesSaved', { notices }, ({ notices }) => notices)
}

/** Whether investigators who do not handle a case are shown its persons covered. */
export async function saveIdentity(
  context: CommandContext,
  { version, ...identity }: IdentitySettings & Readonly<{ version: number }>,
): Promise<Settings> {
  const group = { identity }
  return saveGroup(context, version, 'settings.identitySaved', group, ({ identity }) => identity)
}

/** Whose sign-in asks for a second step. */
export async function saveSignIn(
  context: CommandContext,
  { version, secondStepRoles }: SignInSettings & Readonly<{ version: number }>,
): Promise<Settings> {
  const signIn = { secondStepRoles: ROLES.filter((role) => secondStepRoles.includes(role)) }
  return saveGroup(context, version, 'settings.signInSaved', { signIn }, ({ signIn }) => signIn)
}

/** Which rights are carried out only once it was checked who asks. */
export async function saveRights(
  context: CommandContext,
  { version, needIdentity }: RightsSettings & Readonly<{ version: number }>,
): Promise<Settings> {
  const group = { rights: { needIdentity } }
  return saveGroup(context, version, 'settings.rightsSaved', group, ({ rights }) => rights)
}

/** How long the board keeps what tells of persons after a case was closed; nothing is erased by that alone. */
export async function saveRetention(
  context: CommandContext,
  { version, months }: RetentionSettings & Readonly<{ version: number }>,
): Promise<Settings> {
  const group = { retention: { months } }
  return saveGroup(context, version, 'settings.retentionSaved', group, ({ retention }) => ({
    retentionMonths: retention.months,
  }))
}

/** Saves one group of the settings, with what changed in it on record. */
export async function saveGroup(
  context: CommandContext,
  version: number,
  action: AuditAction,
  group: Partial<Settings>,
  audit: (settings: Settings) => Readonly<Record<string, AuditValue>>,
): Promise<Settings> {
  const before = await loadSettings(context.repositories)
  const saved = await context.repositories.settings.save({ ...before, ...group, version })
  context.audit({
    action,
    entity: 'settings',
    entityId: 'settings',
    changes: changedFields(audit(before), audit(saved)),
  })
  return saved
}

function descending(values: readonly number[]): readonly number[] {
  return [...new Set(values)].sort((one, other) => other - one)
}

/** Puts a checked picture on the letterhead, or takes it off. Its bytes never reach the record, only its hash. */
export async function saveLogo(
  context: CommandContext,
  logo: Logo | null,
  sha256: string | null,
): Promise<void> {
  const { settings } = context.repositories
  const before = await settings.logo()
  await settings.saveLogo(logo)
  context.audit({
    action: 'settings.logoSaved',
    entity: 'settings',
    entityId: 'settings',
    changes: changedFields(
      { logo: before?.mediaType ?? null },
      { logo: logo?.mediaType ?? null, logoSha256: sha256 },
    ),
  })
}

function audited(settings: Settings): Readonly<Record<string, AuditValue>> {
  return {
    ...settings.organisation,
    ...settings.letters,
    acting: settings.letters.acting ?? '',
    sites: settings.sites.map((site) => site.name),
    restDays: settings.restDays.map(String),
    holidays: settings.holidays.map((each) => `${each.date} ${each.kind} ${each.status}`),
  }
}
