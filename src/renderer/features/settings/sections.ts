import type { Action } from '#core/people/permissions.ts'

/** The sections of the settings, by the last part of their address. */
export const SECTIONS = [
  { name: 'organisation', path: 'don-vi', action: null },
  { name: 'letters', path: 'thu', action: null },
  { name: 'calendar', path: 'lich', action: null },
  { name: 'limits', path: 'thoi-han', action: null },
  { name: 'people', path: 'thanh-vien', action: 'people.read' },
  { name: 'recovery', path: 'khoa', action: 'settings.manage' },
  { name: 'updates', path: 'cap-nhat', action: 'settings.manage' },
  { name: 'appearance', path: 'hien-thi', action: null },
] as const satisfies readonly Readonly<{ name: string; path: string; action: Action | null }>[]

export type Section = (typeof SECTIONS)[number]
