import { hostRoutes } from '#shared/contract/host.ts'

import { ability, type HostAbility } from '../host/window-dispatch.ts'
import type { CoreClient } from '../host/core-client.ts'
import { chooseDataFolder } from './data-folder-dialogs.ts'
import { saveFile, unpackFile } from './dialogs.ts'
import type { MainWindow } from './main-window.ts'
import type { ShellMessages } from './messages.ts'
import type { Places } from './places.ts'
import type { RunningSaves } from './running-saves.ts'
import type { SavedFiles } from './saved-files.ts'
import type { Support } from './support.ts'

export type FileParts = Readonly<{
  core: Pick<CoreClient, 'download'>
  window: Pick<MainWindow, 'askWhereToSave' | 'askForFolder' | 'say'>
  messages: () => ShellMessages
  places: Places
  saved: SavedFiles
  running: RunningSaves
  support: Support
  /** Keeps a data folder for the next start. */
  remember: (dataDir: string) => Promise<void>
  /** Ends the program in order and starts it again. */
  restart: () => void
}>

type FileRoute =
  | 'host.saveFile'
  | 'host.unpackFile'
  | 'host.showSaved'
  | 'host.openLog'
  | 'host.copySupport'
  | 'host.chooseDataFolder'

/** What the shell does with files and folders for its window. */
export function fileAbilities(parts: FileParts): Readonly<Record<FileRoute, HostAbility>> {
  const { core, window, messages, places, saved, running, support, remember } = parts
  let choosing = false

  /** One dialog at a time, however often the page asks. */
  async function choose(): Promise<boolean> {
    if (choosing) return false
    choosing = true
    try {
      const { askForFolder: ask, say } = window
      const chosen = await chooseDataFolder({ messages: messages(), ask, say, remember })
      if (chosen !== null) parts.restart()
      return chosen !== null
    } finally {
      choosing = false
    }
  }

  function saving() {
    return { core, messages: messages(), places, saved, running }
  }

  return {
    'host.saveFile': ability(hostRoutes['host.saveFile'], ({ ticket }, windowId) =>
      saveFile({ ...saving(), ask: window.askWhereToSave, say: window.say }, windowId, ticket),
    ),
    'host.unpackFile': ability(hostRoutes['host.unpackFile'], ({ ticket }, windowId) =>
      unpackFile({ ...saving(), ask: window.askForFolder }, windowId, ticket),
    ),
    'host.showSaved': ability(hostRoutes['host.showSaved'], (_input, windowId) => ({
      ok: true,
      data: { shown: saved.show(windowId) },
    })),
    'host.openLog': ability(hostRoutes['host.openLog'], () => {
      support.openLog()
      return { ok: true, data: { opened: true } }
    }),
    'host.copySupport': ability(hostRoutes['host.copySupport'], async () => {
      await support.copyReport()
      return { ok: true, data: { copied: true } }
    }),
    'host.chooseDataFolder': ability(hostRoutes['host.chooseDataFolder'], async () => ({
      ok: true,
      data: { chosen: await choose() },
    })),
  }
}
