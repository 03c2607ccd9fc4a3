/** Updates from a real https server through electron-updater's real code, up to the installer that is started. */
import { existsSync, readdirSync } from 'node:fs'
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { SeenRelease } from '#core/updates/model.ts'
import type { UpdateResult, UpdateStep } from '#core/updates/model.ts'
import type { Result } from '#shared/protocol/envelope.ts'
import { createEngine } from '#main/electron/updates/engine.ts'
import { MANIFEST_FILE, manifestBytes, SIGNATURE_FILE } from '#main/electron/updates/manifest.ts'
import { signatureText } from '#main/electron/updates/signature.ts'
import { createUpdates, type Updates } from '#main/electron/updates/updates.ts'
import {
  aRelease,
  type FeedServer,
  INSTALLERS,
  makePair,
  nodeDoor,
  type Pair,
  publish,
  sha512Of,
  startFeed,
} from './feed-server.ts'

const EXE = 'hoi-am-1.2.0-x64.exe'
const OTHER_EXE = 'hoi-am-1.2.0-arm64.exe'

let feed: FeedServer
let folder = ''
const ours: Pair = makePair()
const theirs: Pair = makePair()

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

type Desk = Readonly<{
  updates: Updates
  begun: UpdateStep[]
  settled: UpdateResult[]
  progress: number[]
  last: (() => Promise<void>)[]
  core: { grant: Result<{ address: string; seen: SeenRelease | null; now: string }> }
}>

