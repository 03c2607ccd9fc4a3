import { hostRoutes } from '#shared/contract/host.ts'

import { ability, type HostAbility } from '../host/window-dispatch.ts'
import type { CoreClient } from '../host/core-client.ts'
import { chooseDataFolder } from './data-folder-dialogs.ts'
import { chooseFolder, saveFile, unpackFile } from './dialogs.ts'
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
  | 'host.chooseFolder'

/** What the shell does with files and folders for its window. */
export function fileAbilities(parts: FileParts): Readonly<Record<FileRoute, HostAbility>> {
  const { core, window, messages, places, saved, running, support, remember } = parts
  let choosing = false

  /** One dialog at a time, however often the page asks. */
  async function inTurn<Chosen>(ask: () => Promise<Chosen | null>): Promise<Chosen | null> {
    if (choosing) return null
    choosing = true
    try {
      return await ask()
    } finally {
      choosing = false
    }
  }

  async function choose(): Promise<boolean> {
    const { askForFolder: ask, say } = window
    const chosen = await inTurn(() =>
      chooseDataFolder({ messages: messages(), ask, say, remember }),
    )
    if (chosen !== null) parts.restart()
    return chosen !== null
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
    'host.chooseFolder': ability(hostRoutes['host.chooseFolder'], async ({ purpose }) => ({
      ok: true,
      data: {
        folder: await inTurn(() =>
          chooseFolder({ messages: messages(), ask: window.askForFolder }, purpose),
        ),
      },
    })),
  }
}
