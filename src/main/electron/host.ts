import { createHash } from 'node:crypto'
import { join } from 'node:path'

import { app, dialog, ipcMain, Menu, powerMonitor, protocol, session } from 'electron'

import type { CoreConfig } from '../core-config.ts'
import type { ProgramFiles } from '../host-files.ts'
import { listStaticFiles } from '../static-files.ts'
import { createWindowDispatch } from '../window-dispatch.ts'
import { electronAbilities } from './abilities.ts'
import { APP_SCHEME } from './app-origin.ts'
import { startElectronCore } from './core.ts'
import { closeCoreBeforeQuit } from './ending.ts'
import { registerIpc } from './ipc.ts'
import { createMainWindow } from './main-window.ts'
import { menuTemplate } from './menu.ts'
import { shellLanguage, shellMessages } from './messages.ts'
import { guardNavigation } from './navigation.ts'
import { restrictSession } from './permissions.ts'
import { APP_SCHEME_PRIVILEGES, createAppProtocol } from './protocol.ts'
import { createShellUpdates } from './updates/shell.ts'
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
  const messages = shellMessages(shellLanguage(app.getPreferredSystemLanguages()))
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuTemplate(process.platform, messages, app.isPackaged)),
  )
  const core = startElectronCore(config, files, () => giveUp(messages.coreGaveUp))
  const mainWindow = createMainWindow({
    core,
    preload: files.preload,
    onGaveUp: () => giveUp(messages.windowGaveUp),
  })
  const shellUpdates = createShellUpdates(core, mainWindow)
  const { updates } = shellUpdates
  const shell = { core, window: mainWindow, messages, platform: process.platform, updates }
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
  closeCoreBeforeQuit({
    core,
    discard,
    takeLastAct: shellUpdates.takeLastAct,
    onLastActFailed: () => dialog.showErrorBox('Hồi Âm', messages.updateNotInstalled),
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
