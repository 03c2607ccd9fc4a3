import type { Action } from '#core/people/permissions.ts'
import { SETTINGS_PATHS } from '#renderer/to.ts'

/** The sections of the settings, by the last part of their address. */
export const SECTIONS = [
  { name: 'organisation', path: SETTINGS_PATHS.organisation, action: null },
  { name: 'letters', path: SETTINGS_PATHS.letters, action: null },
  { name: 'calendar', path: SETTINGS_PATHS.calendar, action: null },
  { name: 'limits', path: SETTINGS_PATHS.limits, action: null },
  { name: 'people', path: SETTINGS_PATHS.people, action: 'people.read' },
  { name: 'retention', path: SETTINGS_PATHS.retention, action: 'retention.read' },
  { name: 'recovery', path: SETTINGS_PATHS.recovery, action: 'settings.manage' },
  { name: 'updates', path: SETTINGS_PATHS.updates, action: 'board.administer' },
  { name: 'account', path: SETTINGS_PATHS.account, action: null },
  { name: 'appearance', path: SETTINGS_PATHS.appearance, action: null },
] as const satisfies readonly Readonly<{ name: string; path: string; action: Action | null }>[]

export type Section = (typeof SECTIONS)[number]
