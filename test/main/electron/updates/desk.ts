import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, beforeEach } from 'vitest'

import type { SeenRelease } from '#core/updates/model.ts'
import type { UpdateResult, UpdateStep } from '#core/updates/model.ts'
import type { Result } from '#shared/protocol/envelope.ts'
import { createEngine } from '#main/electron/updates/engine.ts'
import { createUpdates, type Updates } from '#main/electron/updates/updates.ts'
import {
  aRelease,
  type FeedServer,
  makePair,
  nodeDoor,
  type Pair,
  publish,
  startFeed,
} from './feed-server.ts'

export const EXE = 'hoi-am-1.2.0-x64.exe'
export const OTHER_EXE = 'hoi-am-1.2.0-arm64.exe'

export let feed: FeedServer
export let folder = ''
export const ours: Pair = makePair()
export const theirs: Pair = makePair()

/** For every test of a file: one server, and the good release on it anew in a folder of its own. */
export function aGoodFeed(): void {
  beforeAll(async () => {
    feed = await startFeed()
  })
  afterAll(() => feed.close())

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hoi-am-updates-'))
    await writeFile(join(folder, 'app-update.yml'), 'updaterCacheDirName: hoi-am-updater\n')
    publish(feed, ours, aRelease())
    return () => rm(folder, { recursive: true, force: true })
  })
}

export type Desk = Readonly<{
  updates: Updates
  begun: UpdateStep[]
  settled: UpdateResult[]
  progress: number[]
  last: (() => Promise<void>)[]
  core: { grant: Result<{ address: string; seen: SeenRelease | null; now: string }> }
}>

export function aDesk(version = '1.1.0', seen: SeenRelease | null = null, now?: string): Desk {
  const begun: UpdateStep[] = []
  const settled: UpdateResult[] = []
  const progress: number[] = []
  const last: (() => Promise<void>)[] = []
  const core: Desk['core'] = {
    grant: { ok: true, data: { address: feed.base, seen, now: now ?? '2026-11-20T00:00:00.000Z' } },
  }
  const updates = createUpdates({
    version,
    key: ours.publicKey,
    running: { version, platform: 'win32', arch: 'x64', kind: 'exe' },
    ask: {
      async begin(_windowId, step) {
        begun.push(step)
        return core.grant
      },
      async settle(_windowId, result) {
        settled.push(result)
        return { ok: true, data: { settled: true } }
      },
    },
    door: nodeDoor,
    makeEngine: async (proved) =>
      createEngine(
        {
          door: nodeDoor,
          whenSystemQuits: () => undefined,
          app: {
            version,
            name: 'hoi-am',
            isPackaged: true,
            appUpdateConfigPath: join(folder, 'app-update.yml'),
            userDataPath: join(folder, 'user'),
            baseCachePath: folder,
            whenReady: async () => undefined,
            relaunch: () => undefined,
            quit: () => undefined,
            onQuit: () => undefined,
          },
        },
        proved,
      ),
    onProgress: (done) => progress.push(done),
    endWith: (act) => last.push(act),
  })
  return { updates, begun, settled, progress, last, core }
}

export const refused = (problem: string) => ({
  ok: false,
  error: { code: 'UPDATE_REFUSED', issues: [{ path: '', code: problem }] },
})
export const failed = (problem: string) => ({
  ok: false,
  error: { code: 'UPDATE_FAILED', issues: [{ path: '', code: problem }] },
})
export const pending = (name: string): string => join(folder, 'hoi-am-updater', 'pending', name)

export function leftBehind(): readonly string[] {
  const dir = join(folder, 'hoi-am-updater', 'pending')
  return existsSync(dir) ? readdirSync(dir) : []
}
