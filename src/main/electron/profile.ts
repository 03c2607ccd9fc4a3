import { join } from 'node:path'

import { app } from 'electron'

import type { CoreConfig } from '../common/core-config.ts'
import { profileDir, profileRoot } from '../common/files/data-paths.ts'

/** Where this machine's own things are kept, apart from every board. */
export function electronProfileRoot(platform: NodeJS.Platform = process.platform): string {
  return profileRoot(platform, process.env, app.getPath('appData'))
}

/**
 * Chromium's own files, those of its sessions too. They hold nothing of ours, and lie apart so that the data folder is
 * the core's alone.
 */
export function windowProfile(
  config: Pick<CoreConfig, 'dataDir' | 'demo'>,
  platform: NodeJS.Platform = process.platform,
): string {
  if (config.demo) return join(config.dataDir, 'window')
  return profileDir(electronProfileRoot(platform), config.dataDir)
}
