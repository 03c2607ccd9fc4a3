import type { MenuItemConstructorOptions } from 'electron'

import type { MenuCommand } from '#shared/commands.ts'

import { type MenuFacts, onMac } from './menu-facts.ts'

/**
 * Keys the page itself listens to, in both hosts; the menu only shows them. On Windows and Linux they are not
 * registered. On macOS every key shown is (electron/electron#18295), but a key goes to the page first and reaches the
 * menu only when the page left it alone (`performKeyEquivalent` of RenderWidgetHostViewCocoa), which
 * `useShortcut` never does: so neither system runs one twice.
 */
const KEYS_OF_THE_PAGE: Readonly<Partial<Record<MenuCommand, string>>> = {
  palette: 'CmdOrCtrl+K',
  intake: 'CmdOrCtrl+N',
  print: 'CmdOrCtrl+P',
}

/** Keys of the menu alone: in the browser host they are the browser's. */
const KEYS_OF_THE_MENU: Readonly<
  Partial<Record<MenuCommand, Readonly<{ mac: string; others: string | null }>>>
> = {
  find: { mac: 'Cmd+F', others: 'Ctrl+F' },
  findNext: { mac: 'Cmd+G', others: 'F3' },
  findPrevious: { mac: 'Shift+Cmd+G', others: 'Shift+F3' },
  settings: { mac: 'Cmd+,', others: null },
}

/** The item of one command: grey while the window does not offer it, run by the window when chosen. */
export function commandItem(facts: MenuFacts, command: MenuCommand): MenuItemConstructorOptions {
  return {
    id: command,
    label: facts.messages.commands[command],
    enabled: facts.enabled.has(command),
    click: () => facts.run(command),
    ...keysOf(facts, command),
  }
}

function keysOf(facts: MenuFacts, command: MenuCommand): MenuItemConstructorOptions {
  const ofThePage = KEYS_OF_THE_PAGE[command]
  if (ofThePage !== undefined) return { accelerator: ofThePage, registerAccelerator: false }
  const ofTheMenu = KEYS_OF_THE_MENU[command]
  const accelerator = onMac(facts) ? ofTheMenu?.mac : ofTheMenu?.others
  return accelerator ? { accelerator } : {}
}
