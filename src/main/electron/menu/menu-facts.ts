import type { MenuItemConstructorOptions } from 'electron'

import type { MenuCommand } from '#shared/commands.ts'

import type { ShellMessages } from '../messages.ts'
import type { ZoomStep } from '../zoom.ts'

/** All that the menus show or do. */
export type MenuFacts = Readonly<{
  platform: NodeJS.Platform
  packaged: boolean
  messages: ShellMessages
  /** What the window says can be had now; the others are grey. */
  enabled: ReadonlySet<MenuCommand>
  run: (command: MenuCommand) => void
  zoom: (step: ZoomStep) => void
}>

/** Items that belong together, between two separators. One that has none for this system is left out. */
export type MenuSection = (facts: MenuFacts) => readonly MenuItemConstructorOptions[]

export function onMac({ platform }: Pick<MenuFacts, 'platform'>): boolean {
  return platform === 'darwin'
}
