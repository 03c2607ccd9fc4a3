import { hostRoutes } from '#shared/contract/host.ts'

import type { CoreClient } from '../core-client.ts'
import { ability, type HostAbilities } from '../window-dispatch.ts'
import { saveFile, unpackFile } from './dialogs.ts'
import type { MainWindow } from './main-window.ts'
import type { ShellMessages } from './messages.ts'
import type { Updates } from './updates/updates.ts'

export type ShellParts = Readonly<{
  core: CoreClient
  window: MainWindow
  messages: ShellMessages
  platform: NodeJS.Platform
  updates: () => Updates
}>

/** What the Electron shell answers by itself. */
export function electronAbilities(shell: ShellParts): HostAbilities {
  const { core, window, messages, platform, updates } = shell
  return {
    'host.info': ability(hostRoutes['host.info'], () => ({
      ok: true,
      data: { kind: 'electron' as const, platform },
    })),
    'host.saveFile': ability(hostRoutes['host.saveFile'], ({ ticket }, windowId) =>
      saveFile({ core, messages, ask: window.askWhereToSave }, windowId, ticket),
    ),
    'host.unpackFile': ability(hostRoutes['host.unpackFile'], ({ ticket }, windowId) =>
      unpackFile({ core, messages, ask: window.askForFolder }, windowId, ticket),
    ),
    'host.updateState': ability(hostRoutes['host.updateState'], () => ({
      ok: true,
      data: updates().state(),
    })),
    'host.updateCheck': ability(hostRoutes['host.updateCheck'], (_, windowId) =>
      updates().check(windowId),
    ),
    'host.updateDownload': ability(hostRoutes['host.updateDownload'], (_, windowId) =>
      updates().download(windowId),
    ),
    'host.updateStop': ability(hostRoutes['host.updateStop'], () => ({
      ok: true,
      data: { stopped: updates().stop() },
    })),
    'host.updateInstall': ability(hostRoutes['host.updateInstall'], (_, windowId) =>
      updates().install(windowId),
    ),
  }
}
