import { createHash, randomUUID } from 'node:crypto'
import { join } from 'node:path'

import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  powerMonitor,
  protocol,
  session,
  utilityProcess,
} from 'electron'

import { EVENT_CHANNEL } from '#shared/bridge.ts'
import { hostRoutes } from '#shared/contract/host.ts'

import { type CoreClient, startCoreClient } from '../core-client.ts'
import { CORE_FLAGS, type CoreConfig, coreEnvironment } from '../core-config.ts'
import type { ProgramFiles } from '../host-files.ts'
import { decideRestart, RESTART_POLICY } from '../restart-policy.ts'
import { listStaticFiles } from '../static-files.ts'
import { ability, createWindowDispatch } from '../window-dispatch.ts'
import { APP_SCHEME, APP_START_URL } from './app-origin.ts'
import { saveFile, unpackFile } from './dialogs.ts'
import { type OwnWindow, registerIpc } from './ipc.ts'
import { menuTemplate } from './menu.ts'
import { shellLanguage, type ShellMessages, shellMessages } from './messages.ts'
import { guardNavigation } from './navigation.ts'
import { restrictSession } from './permissions.ts'
import { APP_SCHEME_PRIVILEGES, createAppProtocol } from './protocol.ts'
import { utilityCore } from './utility-core.ts'
import { SESSION_PARTITION, windowOptions } from './window-options.ts'

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
  const messages = shellMessages(shellLanguage(app.getPreferredSystemLanguages()))
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuTemplate(process.platform, messages, app.isPackaged)),
  )
  const core = startCore(options, messages)
  const windows = createWindows(options, core, messages)
  const dispatch = createWindowDispatch(core, {
    'host.info': ability(hostRoutes['host.info'], () => ({
      ok: true,
      data: { kind: 'electron' as const, platform: process.platform },
    })),
    'host.saveFile': ability(hostRoutes['host.saveFile'], ({ ticket }, windowId) =>
      saveFile({ core, messages, ask: windows.askWhereToSave }, windowId, ticket),
    ),
    'host.unpackFile': ability(hostRoutes['host.unpackFile'], ({ ticket }, windowId) =>
      unpackFile({ core, messages, ask: windows.askForFolder }, windowId, ticket),
    ),
  })
  registerIpc(ipcMain, windows.own, dispatch)

  const appSession = session.fromPartition(SESSION_PARTITION)
  restrictSession(appSession, app.isPackaged)
  const staticFiles = listStaticFiles(options.files.rendererDir)
  const windowId = (): string | null => windows.own()?.id ?? null
  appSession.protocol.handle(APP_SCHEME, createAppProtocol({ staticFiles, core, windowId }))

  // Whoever locks the machine, or shuts its lid, has left the board as well.
  powerMonitor.on('lock-screen', () => core.away())
  powerMonitor.on('suspend', () => core.away())
  app.on('web-contents-created', (_event, contents) => guardNavigation(contents))
  app.on('second-instance', windows.focus)
  app.on('window-all-closed', () => app.quit())
  closeCoreBeforeQuit(core, options.discard)
  windows.open()
}

/** Chromium's own files. They hold nothing of ours, and lie apart so that the data folder is the core's alone. */
function profileDir(config: CoreConfig): string {
  if (config.demo) return join(config.dataDir, 'window')
  const name = createHash('sha256').update(config.dataDir).digest('hex').slice(0, 16)
  return join(app.getPath('appData'), 'Hoi Am Window', name)
}

function startCore({ config, files }: ElectronHostOptions, messages: ShellMessages): CoreClient {
  return startCoreClient({
    spawn: () =>
      utilityCore(
        utilityProcess.fork(files.coreProcess, [], {
          env: coreEnvironment(config, process.env),
          execArgv: [...CORE_FLAGS],
          serviceName: 'Hoi Am Core',
          stdio: ['ignore', 'ignore', 'inherit'],
        }),
      ),
    onGaveUp: () => giveUp(messages.coreGaveUp),
  })
}

function createWindows({ files }: ElectronHostOptions, core: CoreClient, messages: ShellMessages) {
  let current: Readonly<{ id: string; window: BrowserWindow }> | null = null

  core.onEvent((event, windowId) => {
    if (current === null || (windowId !== undefined && windowId !== current.id)) return
    current.window.webContents.send(EVENT_CHANNEL, event)
  })

  function open(): void {
    const id = randomUUID()
    const window = new BrowserWindow(
      windowOptions({ preload: files.preload, packaged: app.isPackaged }),
    )
    current = { id, window }
    window.once('ready-to-show', () => window.show())
    window.on('closed', () => {
      current = null
      core.windowClosed(id)
    })
    reviveWhenGone(window, messages)
    load(window)
  }

  return {
    open,
    own: (): OwnWindow | null =>
      current === null ? null : { id: current.id, contents: current.window.webContents },
    focus: (): void => {
      if (current?.window.isMinimized()) current.window.restore()
      current?.window.focus()
    },
    askWhereToSave(asked: Electron.SaveDialogOptions): Promise<Electron.SaveDialogReturnValue> {
      return current === null
        ? dialog.showSaveDialog(asked)
        : dialog.showSaveDialog(current.window, asked)
    },
    askForFolder(asked: Electron.OpenDialogOptions): Promise<Electron.OpenDialogReturnValue> {
      return current === null
        ? dialog.showOpenDialog(asked)
        : dialog.showOpenDialog(current.window, asked)
    },
  }
}

/** A page whose process died is loaded again; one that cannot stay alive is not tried for ever. */
function reviveWhenGone(window: BrowserWindow, messages: ShellMessages): void {
  let quickDeaths = 0
  let startedAt = performance.now()
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return
    const decision = decideRestart(quickDeaths, performance.now() - startedAt, RESTART_POLICY)
    if (!decision.restart) {
      giveUp(messages.windowGaveUp)
      return
    }
    quickDeaths = decision.quickDeaths
    setTimeout(() => {
      if (window.isDestroyed()) return
      startedAt = performance.now()
      load(window)
    }, decision.delayMs)
  })
}

function load(window: BrowserWindow): void {
  // A failed load is seen by the person and, when its process died, by `reviveWhenGone`.
  window.loadURL(APP_START_URL).catch(() => undefined)
}

function giveUp(message: string): void {
  dialog.showErrorBox('Hồi Âm', message)
  app.quit()
}

/** Holds the end of the program back until the core has closed the database. */
function closeCoreBeforeQuit(core: CoreClient, discard: () => Promise<void>): void {
  let closing = false
  app.on('will-quit', (event) => {
    event.preventDefault()
    if (closing) return
    closing = true
    core
      .close()
      .then(discard)
      .catch(() => undefined)
      .finally(() => app.exit(0))
  })
}
