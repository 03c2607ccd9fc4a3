/** Updates from a real https server through electron-updater's real code, up to the installer that is started. */
import { existsSync } from 'node:fs'
import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { MANIFEST_FILE } from '#main/electron/updates/manifest.ts'
import { createUpdates } from '#main/electron/updates/updates.ts'
import {
  EXE,
  feed,
  folder,
  ours,
  aGoodFeed,
  aDesk,
  refused,
  failed,
  pending,
  leftBehind,
} from './desk.ts'
import { aRelease, INSTALLERS } from './feed-server.ts'

aGoodFeed()

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
