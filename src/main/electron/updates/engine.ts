import { AppImageUpdater, DebUpdater, MacUpdater, NsisUpdater } from 'electron-updater'

import { assertNever } from '#core/kernel/errors.ts'

import type { Engine, InstallWay, Transfer } from './engine-port.ts'
import { type Door, fetchFile, proveFile } from './feed.ts'
import type { PackageKind } from './manifest.ts'
import { UpdateError } from './problem.ts'
import { type ProvedRelease, provedProvider } from './provider.ts'

/** What electron-updater asks of the program around it. */
export type UpdaterApp = NonNullable<ConstructorParameters<typeof NsisUpdater>[1]>

export type EngineParts = Readonly<{
  app: UpdaterApp
  door: Door
  /** Hears that the system closes the program to install (macOS). */
  whenSystemQuits: (listener: () => void) => void
}>

/**
 * electron-updater, kept to what it is good at: caching the file, having the system's signature checked, starting
 * the installer. What it installs and where that comes from is settled before, and proved again after.
 */
export function createEngine(
  { app, door, whenSystemQuits }: EngineParts,
  proved: ProvedRelease,
): Engine {
  const { base, release, file } = proved
  let transfer: Transfer | null = null
  let downloaded: string | null = null

  const updater = updaterOf(file.kind, app)
  updater.logger = null
  updater.autoDownload = false
  updater.autoInstallOnAppQuit = false
  updater.allowDowngrade = false
  updater.allowPrerelease = false
  updater.disableWebInstaller = true
  updater.disableDifferentialDownload = true
  Object.assign(updater, {
    // Its only way out, in place of one that follows redirects. It calls nothing but `download`.
    httpExecutor: { download: fetchInto },
    // A number it would make up, keep, and send along, so that a server could tell machines apart.
    stagingUserIdPromise: { value: Promise.resolve('') },
  })
  // Every failure is also the rejection of what was asked; without a listener it would end the program.
  updater.on('error', () => undefined)

  async function fetchInto(_url: URL, destination: string): Promise<string> {
    if (transfer === null) throw new UpdateError('UPDATE_NOT_READY')
    await fetchFile(door, { base, file, release, destination, ...transfer })
    return destination
  }

  return {
    async prepare(signal) {
      updater.setFeedURL({
        provider: 'custom',
        updateProvider: provedProvider(proved, door, signal),
      })
      const found = await asUpdateError(updater.checkForUpdates())
      if (found === null) throw new UpdateError('UPDATE_NOT_INSTALLED')
      if (!found.isUpdateAvailable) throw new UpdateError('UPDATE_OLDER')
    },
    async download(asked) {
      transfer = asked
      downloaded = null
      const [path] = await asUpdateError(updater.downloadUpdate())
      if (path === undefined) throw new UpdateError('UPDATE_NOT_READY')
      // It may have been lying there since an earlier day.
      await proveFile(path, file, release)
      downloaded = path
    },
    async prove() {
      if (downloaded === null) throw new UpdateError('UPDATE_NOT_READY')
      await proveFile(downloaded, file, release)
    },
    install: installWayOf(updater, whenSystemQuits),
  }
}

type Updater = NsisUpdater | MacUpdater | AppImageUpdater | DebUpdater

function updaterOf(kind: PackageKind, app: UpdaterApp): Updater {
  switch (kind) {
    case 'exe':
      return new NsisUpdater(null, app)
    case 'zip':
      return new MacUpdater(undefined, app)
    case 'AppImage':
      return new AppImageUpdater(null, app)
    case 'deb':
      return new DebUpdater(null, app)
    default:
      return assertNever(kind)
  }
}

/**
 * On macOS the system takes the file while the program is open, checks its signature, and closes the program
 * itself. Elsewhere the installer is started as the very last act, so that it never ends a core that still writes.
 */
function installWayOf(
  updater: Updater,
  whenSystemQuits: (listener: () => void) => void,
): InstallWay {
  if (!(updater instanceof MacUpdater)) {
    return { when: 'after-closing', run: () => updater.install(false, true) }
  }
  return {
    when: 'while-open',
    run: () =>
      new Promise((resolve, reject) => {
        updater.once('error', () => reject(new UpdateError('UPDATE_SYSTEM_SIGNATURE')))
        whenSystemQuits(resolve)
        updater.quitAndInstall()
      }),
  }
}

/** What electron-updater raises by itself, as ours: it wraps nothing, so ours come out as they went in. */
async function asUpdateError<Result>(act: Promise<Result>): Promise<Result> {
  try {
    return await act
  } catch (error) {
    if (error instanceof UpdateError) throw error
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'ERR_UPDATER_INVALID_SIGNATURE') {
      throw new UpdateError('UPDATE_SYSTEM_SIGNATURE', { cause: error })
    }
    throw new UpdateError('UPDATE_NO_ROOM', { cause: error })
  }
}
