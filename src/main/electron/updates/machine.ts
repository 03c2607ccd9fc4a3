import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, posix, win32 } from 'node:path'

import type { PackageKind } from './manifest.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Where an installed program finds what its installer left beside it; null when it was not installed by one. */
export type Installation = Readonly<{ kind: PackageKind; configFile: string }>

/**
 * How the program came onto this machine. Null when it runs from a folder: then nothing could replace it.
 * electron-builder writes both files that are looked for into the resources of the package.
 */
export function installationOf(
  platform: NodeJS.Platform,
  packaged: boolean,
  resourcesDir: string | undefined,
  env: Environment,
): Installation | null {
  if (!packaged || resourcesDir === undefined) return null
  const configFile = join(resourcesDir, 'app-update.yml')
  const kind = existsSync(configFile) ? kindOf(platform, resourcesDir, env) : null
  return kind === null ? null : { kind, configFile }
}

function kindOf(
  platform: NodeJS.Platform,
  resourcesDir: string,
  env: Environment,
): PackageKind | null {
  if (platform === 'win32') return 'exe'
  if (platform === 'darwin') return 'zip'
  if (platform !== 'linux') return null
  // First what the package says of itself: APPIMAGE is inherited by everything that some other AppImage starts.
  const type = join(resourcesDir, 'package-type')
  if (existsSync(type)) return readFileSync(type, 'utf8').trim() === 'deb' ? 'deb' : null
  const mounted = env['APPDIR']
  if (env['APPIMAGE'] === undefined || mounted === undefined) return null
  return isBelow(mounted, resourcesDir) ? 'AppImage' : null
}

function isBelow(folder: string, path: string): boolean {
  const way = posix.relative(folder, path)
  return way !== '' && !way.startsWith('..') && !posix.isAbsolute(way)
}

/** Where a system keeps what may be fetched again, on this machine alone: never in a profile that roams. */
export function cacheDir(
  platform: NodeJS.Platform,
  env: Environment,
  home: string = homedir(),
): string {
  switch (platform) {
    case 'win32':
      return env['LOCALAPPDATA'] || win32.join(home, 'AppData', 'Local')
    case 'darwin':
      return posix.join(home, 'Library', 'Caches')
    default:
      return env['XDG_CACHE_HOME'] || posix.join(home, '.cache')
  }
}
