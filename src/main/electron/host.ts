import { createHash } from 'node:crypto'
import { join } from 'node:path'

import { app, dialog, ipcMain, nativeTheme, powerMonitor, protocol, session } from 'electron'

import type { CoreConfig } from '../core-config.ts'
import type { ProgramFiles } from '../host-files.ts'
import { programVersion } from '../program-version.ts'
import { listStaticFiles } from '../static-files.ts'
import { createWindowDispatch } from '../window-dispatch.ts'
import { electronAbilities } from './abilities.ts'
import { APP_SCHEME } from './app-origin.ts'
import { startElectronCore } from './core.ts'
import { closeCoreBeforeQuit } from './ending.ts'
import { registerIpc } from './ipc.ts'
import { createMainWindow } from './main-window.ts'
import { createApplicationMenu } from './menu/application-menu.ts'
import { guardNavigation } from './navigation.ts'
import { restrictSession } from './permissions.ts'
import { APP_SCHEME_PRIVILEGES, createAppProtocol } from './protocol.ts'
import { createShellWords } from './shell-words.ts'
import { createWindowComforts } from './window-comforts.ts'
import { openWindowMemory } from './window-memory.ts'
import { SESSION_PARTITION } from './window-options.ts'

export type ElectronHostOptions = Readonly<{
  config: CoreConfig
  files: ProgramFiles
  /** Called when all is closed, just before the program ends. */
  discard: () => Promise<void>
}>

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
  app.setPath('userData', profileDir(config))
  return app.requestSingleInstanceLock()
}

/** Runs the console in Electron, from ready to quit. */
export async function runElectronHost(options: ElectronHostOptions): Promise<void> {
  await app.whenReady()
  const { config, files, discard } = options
  const memory = await openWindowMemory(app.getPath('userData'))
  const words = createShellWords(memory, nativeTheme, app.getPreferredSystemLanguages())
  const comforts = createWindowComforts(memory, words.messages)
  const core = startElectronCore(config, files, () => giveUp(words.messages().coreGaveUp))
  const mainWindow = createMainWindow({
    core,
    preload: files.preload,
    comforts,
    onGaveUp: () => giveUp(words.messages().windowGaveUp),
  })
  const menu = createApplicationMenu({
    platform: process.platform,
    packaged: app.isPackaged,
    version: programVersion(),
    messages: words.messages,
    run: (command) => mainWindow.tell({ type: 'menu', command }),
    zoom: comforts.zoom,
    help: [],
  })
  const shell = { core, window: mainWindow, words, menu, comforts, platform: process.platform }
  registerIpc(ipcMain, mainWindow.own, createWindowDispatch(core, electronAbilities(shell)))

  const appSession = session.fromPartition(SESSION_PARTITION)
  restrictSession(appSession, app.isPackaged)
  const staticFiles = listStaticFiles(files.rendererDir)
  const windowId = (): string | null => mainWindow.own()?.id ?? null
  appSession.protocol.handle(APP_SCHEME, createAppProtocol({ staticFiles, core, windowId }))

  // Whoever locks the machine, or shuts its lid, has left the board as well.
  powerMonitor.on('lock-screen', () => core.away())
  powerMonitor.on('suspend', () => core.away())
  app.on('web-contents-created', (_event, contents) => guardNavigation(contents))
  app.on('second-instance', mainWindow.focus)
  app.on('window-all-closed', () => app.quit())
  closeCoreBeforeQuit(core, async () => {
    await memory.settled()
    await discard()
  })
  mainWindow.open()
}

/** Chromium's own files. They hold nothing of ours, and lie apart so that the data folder is the core's alone. */
function profileDir(config: CoreConfig): string {
  if (config.demo) return join(config.dataDir, 'window')
  const name = createHash('sha256').update(config.dataDir).digest('hex').slice(0, 16)
  return join(app.getPath('appData'), 'Hoi Am Window', name)
}

function giveUp(message: string): void {
  dialog.showErrorBox('Hồi Âm', message)
  app.quit()
}
