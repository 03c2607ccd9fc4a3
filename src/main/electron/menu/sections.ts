import type { MenuItemConstructorOptions } from 'electron'

import { commandItem } from './command-item.ts'
import { type MenuFacts, type MenuSection, onMac } from './menu-facts.ts'

/* The program's own menu, which macOS alone has. */

export const about: MenuSection = ({ messages: { menu } }) => [{ role: 'about', label: menu.about }]

/** With the dots Apple gives it. */
export const settings: MenuSection = (facts) => [
  { ...commandItem(facts, 'settings'), label: `${facts.messages.commands.settings}…` },
]

export const services: MenuSection = ({ messages: { menu } }) => [
  { role: 'services', label: menu.services },
]

export const hiding: MenuSection = ({ messages: { menu } }) => [
  { role: 'hide', label: menu.hide },
  { role: 'hideOthers', label: menu.hideOthers },
  { role: 'unhide', label: menu.unhide },
]

export const quitting: MenuSection = ({ messages: { menu } }) => [
  { role: 'quit', label: menu.quit },
]

/* File. */

export const work: MenuSection = (facts) => [
  commandItem(facts, 'intake'),
  commandItem(facts, 'verify'),
]

export const printing: MenuSection = (facts) => [commandItem(facts, 'print')]

export const locking: MenuSection = (facts) => [commandItem(facts, 'lock')]

/** Apple's last of File is closing the window, Windows' is leaving the program. */
export const leaving: MenuSection = (facts) => {
  const { menu } = facts.messages
  return onMac(facts)
    ? [{ role: 'close', label: menu.close }]
    : [{ role: 'quit', label: menu.exit }]
}

/* Edit. */

export const undoing: MenuSection = ({ messages: { menu } }) => [
  { role: 'undo', label: menu.undo },
  { role: 'redo', label: menu.redo },
]

export const clipboard: MenuSection = ({ messages: { menu } }) => [
  { role: 'cut', label: menu.cut },
  { role: 'copy', label: menu.copy },
  { role: 'paste', label: menu.paste },
  { role: 'pasteAndMatchStyle', label: menu.pastePlain },
  { role: 'delete', label: menu.delete },
  { role: 'selectAll', label: menu.selectAll },
]

export const finding: MenuSection = (facts) => [
  commandItem(facts, 'find'),
  commandItem(facts, 'findNext'),
  commandItem(facts, 'findPrevious'),
]

/* View. */

/** Not by roles: what they change is told to nobody, so it could not be remembered. */
export const zooming: MenuSection = ({ messages: { menu }, zoom }) => [
  { label: menu.resetZoom, accelerator: 'CmdOrCtrl+0', click: () => zoom('reset') },
  alsoBy('CmdOrCtrl+num0', () => zoom('reset')),
  { label: menu.zoomIn, accelerator: 'CmdOrCtrl+Plus', click: () => zoom('in') },
  // `+` lies on the key of `=` beside Shift, and people leave Shift out.
  alsoBy('CmdOrCtrl+=', () => zoom('in')),
  alsoBy('CmdOrCtrl+numadd', () => zoom('in')),
  { label: menu.zoomOut, accelerator: 'CmdOrCtrl+-', click: () => zoom('out') },
  alsoBy('CmdOrCtrl+numsub', () => zoom('out')),
]

export const fullScreen: MenuSection = ({ messages: { menu } }) => [
  { role: 'togglefullscreen', label: menu.fullScreen },
]

/** While the program is being developed. A reload would throw away what somebody typed: there is none. */
export const developing: MenuSection = ({ messages: { menu }, packaged }) =>
  packaged ? [] : [{ role: 'toggleDevTools', label: menu.developerTools }]

/* Go. */

export const searching: MenuSection = (facts) => [commandItem(facts, 'palette')]

export const rooms: MenuSection = (facts) => [
  commandItem(facts, 'today'),
  commandItem(facts, 'complaints'),
  commandItem(facts, 'steps'),
  commandItem(facts, 'letters'),
  commandItem(facts, 'firms'),
  commandItem(facts, 'figures'),
]

/** On macOS settings are in the program's own menu. */
export const administration: MenuSection = (facts) => [
  commandItem(facts, 'audit'),
  ...(onMac(facts) ? [] : [commandItem(facts, 'settings')]),
]

/* Window, which macOS alone has: on Windows the title bar and the taskbar do all of it. */

export const sizing: MenuSection = ({ messages: { menu } }) => [
  { role: 'minimize', label: menu.minimise },
  { role: 'zoom', label: menu.zoomWindow },
]

export const fronting: MenuSection = ({ messages: { menu } }) => [
  { role: 'front', label: menu.front },
]

/* Help. */

export const keys: MenuSection = (facts) => [commandItem(facts, 'keys')]

/** Under About on macOS, before it in Help elsewhere. */
export const updating: MenuSection = (facts) => [commandItem(facts, 'updates')]

/** At the foot of Help everywhere but on macOS. */
export const aboutAtTheFoot: MenuSection = (facts) => (onMac(facts) ? [] : about(facts))

/** A second key for the item before it, out of sight. */
function alsoBy(accelerator: string, click: () => void): MenuItemConstructorOptions {
  return {
    label: accelerator,
    accelerator,
    click,
    visible: false,
    acceleratorWorksWhenHidden: true,
  }
}

/** The items of all sections that have any, with a line between two. */
export function joined(
  facts: MenuFacts,
  sections: readonly MenuSection[],
): MenuItemConstructorOptions[] {
  return sections
    .map((section) => section(facts))
    .filter((items) => items.length > 0)
    .flatMap((items, at) => (at === 0 ? items : [{ type: 'separator' as const }, ...items]))
}
