import { app, Menu } from 'electron'

import type { MenuCommand } from '#shared/commands.ts'

import type { ShellMessages } from '../messages.ts'
import type { MenuFacts, MenuSection } from './menu-facts.ts'
import { menuTemplate } from './menu-template.ts'

export type ApplicationMenu = Readonly<{
  /** Says anew which commands are not grey. */
  enable: (commands: readonly MenuCommand[]) => void
  /** Shows the menu in the language of the moment. */
  refresh: () => void
}>

export type ApplicationMenuOptions = Readonly<
  Pick<MenuFacts, 'platform' | 'packaged' | 'run' | 'zoom'> & {
    messages: () => ShellMessages
    version: string
    /** Further sections of Help. */
    help: readonly MenuSection[]
  }
>

/** The menu bar of the program and its about panel. All commands are grey until the window says otherwise. */
export function createApplicationMenu(options: ApplicationMenuOptions): ApplicationMenu {
  const { messages, version, help, ...facts } = options
  let enabled: ReadonlySet<MenuCommand> = new Set()
  let spoken: ShellMessages | null = null

  function show(): void {
    const template = menuTemplate({ ...facts, messages: messages(), enabled }, help)
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }

  function refresh(): void {
    if (messages() === spoken) return
    spoken = messages()
    show()
    app.setAboutPanelOptions({
      applicationName: 'Hồi Âm',
      applicationVersion: version,
      copyright: spoken.about,
      // macOS would write the version of the runtime in brackets behind ours.
      version: '',
    })
  }

  refresh()
  return {
    refresh,
    enable(commands) {
      const next = new Set(commands)
      // A menu replaced for nothing would close under somebody's hand.
      if (next.size === enabled.size && [...next].every((command) => enabled.has(command))) return
      enabled = next
      show()
    },
  }
}
