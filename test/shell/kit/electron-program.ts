import { spawn, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { _electron, type Page } from 'playwright-core'

import { type Folders, makeFolders, ownFlags, preparedFor } from './folders.ts'
import { type Prepared, preparation } from './outside.ts'
import type { Program, StartOptions } from './program.ts'

const ROOT = join(import.meta.dirname, '../../..')
const ORIGIN = 'app://hoi-am'

/** A cold start of the real runtime on a busy machine of a workflow. */
const PATIENCE_MS = 90_000

type LaunchOptions = NonNullable<Parameters<typeof _electron.launch>[0]>

/**
 * What Electron is started with. With an `executablePath` Playwright holds the program back at nothing
 * (playwright-core/lib/server/electron), so what the test prepares goes in by Electron's own `--require`, which its
 * default app reads before the folder of the program.
 */
export function launchOptions(
  executablePath: string,
  options: StartOptions,
  folders: Pick<Folders, 'dataDir' | 'environment'>,
  prepare: string,
): LaunchOptions {
  return {
    executablePath,
    args: ['--require', prepare, ROOT, ...ownFlags(options, folders), '--lang=vi'],
    env: environmentOf(options, folders),
    timezoneId: 'America/New_York',
    timeout: PATIENCE_MS,
  }
}

/** Electron started as Node would run no window, and a variable that is not there is not one named `undefined`. */
function environmentOf(
  options: StartOptions,
  { environment }: Pick<Folders, 'environment'>,
): Record<string, string> {
  const given: Record<string, string> = {}
  for (const [name, value] of Object.entries({ ...environment, ...options.environment })) {
    if (value !== undefined && name !== 'ELECTRON_RUN_AS_NODE') given[name] = value
  }
  return given
}

/** The file Electron requires first: what the test prepares, with Electron's module. */
export function preparationScript(prepared: Prepared): string {
  return `(${preparation.toString()})(require('electron'), ${JSON.stringify(prepared)})\n`
}

/** Starts the built program in Electron itself, by Playwright's launcher: the same specs, the real runtime. */
export async function startElectron(
  executablePath: string,
  options: StartOptions,
): Promise<Program> {
  const needs = Object.keys(options.needs ?? {})
  if (needs.length > 0) {
    throw new Error(`Electron has no ${needs.join(', ')}: the spec must say so by \`needing\`.`)
  }
  const folders = makeFolders(options.home)
  const prepare = join(folders.home, 'prepare.cjs')
  writeFileSync(prepare, preparationScript(preparedFor(options, folders)))
  const running = await _electron.launch(launchOptions(executablePath, options, folders, prepare))
  let words = ''
  const child = running.process()
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (words += text))
  }
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  let shown: Promise<Page> | null = null

  /** A start that only asks something has no window: waited for when it is asked for. */
  async function firstPage(): Promise<Page> {
    const page = await running.firstWindow({ timeout: PATIENCE_MS })
    await page.waitForLoadState('load')
    await page.emulateMedia({ reducedMotion: 'reduce' })
    return page
  }

  return {
    runtime: 'electron',
    origin: () => ORIGIN,
    forget() {
      shown = null
      return Promise.resolve()
    },
    page: () => (shown ??= firstPage()),
    run: (act, argument) => running.evaluate(act as never, argument as never) as never,
    ended,
    said: () => words,
    home: folders.home,
    async stop() {
      endTree(child.pid)
      await ended
      if (options.home === undefined) await folders.remove()
    },
  }
}

/** Starts the program once more beside the one that runs, and answers how that ended: no window of it ever opens. */
export function secondElectron(executablePath: string, home: string): Promise<number | null> {
  const folders = makeFolders(home)
  const args = [ROOT, ...ownFlags({}, folders)]
  if (process.platform === 'linux') args.unshift('--no-sandbox')
  const child = spawn(executablePath, args, { env: environmentOf({}, folders), stdio: 'ignore' })
  return new Promise((resolve, reject) => {
    child.once('exit', resolve)
    child.once('error', reject)
  })
}

/** On Windows Playwright starts Electron by a shell, which alone would be ended. */
function endTree(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'])
    else process.kill(pid, 'SIGKILL')
  } catch {
    // Nothing of it is left.
  }
}