function aDesk(version = '1.1.0', seen: SeenRelease | null = null, now?: string): Desk {
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

const refused = (problem: string) => ({
  ok: false,
  error: { code: 'UPDATE_REFUSED', issues: [{ path: '', code: problem }] },
})
const failed = (problem: string) => ({
  ok: false,
  error: { code: 'UPDATE_FAILED', issues: [{ path: '', code: problem }] },
})
const pending = (name: string): string => join(folder, 'hoi-am-updater', 'pending', name)

function leftBehind(): readonly string[] {
  const dir = join(folder, 'hoi-am-updater', 'pending')
  return existsSync(dir) ? readdirSync(dir) : []
}

describe('a good feed', () => {
  it('is offered with what is new, fetched on a press, and installed on another', async () => {
    const desk = aDesk()
    expect(await desk.updates.check('w')).toEqual({
      ok: true,
      data: {
        offered: {
          version: '1.2.0',
          created: aRelease().created,
          notes: aRelease().notes,
          size: 300_000,
        },
      },
    })
    expect(feed.asked.map(({ path }) => path)).not.toContain(`/feed/${EXE}`)

    expect(await desk.updates.download('w')).toEqual({ ok: true, data: { version: '1.2.0' } })
    expect(desk.progress.at(-1)).toBe(300_000)
    expect(await readFile(pending(EXE))).toEqual(INSTALLERS[EXE])
    expect(desk.last).toEqual([])

    expect(await desk.updates.install('w')).toEqual({ ok: true, data: { closing: true } })
    expect(desk.last).toHaveLength(1)
    expect(desk.begun).toEqual(['check', 'download', 'install'])
    expect(desk.settled.map(({ outcome }) => outcome)).toEqual(['offered', 'downloaded'])
  })

  it('says nothing of the machine or the person to the server', async () => {
    const desk = aDesk()
    await desk.updates.check('w')
    await desk.updates.download('w')
    for (const { path, headers } of feed.asked) {
      expect(path).toMatch(/^\/feed\/[\w.-]+$/)
      expect(Object.keys(headers).toSorted()).toEqual(['connection', 'host'])
    }
    expect(existsSync(join(folder, 'user'))).toBe(false)
  })

  it('offers nothing when the newest runs already', async () => {
    const desk = aDesk('1.2.0')
    expect(await desk.updates.check('w')).toEqual({ ok: true, data: { offered: null } })
    expect(desk.settled).toMatchObject([{ outcome: 'none', version: '1.2.0' }])
    expect(await desk.updates.download('w')).toEqual(failed('UPDATE_NOT_READY'))
  })

  it('is good without electron-updater’s own file, which decides nothing', async () => {
    for (const name of ['latest.yml', 'latest-mac.yml', 'latest-linux.yml']) feed.files.delete(name)
    expect(await aDesk().updates.check('w')).toMatchObject({ ok: true })
  })

  it('is fetched again when what lay there from an earlier day is no longer the file', async () => {
    const first = aDesk()
    await first.updates.check('w')
    await first.updates.download('w')
    await appendFile(pending(EXE), 'more')
    const second = aDesk()
    await second.updates.check('w')
    expect(await second.updates.download('w')).toMatchObject({ ok: true })
    expect(await readFile(pending(EXE))).toEqual(INSTALLERS[EXE])
  })
})

const DAY_BEFORE_EXPIRY = '2027-01-31T00:00:00.000Z'
const AFTER_EXPIRY = '2027-02-01T00:00:00.000Z'

/** A feed that lies: what is done to a good one, and the word for it. */
const LIES: readonly [
  name: string,
  problem: string,
  lie: () => void,
  running?: string,
  now?: string,
][] = [
  ['an older version', 'UPDATE_OLDER', () => publish(feed, ours, aRelease()), '1.3.0'],
  ['an expired release', 'UPDATE_EXPIRED', () => undefined, '1.1.0', AFTER_EXPIRY],
  [
    'a release signed by somebody else',
    'UPDATE_WRONG_SIGNATURE',
    () => publish(feed, theirs, aRelease()),
  ],
  [
    'a manifest altered after signing',
    'UPDATE_WRONG_SIGNATURE',
    () => feed.files.set(MANIFEST_FILE, manifestBytes(aRelease({ version: '9.0.0' }))),
  ],
  [
    'the signature of another release',
    'UPDATE_WRONG_SIGNATURE',
    () => {
      const other = manifestBytes(aRelease({ version: '1.1.5' }))
      feed.files.set(SIGNATURE_FILE, signatureText(other, ours.privateKey))
    },
  ],
  ['no signature', 'UPDATE_UNSIGNED', () => feed.files.delete(SIGNATURE_FILE)],
  ['an empty signature', 'UPDATE_NOT_A_FEED', () => feed.files.set(SIGNATURE_FILE, '')],
  [
    'a web page for everything',
    'UPDATE_NOT_A_FEED',
    () => {
      for (const name of feed.files.keys()) feed.files.set(name, '<!doctype html><p>Wi-Fi')
    },
  ],
  [
    'something signed that is no manifest',
    'UPDATE_UNREADABLE',
    () => {
      const bytes = Buffer.from('{"version":"9.9.9"}')
      feed.files.set(MANIFEST_FILE, bytes)
      feed.files.set(SIGNATURE_FILE, signatureText(bytes, ours.privateKey))
    },
  ],
  [
    'a manifest without end',
    'UPDATE_TOO_LARGE',
    () => feed.files.set(MANIFEST_FILE, Buffer.alloc(200_000, ' ')),
  ],
  [
    'a redirect to plain http on the same host',
    'UPDATE_REDIRECTED',
    () =>
      feed.files.set(MANIFEST_FILE, (_, answer) => {
        const location = feed.base.replace('https:', 'http:')
        answer.writeHead(302, { location: `${location}${MANIFEST_FILE}` }).end()
      }),
  ],
  [
    'a redirect to another host',
    'UPDATE_REDIRECTED',
    () =>
      feed.files.set(MANIFEST_FILE, (_, answer) => {
        answer.writeHead(301, { location: 'https://evil.example/' }).end()
      }),
  ],
  [
    'a release without a file for this system',
    'UPDATE_NO_FILE',
    () => {
      const files = aRelease().files.filter(({ name }) => name !== EXE)
      publish(feed, ours, aRelease({ files }))
    },
  ],
  [
    'electron-updater’s file of another release',
    'UPDATE_MIXED',
    () => {
      for (const name of ['latest.yml', 'latest-mac.yml', 'latest-linux.yml']) {
        const text = String(feed.files.get(name))
        feed.files.set(name, text.replace('version: 1.2.0', 'version: 1.3.0'))
      }
    },
  ],
  [
    'electron-updater’s file with another hash',
    'UPDATE_MIXED',
    () => {
      for (const name of ['latest.yml', 'latest-mac.yml', 'latest-linux.yml']) {
        const text = String(feed.files.get(name))
        feed.files.set(name, text.replace(sha512Of(INSTALLERS[EXE] ?? Buffer.of()), 'x'.repeat(88)))
      }
    },
  ],
]

describe('a feed that lies', () => {
  it.each(LIES)('with %s is refused as %s', async (_name, problem, lie, running, now) => {
    lie()
    const desk = aDesk(running, null, now)
    expect(await desk.updates.check('w')).toEqual(refused(problem))
    expect(desk.settled).toEqual([
      { outcome: 'refused', version: null, created: null, code: problem },
    ])
    expect(await desk.updates.download('w')).toEqual(failed('UPDATE_NOT_READY'))
    expect(leftBehind()).toEqual([])
  })

  it.each([
    ['an altered file', 'UPDATE_ALTERED', () => Buffer.alloc(300_000, 'y')],
    ['a file cut short', 'UPDATE_ALTERED', () => Buffer.alloc(200_000, 'x')],
    ['a longer file', 'UPDATE_TOO_LARGE', () => Buffer.alloc(900_000, 'x')],
    ['the file of another system', 'UPDATE_MIXED', () => INSTALLERS[OTHER_EXE] ?? Buffer.of()],
  ])('sending %s is refused as %s, and nothing of it stays', async (_name, problem, bytes) => {
    const desk = aDesk()
    await desk.updates.check('w')
    feed.files.set(EXE, bytes())
    expect(await desk.updates.download('w')).toEqual(refused(problem))
    expect(desk.settled.at(-1)).toMatchObject({ outcome: 'refused', code: problem })
    expect(leftBehind()).toEqual([])
    expect(await desk.updates.install('w')).toEqual(failed('UPDATE_NOT_READY'))
    expect(desk.last).toEqual([])
  })

  it('that redirects the file is refused, and the other place is never asked', async () => {
    const desk = aDesk()
    await desk.updates.check('w')
    feed.files.set(EXE, (_, answer) => answer.writeHead(302, { location: '/feed/other.exe' }).end())
    feed.files.set('other.exe', INSTALLERS[EXE] ?? '')
    expect(await desk.updates.download('w')).toEqual(refused('UPDATE_REDIRECTED'))
    expect(feed.asked.map(({ path }) => path)).not.toContain('/feed/other.exe')
  })

  it('replayed after a newer one was seen is refused, also on a machine that never had that one', async () => {
    const seen = {
      version: '1.3.0',
      created: '2026-11-10T00:00:00.000Z',
      at: '2026-11-10T00:00:00.000Z',
    }
    expect(await aDesk('1.1.0', seen).updates.check('w')).toEqual(refused('UPDATE_OLDER'))
  })

  it('replayed after its end with the clock set back is refused', async () => {
    const seen = { version: '1.2.0', created: aRelease().created, at: AFTER_EXPIRY }
    const desk = aDesk('1.1.0', seen, DAY_BEFORE_EXPIRY)
    expect(await desk.updates.check('w')).toEqual(refused('UPDATE_CLOCK_BEHIND'))
  })

  it('is found out also when its end comes between the check and the installing', async () => {
    const desk = aDesk()
    await desk.updates.check('w')
    await desk.updates.download('w')
    desk.core.grant = { ok: true, data: { address: feed.base, seen: null, now: AFTER_EXPIRY } }
    expect(await desk.updates.install('w')).toEqual(refused('UPDATE_EXPIRED'))
    expect(desk.last).toEqual([])
  })
})

describe('a file on this machine', () => {
  it('altered after the download is not installed', async () => {
    const desk = aDesk()
    await desk.updates.check('w')
    await desk.updates.download('w')
    await writeFile(pending(EXE), 'another program')
    expect(await desk.updates.install('w')).toEqual(refused('UPDATE_ALTERED'))
    expect(desk.last).toEqual([])
    // It is gone, so that the next press fetches it anew.
    expect(await desk.updates.download('w')).toMatchObject({ ok: true })
    expect(await readFile(pending(EXE))).toEqual(INSTALLERS[EXE])
  })

  it('altered while the program closes is not started', async () => {
    const desk = aDesk()
    await desk.updates.check('w')
    await desk.updates.download('w')
    await desk.updates.install('w')
    await writeFile(pending(EXE), 'another program')
    await expect(desk.last[0]?.()).rejects.toMatchObject({ problem: 'UPDATE_ALTERED' })
  })
})

describe('without bad will', () => {
  it.each([
    ['nothing is at the address', 'UPDATE_NOT_FOUND', () => feed.files.clear()],
    [
      'the server has a fault',
      'UPDATE_UNREACHABLE',
      () => feed.files.set(MANIFEST_FILE, (_, answer) => answer.writeHead(503).end()),
    ],
    [
      'the line is cut',
      'UPDATE_UNREACHABLE',
      () => feed.files.set(MANIFEST_FILE, (incoming) => incoming.socket.destroy()),
    ],
  ])('when %s it is said as %s', async (_name, problem, fault) => {
    fault()
    const desk = aDesk()
    expect(await desk.updates.check('w')).toEqual(failed(problem))
    expect(desk.settled).toMatchObject([{ outcome: 'failed', code: problem }])
  })

  it('a check is stopped on a press, and can be made again', async () => {
    const desk = aDesk()
    const manifest = feed.files.get(MANIFEST_FILE)!
    const begun = Promise.withResolvers<null>()
    feed.files.set(MANIFEST_FILE, () => begun.resolve(null))
    const check = desk.updates.check('w')
    await begun.promise
    expect(desk.updates.stop()).toBe(true)
    expect(await check).toEqual({ ok: false, error: { code: 'CANCELLED' } })
    expect(desk.settled).toMatchObject([{ outcome: 'failed', code: 'UPDATE_STOPPED' }])
    feed.files.set(MANIFEST_FILE, manifest)
    expect(await desk.updates.check('w')).toMatchObject({ ok: true })
  })

  it('a download is stopped on a press', async () => {
    const desk = aDesk()
    await desk.updates.check('w')
    const begun = Promise.withResolvers<null>()
    feed.files.set(EXE, (_, answer) => {
      answer.writeHead(200).write(Buffer.alloc(1_000, 'x'))
      begun.resolve(null)
    })
    const download = desk.updates.download('w')
    await begun.promise
    expect(desk.updates.stop()).toBe(true)
    expect(await download).toEqual({ ok: false, error: { code: 'CANCELLED' } })
    expect(leftBehind()).toEqual([])
    expect(desk.updates.stop()).toBe(false)
  })

  it('an address that changed meanwhile is asked anew', async () => {
    const desk = aDesk()
    await desk.updates.check('w')
    const address = 'https://elsewhere.example/'
    desk.core.grant = { ok: true, data: { address, seen: null, now: '2026-11-20T00:00:00.000Z' } }
    expect(await desk.updates.download('w')).toEqual(failed('UPDATE_NOT_READY'))
  })
})

describe('who may not', () => {
  it('reaches no server: the core’s refusal is the answer', async () => {
    const desk = aDesk()
    desk.core.grant = { ok: false, error: { code: 'FORBIDDEN' } }
    expect(await desk.updates.check('w')).toEqual({ ok: false, error: { code: 'FORBIDDEN' } })
    expect(feed.asked).toEqual([])
    expect(desk.settled).toEqual([])
  })

  it.each([
    ['without a key', { key: null }, 'no-key', 'UPDATE_NO_KEY'],
    ['run from a folder', { running: null }, 'not-installed', 'UPDATE_NOT_INSTALLED'],
  ])('a build %s asks nobody anything', async (_name, lack, updatesAre, problem) => {
    const parts = {
      version: '1.1.0',
      key: ours.publicKey,
      running: { version: '1.1.0', platform: 'win32', arch: 'x64', kind: 'exe' as const },
      ask: { begin: unasked, settle: unasked },
      door: unasked,
      makeEngine: unasked,
      onProgress: unasked,
      endWith: unasked,
      ...lack,
    }
    const updates = createUpdates(parts)
    expect(updates.state()).toEqual({ version: '1.1.0', updates: updatesAre })
    expect(await updates.check('w')).toEqual(failed(problem))
  })
})

function unasked(): never {
  throw new Error('nobody should have asked')
}
