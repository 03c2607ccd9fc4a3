import { hostRoutes } from '#shared/contract/host.ts'

import type { CoreClient } from '../core-client.ts'
import { ability, type HostAbilities } from '../window-dispatch.ts'
import type { Closing } from './closing.ts'
import { saveFile, unpackFile } from './dialogs.ts'
import type { MainWindow } from './main-window.ts'
import type { ShellMessages } from './messages.ts'
import type { PageFlush } from './page-flush.ts'

export type ShellParts = Readonly<{
  core: CoreClient
  window: MainWindow
  closing: Pick<Closing, 'leaveCopy'>
  flush: Pick<PageFlush, 'answered'>
  messages: ShellMessages
  platform: NodeJS.Platform
}>

/** What the Electron shell answers by itself. */
export function electronAbilities(shell: ShellParts): HostAbilities {
  const { core, window, closing, flush, messages, platform } = shell
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
    'host.readyToClose': ability(hostRoutes['host.readyToClose'], () => {
      flush.answered()
      return HEARD
    }),
    'host.leaveCopy': ability(hostRoutes['host.leaveCopy'], () => {
      closing.leaveCopy()
      return HEARD
    }),
  }
}

const HEARD = { ok: true, data: { heard: true } } as const
