/** The program brought up to date, pressed step by step in the window. */
import { readFileSync } from 'node:fs'

import { expect } from 'vitest'

import type { Manifest, ReleaseFile } from '#main/electron/updates/manifest.ts'
import {
  aRelease,
  type FeedServer,
  INSTALLERS,
  publish,
  type Pair,
} from '#test/main/electron/updates/feed-server.ts'
import { holdCore } from '../kit/core-words.ts'
import { type Installed, stopAtInstaller } from '../kit/installed.ts'
import { hasSent } from '../kit/outside.ts'
import { openSection } from './board-work.ts'
import type { Walk } from './walk.ts'

const NAME = 'hoi-am-1.2.0-x86_64.AppImage'
const DAY_MS = 86_400_000

/** A release of yesterday, good for a month, for a machine such as this one: the test is right on every day it runs. */
function release(): Manifest {
  const at = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString()
  const made = aRelease({ created: at(-1), expires: at(30) })
  const arch = process.arch === 'arm64' ? 'arm64' : 'x64'
  const own = (file: ReleaseFile): ReleaseFile => (file.name === NAME ? { ...file, arch } : file)
  return { ...made, files: made.files.map(own) }
}

export function updateWalk(feed: FeedServer, pair: Pair, installed: Installed): Walk {
  let started: () => readonly string[] = () => []
  let letOn = (): Promise<void> => Promise.resolve()
  return {
    'is told where new versions lie': async ({ desk }) => {
      const { t } = desk
      await openSection(desk, 'updates')
      const block = desk.region(t('updates.address'))
      await desk.press(t('case.block.edit'), block)
      await desk.fill(t('updates.address'), feed.base, block)
      await desk.press(t('case.block.save'), block)
      await desk.sees(feed.base, block)
    },

    'looks for one when asked to, and shows what is new in it': async ({ desk }) => {
      publish(feed, pair, release())
      await desk.press(desk.t('updates.check'))
      await desk.sees(desk.t('updates.offered', { version: '1.2.0' }))
      await desk.sees(release().notes.vi)
    },

    'is stopped while it fetches, and nothing of it is kept': async ({ desk, program }) => {
      const { t } = desk
      // Half of the file, and then nothing more.
      feed.files.set(
        NAME,
        (_request, answer) => void answer.writeHead(200).write(Buffer.alloc(150_000, 'i')),
      )
      await desk.press(t('updates.download'))
      await desk.press(t('updates.stop'))
      await hasSent(program, 'host.updateStop')
      await desk.sees(t('errors.CANCELLED'))
    },

    'fetches it, and is asked twice before it is installed': async ({ desk, program }) => {
      const { t } = desk
      publish(feed, pair, release())
      await desk.press(t('updates.download'))
      await desk.sees(t('updates.ready'))
      started = await stopAtInstaller(program)
      // Held back so that what the window sent can be read before the program has ended.
      letOn = await holdCore(program, 'now')
      await desk.press(t('updates.install'))
      await desk.press(t('updates.install'), desk.dialog(t('updates.installTitle')))
      await hasSent(program, 'host.updateInstall')
    },

    'closes in order, and hands over to it': async ({ program }) => {
      await letOn()
      expect(await program.ended).toBe(0)
      expect(started()).toEqual([installed.file])
      expect(readFileSync(installed.file).equals(INSTALLERS[NAME] ?? Buffer.alloc(0))).toBe(true)
    },
  }
}
