import { app, dialog, ipcMain, nativeTheme, powerMonitor, protocol, session } from 'electron'

import type { CoreConfig } from '../common/core-config.ts'
import type { ProgramFiles } from '../host/host-files.ts'
import { programFacts } from '../host/log/program-facts.ts'
import type { ProgramLog } from '../host/log/program-log.ts'
import { programVersion } from '../program-version.ts'
import { listStaticFiles } from '../host/static-files.ts'
import { createWindowDispatch } from '../host/window-dispatch.ts'
import { electronAbilities } from './abilities.ts'
import { APP_SCHEME } from './app-origin.ts'
import { createClosing } from './closing.ts'
import { startElectronCore } from './core.ts'
import { closeThrough, quitThrough } from './ending.ts'
import { electronFileParts } from './file-parts.ts'
import { askWhenHanging } from './hang.ts'
import { registerIpc } from './ipc.ts'
import { logElectronEvents } from './log-events.ts'
import { createMainWindow } from './main-window.ts'
import { createApplicationMenu } from './menu/application-menu.ts'
import { supportSection } from './menu/support-section.ts'
import { type ShellMessages, withReason } from './messages.ts'
import { guardNavigation } from './navigation.ts'
import { createPageFlush } from './page-flush.ts'
import { restrictSession } from './permissions.ts'
import { windowProfile } from './profile.ts'
import { APP_SCHEME_PRIVILEGES, createAppProtocol } from './protocol.ts'
import type { PageFailure } from './revive.ts'
import { startAgainOptions } from './restart.ts'
import { createShellWords } from './shell-words.ts'
import { actOnSystem, watchMachine, watchSession } from './system-events.ts'
import { createShellUpdates } from './updates/shell.ts'
import { createWindowComforts } from './window-comforts.ts'
import { openWindowMemory } from './window-memory.ts'
import { SESSION_PARTITION } from './window-options.ts'

export type ElectronHostOptions = Readonly<{
  config: CoreConfig
  files: ProgramFiles
  log: ProgramLog
  /** Called when all is closed, just before the program ends. */
  discard: () => Promise<void>
}>

/** How long the page may take to keep what is half typed before everybody is signed out: the machine may go to sleep. */
const AWAY_FLUSH_MS = 1_000

/** The same that an installer must give its shortcut. */
const APP_USER_MODEL_ID = 'vn.ledu.hoi-am'

/**
 * What Electron must be told before it is ready. False when another copy of the program already has
 * this data folder: that one comes to the front and this one ends.
 */
export function prepareElectron(
  config: CoreConfig,
  platform: NodeJS.Platform = process.platform,
): boolean {
  app.enableSandbox()
  // Windows shows notifications only of programs it knows by such a name.
  if (platform === 'win32') app.setAppUserModelId(APP_USER_MODEL_ID)
  protocol.registerSchemesAsPrivileged([APP_SCHEME_PRIVILEGES])
  app.setPath('userData', windowProfile(config, platform))
  return app.requestSingleInstanceLock()
}

/** Runs the console in Electron, from ready to quit. */
export async function runElectronHost(options: ElectronHostOptions): Promise<void> {
  const { config, files, log, discard } = options
  log.write({ event: 'started', facts: programFacts(programVersion()) })
  logElectronEvents(app, log)
  await app.whenReady()
  const memory = await openWindowMemory(app.getPath('userData'))
  const words = createShellWords(memory, nativeTheme, app.getPreferredSystemLanguages())
  const { messages } = words
  const comforts = createWindowComforts(memory, messages)
  const core = startElectronCore({
    config,
    files,
    log,
    onGaveUp: () => giveUp(messages().coreGaveUp),
  })
  const mainWindow = createMainWindow({
    core,
    preload: files.preload,
    options: comforts.options,
    onOpened(opened) {
      comforts.furnish(opened)
      askWhenHanging(opened, messages)
      closeThrough(opened, closing, messages)
      watchSession(opened, hearSystem)
    },
    onGaveUp: (failure) => giveUp(pageWords(failure, messages())),
  })
  const updates = createShellUpdates(core, mainWindow)
  const flush = createPageFlush(mainWindow.tell)
  const closing = createClosing({
    core,
    flush,
    tell: mainWindow.tell,
    endSession: mainWindow.endSession,
    async discard() {
      await memory.settled()
      await discard()
    },
    takeLastAct: updates.takeLastAct,
    onLastActFailed: () => dialog.showErrorBox('Hồi Âm', messages().updateNotInstalled),
    untilSaved: () => fileParts.running.over(),
    onEnding: () => log.write({ event: 'ending' }),
    relaunch: () => app.relaunch(startAgainOptions(process.argv, process.env)),
    exit: () => app.exit(0),
  })
  const fileParts = electronFileParts({ core, window: mainWindow, messages, config, log })
  const menu = createApplicationMenu({
    platform: process.platform,
    packaged: app.isPackaged,
    version: programVersion(),
    messages,
    run: (command) => mainWindow.tell({ type: 'menu', command }),
    zoom: comforts.zoom,
    help: [supportSection(fileParts.support)],
  })
  const shell = {
    ...fileParts,
    window: mainWindow,
    closing,
    flush,
    words,
    menu,
    comforts,
    updates: updates.updates,
    platform: process.platform,
  }
  registerIpc(ipcMain, mainWindow.own, createWindowDispatch(core, electronAbilities(shell), log))

  const appSession = session.fromPartition(SESSION_PARTITION)
  restrictSession(appSession, app.isPackaged)
  const staticFiles = listStaticFiles(files.rendererDir)
  const windowId = (): string | null => mainWindow.own()?.id ?? null
  appSession.protocol.handle(APP_SCHEME, createAppProtocol({ staticFiles, core, windowId }))

  // Whoever locks the machine, or shuts its lid, has left the board as well.
  const hearSystem = actOnSystem(process.platform, {
    signOut: () => void flush.ask(AWAY_FLUSH_MS).then(() => core.away()),
    endQuickly: closing.beginQuickly,
  })
  watchMachine(powerMonitor, hearSystem)
  app.on('web-contents-created', (_event, contents) => guardNavigation(contents))
  app.on('second-instance', () => {
    // Somebody who closed by mistake gets the program back; meanwhile its window says what it is waiting for.
    if (closing.state() !== 'open') closing.startAgain()
    mainWindow.focus()
  })
  quitThrough(app, closing)
  mainWindow.open()
}

function pageWords({ kind, reason }: PageFailure, messages: ShellMessages): string {
  return kind === 'died' ? messages.windowGaveUp : withReason(messages.pageNotLoaded, reason)
}

function giveUp(message: string): void {
  dialog.showErrorBox('Hồi Âm', message)
  app.quit()
}
