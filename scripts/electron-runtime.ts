import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ROOT } from './build.ts'
import type { HostChoice } from './start-options.ts'

const PACKAGE = join(ROOT, 'node_modules/electron')

/** What decides whether an Electron window can be opened at all. */
export type Surroundings = Readonly<{
  platform: NodeJS.Platform
  isRoot: boolean
  env: Readonly<Record<string, string | undefined>>
}>

/**
 * Says why no Electron window can be opened here, or `undefined` when nothing speaks against it.
 * Chromium's sandbox, which the console never gives up, does not run as root on Linux.
 */
export function reasonAgainstElectron(here: Surroundings): string | undefined {
  if (here.platform === 'win32' || here.platform === 'darwin') return undefined
  const { DISPLAY: x11 = '', WAYLAND_DISPLAY: wayland = '' } = here.env
  if (x11 === '' && wayland === '') return 'there is no display'
  if (here.isRoot) return 'Electron does not run as root'
  return undefined
}

export type ChosenHost =
  | Readonly<{ kind: 'electron'; program: string }>
  | Readonly<{ kind: 'browser'; reason?: string }>
  | Readonly<{ kind: 'none'; reason: string }>

/**
 * Chooses the host: what was asked for, or for `auto` Electron where it can run and be had, else
 * the browser with the reason. `obtain` gives Electron's program or throws saying why not.
 */
export async function chooseHost(
  choice: HostChoice,
  here: Surroundings,
  obtain: () => Promise<string>,
): Promise<ChosenHost> {
  if (choice === 'browser') return { kind: 'browser' }
  const refuse = (reason: string): ChosenHost =>
    choice === 'auto' ? { kind: 'browser', reason } : { kind: 'none', reason }
  const against = reasonAgainstElectron(here)
  if (against !== undefined) return refuse(against)
  try {
    return { kind: 'electron', program: await obtain() }
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error))
  }
}

/** Where an unpacked Electron has its program (electron/install.js, getPlatformPath). */
export function programIn(platform: NodeJS.Platform): string {
  switch (platform) {
    case 'darwin':
      return 'Electron.app/Contents/MacOS/Electron'
    case 'win32':
      return 'electron.exe'
    default:
      return 'electron'
  }
}

/**
 * Finds the program in a folder of an unpacked Electron; `undefined` unless it is there and of the given version: one
 * left from before an update would run the program on an Electron it was not tested with.
 */
export function findElectron(dist: string, version: string): string | undefined {
  const record = join(dist, 'version')
  if (!existsSync(record)) return undefined
  if (readFileSync(record, 'utf8').trim().replace(/^v/, '') !== version) return undefined
  const program = join(dist, programIn(process.platform))
  return existsSync(program) ? program : undefined
}

/** The program of the runtime that is here, in the place `ELECTRON_OVERRIDE_DIST_PATH` names or in the package. */
export function presentElectron(): string | undefined {
  return findElectron(distFolder(), wantedVersion())
}

function distFolder(): string {
  const given = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  return given === undefined || given === '' ? join(PACKAGE, 'dist') : given
}

/**
 * Gives the path of Electron's program, fetching the runtime first when the package has none yet
 * (it has no install script of its own). `ELECTRON_OVERRIDE_DIST_PATH` names a runtime that is already there, as for
 * the package itself; nothing is fetched then. Throws with a short reason when there is none, when fetching fails
 * or takes longer than `limitSeconds`.
 */
export async function obtainElectron(limitSeconds: number): Promise<string> {
  const version = wantedVersion()
  const dist = distFolder()
  const present = findElectron(dist, version)
  if (present !== undefined) return present
  if (dist !== join(PACKAGE, 'dist')) {
    throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names no folder of Electron ${version}`)
  }
  console.log('Fetching the Electron runtime, once; --host=browser does without it.')
  const installer = spawn(process.execPath, [join(PACKAGE, 'install.js')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: limitSeconds * 1000,
    killSignal: 'SIGKILL',
  })
  let complaint = ''
  installer.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text))
  const signal = await new Promise<NodeJS.Signals | null>((done, failed) => {
    installer.once('error', failed)
    installer.once('close', (_code, killedBy) => done(killedBy))
  })
  const fetched = findElectron(dist, version)
  if (fetched !== undefined) return fetched
  const detail = signal === null ? firstError(complaint) : `no answer in ${limitSeconds} s`
  throw new Error(`the Electron runtime could not be fetched (${detail})`)
}

function wantedVersion(): string {
  const manifest = readFileSync(join(PACKAGE, 'package.json'), 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(manifest)).version
}

function firstError(output: string): string {
  return /(?:Error: )(.{1,120})/.exec(output)?.[1] ?? 'unknown error'
}
