/** Feeds that lie, each in one thing: a real https server and electron-updater's real code refuse them all. */

import { describe, expect, it } from 'vitest'

import { MANIFEST_FILE, manifestBytes, SIGNATURE_FILE } from '#main/electron/updates/manifest.ts'
import { signatureText } from '#main/electron/updates/signature.ts'
import {
  EXE,
  OTHER_EXE,
  feed,
  ours,
  theirs,
  aGoodFeed,
  aDesk,
  refused,
  failed,
  leftBehind,
} from './desk.ts'
import { aRelease, INSTALLERS, publish, sha512Of } from './feed-server.ts'

aGoodFeed()

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
