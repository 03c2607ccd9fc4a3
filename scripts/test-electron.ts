import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from './build.ts'
import { presentElectron } from './electron-runtime.ts'

/** Runs the specs of the shell in Electron itself, where its runtime is. Ends with 2 where it is not. */
function main(): number {
  const program = presentElectron()
  if (program === undefined) {
    console.error('There is no Electron runtime here: nothing was tested in it.')
    console.error('`npm run test:shell` runs the same specs against the stand-in.')
    return 2
  }
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs')
  // Each spec by its name, the skipped ones too: the set-up says why these are.
  const asked = ['run', '--project', 'shell', '--reporter', 'verbose', ...process.argv.slice(2)]
  const args = [vitest, ...asked]
  const env = { ...process.env, HOI_AM_ELECTRON: program }
  return spawnSync(process.execPath, args, { cwd: ROOT, env, stdio: 'inherit' }).status ?? 1
}

process.exitCode = main()
