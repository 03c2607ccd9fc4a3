import { changedFields, type AuditValue } from '../audit/model.ts'
import type { CommandContext } from '../kernel/context.ts'
import { DomainError, invalid } from '../kernel/errors.ts'
import type { Repositories } from '../ports.ts'
import type { Organisation, Settings, Site } from './model.ts'

/** The board's settings. Raises `NOT_SET_UP` before set-up. */
export async function loadSettings(repositories: Repositories): Promise<Settings> {
  const settings = await repositories.settings.load()
  if (settings === null) throw new DomainError('NOT_SET_UP')
  return settings
}

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
  }
}

/** Saves all settings at once. A site that complaints may name cannot disappear by a slip: ids must be unique. */
export async function saveSettings(context: CommandContext, input: Settings): Promise<Settings> {
  const before = await loadSettings(context.repositories)
  const ids = input.sites.map((site) => site.id)
  if (new Set(ids).size !== ids.length) throw invalid('sites', 'SITE_REPEATED')
  if (before.sites.some((site) => !ids.includes(site.id))) throw invalid('sites', 'SITE_IN_USE')
  const dates = input.holidays.map((holiday) => holiday.date)
  if (new Set(dates).size !== dates.length) throw invalid('holidays', 'HOLIDAY_REPEATED')
  const saved = await context.repositories.settings.save(input)
  context.audit({
    action: 'settings.saved',
    entity: 'settings',
    entityId: 'settings',
    changes: changedFields(audited(before), audited(saved)),
  })
  return saved
}

function audited(settings: Settings): Readonly<Record<string, AuditValue>> {
  return {
    ...settings.organisation,
    ...settings.letters,
    sites: settings.sites.map((site) => site.name),
    restDays: settings.restDays.map(String),
    holidays: settings.holidays.map((each) => `${each.date} ${each.kind} ${each.status}`),
  }
}
