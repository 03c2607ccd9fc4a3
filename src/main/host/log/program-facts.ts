import { homedir, release } from 'node:os'

import type { LogFacts } from './log-entry.ts'

/** What the program runs in: versions and system, for the log's first line and for support. */
export function programFacts(version: string): LogFacts {
  // The browser host has neither Electron nor Chromium, whatever the types of Electron say.
  const versions: Readonly<Record<string, string | undefined>> = process.versions
  const inside = ['electron', 'chrome', 'node', 'v8'].flatMap((name) => {
    const version = versions[name]
    return version === undefined ? [] : [[name, version] as const]
  })
  return {
    version,
    platform: process.platform,
    arch: process.arch,
    system: release(),
    ...Object.fromEntries(inside),
  }
}

/** The folders of this machine that are named after whoever uses it. */
export function homesOfThisMachine(
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  return [homedir(), env['USERPROFILE'], env['HOME']].filter((home) => home !== undefined)
}
