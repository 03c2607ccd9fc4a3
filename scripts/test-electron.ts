import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './build.ts'

/** Where Electron's program lies in a folder of its runtime, on each system. */
const PROGRAMS: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
}

/** Runs the specs of the shell in Electron itself, where its runtime is. Ends with 2 where it is not. */
function main(): number {
  const folder =
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(ROOT, 'node_modules/electron/dist')
  const program = join(folder, PROGRAMS[process.platform] ?? 'electron')
  if (!existsSync(program)) {
    console.error(`There is no Electron runtime in ${folder}: nothing was tested in it.`)
    console.error('`npm run test:shell` runs the same specs against the stand-in.')
    return 2
  }
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs')
  const args = [vitest, 'run', '--project', 'shell', ...process.argv.slice(2)]
  const env = { ...process.env, HOI_AM_ELECTRON: program }
  return spawnSync(process.execPath, args, { cwd: ROOT, env, stdio: 'inherit' }).status ?? 1
}

process.exitCode = main()
