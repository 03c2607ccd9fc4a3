import { join } from 'node:path'

import { app, autoUpdater } from 'electron'

import { UPDATE_JOB } from '#shared/contract/host.ts'

import type { CoreClient } from '../../host/core-client.ts'
import type { MainWindow } from '../main-window.ts'
import { askingOf } from './asking.ts'
import { createDoor } from './door.ts'
import type { UpdaterApp } from './engine.ts'
import { createLastAct, type LastAct } from './last-act.ts'
import { cacheDir, installationOf } from './machine.ts'
import { builtInKey } from './public-key.ts'
import { createUpdates, type Updates } from './updates.ts'

export type ShellUpdates = Readonly<{
  /** Made when first asked for: a start that updates nothing pays nothing for it. */
  updates: () => Updates
  /** What the ending of the program asks: see `closing.ts`. */
  takeLastAct: LastAct['take']
}>

/** Updates in Electron, from the window that asks to the installer that is started. */
export function createShellUpdates(
  core: Pick<CoreClient, 'request'>,
  window: Pick<MainWindow, 'tell'>,
): ShellUpdates {
  const last = createLastAct()
  let made: Updates | null = null

  function make(): Updates {
    const { platform, arch, resourcesPath, env } = process
    const installed = installationOf(platform, app.isPackaged, resourcesPath, env)
    const version = app.getVersion()
    const door = createDoor()
    return createUpdates({
      version,
      key: builtInKey(),
      running: installed && { version, platform, arch, kind: installed.kind },
      ask: askingOf(core),
      door,
      async makeEngine(proved) {
        const { createEngine } = await import('./engine.ts')
        const whenSystemQuits = (listener: () => void): void => {
          autoUpdater.once('before-quit-for-update', listener)
        }
        const parts = { app: updaterApp(installed?.configFile ?? ''), door, whenSystemQuits }
        return createEngine(parts, proved)
      },
      onProgress: (done, total) => window.tell({ type: 'progress', job: UPDATE_JOB, done, total }),
      endWith(act) {
        last.set(act)
        app.quit()
      },
    })
  }

  return { updates: () => (made ??= make()), takeLastAct: last.take }
}

/** The program as electron-updater sees it. Its downloads lie apart from the board's data, on this machine. */
function updaterApp(appUpdateConfigPath: string): UpdaterApp {
  const baseCachePath = cacheDir(process.platform, process.env)
  return {
    version: app.getVersion(),
    name: app.getName(),
    isPackaged: app.isPackaged,
    appUpdateConfigPath,
    userDataPath: join(baseCachePath, 'hoi-am-updater'),
    baseCachePath,
    whenReady: () => app.whenReady(),
    relaunch: () => app.relaunch(),
    quit: () => app.quit(),
    onQuit: () => undefined,
  }
}
