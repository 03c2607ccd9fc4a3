import { mkdirSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { journalIn, type Prepared } from './outside.ts'
import type { StartOptions } from './program.ts'

export type Folders = Readonly<{
  home: string
  dataDir: string
  environment: NodeJS.ProcessEnv
  remove: () => Promise<void>
}>

/** A home of its own for one program: nothing of the developer's is read, and nothing stays behind. */
export function makeFolders(given?: string): Folders {
  const home = given ?? mkdtempSync(join(tmpdir(), 'hoi-am-shell-'))
  const inside = (...parts: readonly string[]): string => {
    const path = join(home, ...parts)
    mkdirSync(path, { recursive: true })
    return path
  }
  return {
    home,
    dataDir: join(home, 'data'),
    environment: {
      ...process.env,
      HOME: home,
      USERPROFILE: home,
      APPDATA: inside('roaming'),
      LOCALAPPDATA: inside('local'),
      XDG_CONFIG_HOME: inside('config'),
      XDG_DATA_HOME: inside('share'),
      XDG_CACHE_HOME: inside('cache'),
      TMPDIR: inside('tmp'),
      TEMP: inside('tmp'),
      TMP: inside('tmp'),
      // A database server of the developer's own is none of the tests' business.
      HOI_AM_DATABASE_URL: '',
    },
    remove: () => rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  }
}

/** What the test has prepared for a program before it starts. */
export function preparedFor({ answers }: StartOptions, { home }: Pick<Folders, 'home'>): Prepared {
  return { opens: answers?.opens ?? [], buttons: answers?.buttons ?? [], journal: journalIn(home) }
}

/** The program's own flags: which board it is to open, unless the test says them itself. */
export function ownFlags(
  { demo, flags }: StartOptions,
  { dataDir }: Pick<Folders, 'dataDir'>,
): readonly string[] {
  return flags ?? [demo === true ? '--demo' : `--data-dir=${dataDir}`]
}
