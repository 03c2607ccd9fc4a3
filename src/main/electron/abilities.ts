import { hostRoutes } from '#shared/contract/host.ts'

import { ability, type HostAbilities } from '../host/window-dispatch.ts'
import type { Closing } from './closing.ts'
import { fileAbilities, type FileParts } from './file-abilities.ts'
import type { MainWindow } from './main-window.ts'
import type { ApplicationMenu } from './menu/application-menu.ts'
import type { PageFlush } from './page-flush.ts'
import { hasPrinter } from './printers.ts'
import type { ShellWords } from './shell-words.ts'
import type { Updates } from './updates/updates.ts'
import type { WindowComforts } from './window-comforts.ts'

export type ShellParts = FileParts &
  Readonly<{
    window: Pick<MainWindow, 'focus' | 'own' | 'renew'>
    closing: Pick<Closing, 'leaveCopy'>
    flush: Pick<PageFlush, 'answered'>
    words: ShellWords
    menu: ApplicationMenu
    comforts: WindowComforts
    platform: NodeJS.Platform
    updates: () => Updates
  }>

const DONE = { ok: true, data: null } as const

/** What the Electron shell answers by itself. */
export function electronAbilities(shell: ShellParts): HostAbilities {
  const { window, closing, flush, words, menu, comforts, platform, updates } = shell
  return {
    'host.info': ability(hostRoutes['host.info'], () => ({
      ok: true,
      data: { kind: 'electron' as const, platform, ...words.remembered() },
    })),
    ...fileAbilities(shell),
    'host.readyToClose': ability(hostRoutes['host.readyToClose'], () => {
      flush.answered()
      return DONE
    }),
    'host.leaveCopy': ability(hostRoutes['host.leaveCopy'], () => {
      closing.leaveCopy()
      return DONE
    }),
    'host.newPage': ability(hostRoutes['host.newPage'], () => {
      window.renew()
      return DONE
    }),
    'host.focus': ability(hostRoutes['host.focus'], () => {
      window.focus()
      return DONE
    }),
    'host.menu': ability(hostRoutes['host.menu'], ({ enabled }) => {
      menu.enable(enabled)
      return DONE
    }),
    'host.appearance': ability(hostRoutes['host.appearance'], (appearance) => {
      words.choose(appearance)
      menu.refresh()
      return DONE
    }),
    'host.find': ability(hostRoutes['host.find'], async ({ text, step }) => ({
      ok: true,
      data: (await comforts.finder()?.find(text, step)) ?? null,
    })),
    'host.findEnd': ability(hostRoutes['host.findEnd'], () => {
      comforts.finder()?.end()
      return DONE
    }),
    'host.printers': ability(hostRoutes['host.printers'], async () => ({
      ok: true,
      data: { any: await hasPrinter(window.own()?.contents ?? null, platform) },
    })),
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
