import { spawn } from 'node:child_process'
import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

/** The project's root folder. */
export const ROOT = resolve(import.meta.dirname, '..')

const STAMP = 'out/.built'
const SOURCES = ['src', 'electron.vite.config.ts', 'package.json', 'package-lock.json']

/**
 * Says whether something under `sources` changed after the build that left `stamp` began. Folders
 * count too, so that a deleted file is seen. Paths are relative to `root`.
 */
export async function isStale(
  root: string,
  sources: readonly string[],
  stamp: string,
): Promise<boolean> {
  const builtAt = await changedAt(join(root, stamp))
  if (builtAt === undefined) return true
  for (const source of sources) {
    const path = join(root, source)
    const inside = await readdir(path, { recursive: true }).catch(() => [])
    for (const file of ['', ...inside]) {
      const changed = await changedAt(join(path, file))
      if (changed === undefined || changed >= builtAt) return true
    }
  }
  return false
}

/** What a build is made of besides its sources: the key of updates, and whether it is one with the self-test. */
const INPUTS = ['HOI_AM_UPDATE_KEY', 'HOI_AM_SELF_TEST'] as const

function inputsNow(): string {
  return JSON.stringify(INPUTS.map((name) => process.env[name] ?? ''))
}

/** Builds unless `out/` is newer than all it is made of, and made of the same inputs; see `build`. */
export async function buildIfNeeded(): Promise<void> {
  const inputs = await readFile(join(ROOT, STAMP), 'utf8').catch(() => '')
  if (inputs !== inputsNow() || (await isStale(ROOT, SOURCES, STAMP))) await build()
}

/**
 * Builds main, preload and renderer into `out/`, saying so in one line; throws with the builder's
 * whole output when that fails.
 */
async function build(): Promise<void> {
  console.log('Building the console…')
  const startedAt = new Date()
  const builder = join(ROOT, 'node_modules/electron-vite/bin/electron-vite.js')
  await run(process.execPath, [builder, 'build'])
  await mkdir(join(ROOT, 'out'), { recursive: true })
  await writeFile(join(ROOT, STAMP), inputsNow())
  // The start counts, not the end: an edit made during the build belongs to the next one.
  await utimes(join(ROOT, STAMP), startedAt, startedAt)
}

async function changedAt(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(() => undefined)
  return found?.mtimeMs
}

async function run(command: string, args: readonly string[]): Promise<void> {
  const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
  const output: string[] = []
  child.stdout.setEncoding('utf8').on('data', (text: string) => output.push(text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => output.push(text))
  const code = await new Promise<number | null>((done, failed) => {
    child.once('error', failed)
    child.once('close', done)
  })
  if (code !== 0) throw new Error(`The build failed.\n${output.join('')}`)
}

if (import.meta.main) await build()
