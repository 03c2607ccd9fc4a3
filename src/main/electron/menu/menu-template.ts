import type { MenuItemConstructorOptions } from 'electron'

import { type MenuFacts, type MenuSection, onMac } from './menu-facts.ts'
import * as section from './sections.ts'

/**
 * The whole menu bar, by Apple's guidelines on macOS and by Windows' conventions elsewhere. `help` are further
 * sections of Help, each shown between the keys and what the program is.
 */
export function menuTemplate(
  facts: MenuFacts,
  help: readonly MenuSection[] = [],
): MenuItemConstructorOptions[] {
  const { menu } = facts.messages
  const file = [section.work, section.printing, section.locking, section.leaving]
  const edit = [section.undoing, section.clipboard, section.finding]
  const view = [section.zooming, section.fullScreen, section.developing]
  const go = [section.searching, section.rooms, section.administration]
  const bar = [
    top(facts, menu.file, file),
    top(facts, menu.edit, edit),
    top(facts, menu.view, view),
    top(facts, menu.go, go),
  ]
  if (!onMac(facts)) {
    const atTheFoot = [section.updating, section.aboutAtTheFoot]
    return [...bar, top(facts, menu.help, [section.keys, ...help, ...atTheFoot])]
  }
  const helping = top(facts, menu.help, [section.keys, ...help])
  const program = [
    section.about,
    section.updating,
    section.settings,
    section.services,
    section.hiding,
    section.quitting,
  ]
  return [
    // macOS writes the program's own name here, whatever the label says.
    top(facts, 'Hồi Âm', program),
    ...bar,
    { ...top(facts, menu.window, [section.sizing, section.fronting]), role: 'window' },
    { ...helping, role: 'help' },
  ]
}

/** One menu of the bar. The letters for Alt are Windows'; macOS has none. */
function top(
  facts: MenuFacts,
  title: string,
  sections: readonly MenuSection[],
): MenuItemConstructorOptions {
  const label = onMac(facts) ? title.replace('&', '') : title
  return { label, submenu: section.joined(facts, sections) }
}
