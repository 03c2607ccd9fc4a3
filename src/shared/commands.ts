/**
 * What can be begun from anywhere, by name: the window's palette and the menu bar of the shell are two ways to the
 * same list. What a command does is the window's; how it is called in the menu is the shell's.
 */

/** Acts of the palette. */
const ACT_COMMANDS = ['intake', 'verify', 'keys', 'updates'] as const

/** Rooms of the rail, named as their routes are. */
const ROOM_COMMANDS = [
  'today',
  'complaints',
  'steps',
  'letters',
  'firms',
  'figures',
  'audit',
  'settings',
] as const

/** What concerns the window itself: the palette offers none of it, since it is opened to go somewhere. */
export const WINDOW_COMMANDS = [
  'palette',
  'print',
  'find',
  'findNext',
  'findPrevious',
  'lock',
] as const

/** What the palette always has, whoever is signed in; permissions hide some. */
export const FIXED_COMMANDS = [...ACT_COMMANDS, ...ROOM_COMMANDS] as const

/** What the menu bar has beside the system's own items. */
export const MENU_COMMANDS = [...FIXED_COMMANDS, ...WINDOW_COMMANDS] as const

export type RoomCommand = (typeof ROOM_COMMANDS)[number]
export type FixedCommandName = (typeof FIXED_COMMANDS)[number]
export type MenuCommand = (typeof MENU_COMMANDS)[number]
