import { hostRoutes } from '#shared/contract/host.ts'

import { folderBytes } from '../files/found-boards.ts'
import type { LogFacts } from '../log/log-entry.ts'
import type { ProgramLog } from '../log/program-log.ts'
import { supportReport } from '../log/support-report.ts'
import { ability, type HostAbility } from '../window-dispatch.ts'
import type { CoreClient } from '../core-client.ts'
import { chooseDataFolder } from './data-folder-dialogs.ts'
import { saveFile, unpackFile } from './dialogs.ts'
import { sizeIn } from './message-values.ts'
import type { MainWindow } from './main-window.ts'
import type { ShellMessages } from './messages.ts'
import type { Places } from './places.ts'
import type { SavedFiles } from './saved-files.ts'

export type FileParts = Readonly<{
  core: Pick<CoreClient, 'download'>
  window: Pick<MainWindow, 'askWhereToSave' | 'askForFolder' | 'say'>
  messages: ShellMessages
  places: Places
  saved: SavedFiles
  log: ProgramLog
  /** What the report for support begins with. */
  program: LogFacts
  dataDir: string
  engine: 'sqlite' | 'postgres'
  systemLanguage: string
  /** Opens the system's file manager on a path. */
  reveal: (path: string) => void
  copyText: (text: string) => void
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

/** How much of the log goes along with a report. */
const LINES_FOR_SUPPORT = 60

/** What the shell does with files and folders for its window. */
export function fileAbilities(parts: FileParts): Readonly<Record<FileRoute, HostAbility>> {
  const { core, window, messages, places, saved, log, reveal } = parts
  const saving = { core, messages, places, saved }
  const dialogs = { messages, ask: window.askForFolder, say: window.say, remember: parts.remember }
  let choosing = false

  /** One dialog at a time, however often the page asks. */
  async function choose(): Promise<boolean> {
    if (choosing) return false
    choosing = true
    try {
      const chosen = await chooseDataFolder(dialogs)
      if (chosen !== null) parts.restart()
      return chosen !== null
    } finally {
      choosing = false
    }
  }

  async function report(): Promise<string> {
    const { program, engine, systemLanguage: language } = parts
    const size = sizeIn(messages.locale, await folderBytes(parts.dataDir))
    const lines = log.tail(LINES_FOR_SUPPORT)
    return supportReport({ program, language, engine, size, log: lines }, messages.support)
  }

  return {
    'host.saveFile': ability(hostRoutes['host.saveFile'], ({ ticket }, windowId) =>
      saveFile({ ...saving, ask: window.askWhereToSave, say: window.say }, windowId, ticket),
    ),
    'host.unpackFile': ability(hostRoutes['host.unpackFile'], ({ ticket }, windowId) =>
      unpackFile({ ...saving, ask: window.askForFolder }, windowId, ticket),
    ),
    'host.showSaved': ability(hostRoutes['host.showSaved'], (_input, windowId) => ({
      ok: true,
      data: { shown: saved.show(windowId) },
    })),
    'host.openLog': ability(hostRoutes['host.openLog'], () => {
      reveal(log.path())
      return { ok: true, data: { opened: true } }
    }),
    'host.copySupport': ability(hostRoutes['host.copySupport'], async () => {
      parts.copyText(await report())
      return { ok: true, data: { copied: true } }
    }),
    'host.chooseDataFolder': ability(hostRoutes['host.chooseDataFolder'], async () => ({
      ok: true,
      data: { chosen: await choose() },
    })),
  }
}
