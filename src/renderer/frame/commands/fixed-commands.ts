import type { Action } from '#core/people/permissions.ts'
import type { MessageKey } from '#renderer/i18n/index.ts'
import { type FixedCommandName, type MenuCommand, WINDOW_COMMANDS } from '#shared/commands.ts'

import { FOOT_ROOMS, ROOMS } from '../rooms.ts'

/** What the palette and the menu bar have in common: acts and rooms. */
export type FixedCommand = Readonly<{
  name: FixedCommandName
  group: 'act' | 'room'
  label: MessageKey
  /** Who may; without it anybody signed in. */
  action: Action | null
}>

export const FIXED: readonly FixedCommand[] = [
  { name: 'intake', group: 'act', label: 'frame.intake', action: 'complaint.create' },
  { name: 'verify', group: 'act', label: 'letters.verify.title', action: 'letter.read' },
  { name: 'keys', group: 'act', label: 'shortcuts.title', action: null },
  { name: 'updates', group: 'act', label: 'updates.command', action: 'settings.manage' },
  ...[...ROOMS, ...FOOT_ROOMS].map(
    ({ name, label, action }) => ({ name, group: 'room', label, action }) as const,
  ),
]

/** Those a person may have, in the order of the palette. */
export function fixedCommandsFor(can: (action: Action) => boolean): readonly FixedCommand[] {
  return FIXED.filter(({ action }) => action === null || can(action))
}

/** What the menu bar offers: nothing to nobody, and to a person what the palette and the window have for them. */
export function menuCommandsFor(
  signedIn: boolean,
  can: (action: Action) => boolean,
): readonly MenuCommand[] {
  if (!signedIn) return []
  return [...fixedCommandsFor(can).map(({ name }) => name), ...WINDOW_COMMANDS]
}
