import { spawn } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { z } from 'zod'

import { ROOT } from '../build.ts'

/** Where Electron's side of the program lies while it is developed: never in `out/`, which is what gets packed. */
export const DEVELOPMENT_PROGRAM = join(ROOT, '.dev')

const manifest = z.object({ name: z.string(), productName: z.string(), version: z.string() })

/**
 * Builds main and preload with the replacements into `.dev/`, beside a package.json that lets Electron start the
 * folder. Throws with the builder's whole output when that fails.
 */
export async function buildForElectron(): Promise<void> {
  const builder = join(ROOT, 'node_modules/electron-vite/bin/electron-vite.js')
  const config = join(ROOT, 'scripts/dev/electron.vite.dev.config.ts')
  const flags = ['build', '--config', config, '--ignoreConfigWarning', '--logLevel', 'warn']
  await mkdir(DEVELOPMENT_PROGRAM, { recursive: true })
  const { name, productName, version } = manifest.parse(
    JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')),
  )
  const program = { name, productName, version, type: 'module', main: 'main/index.js' }
  await writeFile(join(DEVELOPMENT_PROGRAM, 'package.json'), JSON.stringify(program))

  const child = spawn(process.execPath, [builder, ...flags], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  }
  const code = await new Promise<number | null>((done, failed) => {
    child.once('error', failed)
    child.once('close', done)
  })
  if (code !== 0) throw new Error(`The build failed.\n${said}`)
}
