import { join } from 'node:path'

import { _electron } from 'playwright-core'

import { makeFolders } from './folders.ts'
import { preparation } from './outside.ts'
import type { Program, StartOptions } from './program.ts'

const ROOT = join(import.meta.dirname, '../../..')
const ORIGIN = 'app://hoi-am'

/** Starts the built program in Electron itself, by Playwright's launcher: the same specs, the real runtime. */
export async function startElectron(
  executablePath: string,
  options: StartOptions,
): Promise<Program> {
  const folders = makeFolders(options.home)
  const place = options.demo === true ? '--demo' : `--data-dir=${folders.dataDir}`
  const running = await _electron.launch({
    executablePath,
    args: [ROOT, place, '--lang=vi'],
    env: folders.environment as Record<string, string>,
    timezoneId: 'America/New_York',
  })
  let words = ''
  const child = running.process()
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (words += text))
  }
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  await running.evaluate(preparation)
  const page = await running.firstWindow()
  await page.waitForLoadState('load')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  // What the page sent before it could be listened to is sent again.
  await page.reload()
  return {
    runtime: 'electron',
    origin: () => ORIGIN,
    forget: () => Promise.resolve(),
    page: () => running.firstWindow(),
    run: (act, argument) => running.evaluate(act as never, argument as never) as never,
    ended,
    said: () => words,
    home: folders.home,
    async stop() {
      child.kill('SIGKILL')
      await ended
      if (options.home === undefined) await folders.remove()
    },
  }
}
