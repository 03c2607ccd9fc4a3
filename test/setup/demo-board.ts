import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { ROOT } from '../../scripts/build.ts'
import { quickFolder } from './quick-folder.ts'

/** As many as a demonstration has: see `seedDemoBoard`. */
const COMPLAINTS = 64

/**
 * Makes the demonstration board once for a whole run of tests, instead of ten seconds at the start of every file: each
 * program that a test starts with `--demo` works on a copy (`HOI_AM_DEMO_BOARD`, inherited by the workers). That a
 * program makes the board itself is shown by `serve.test.ts`. Returns what takes it away.
 */
export function makeDemoBoard(): () => void {
  const folder = mkdtempSync(join(quickFolder(), 'hoi-am-ready-'))
  const board = join(folder, 'board')
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      join(ROOT, 'scripts/run.mjs'),
      'scripts/seed.ts',
      `--complaints=${COMPLAINTS}`,
      `--data-dir=${board}`,
    ],
    { cwd: ROOT, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`No demonstration board could be made.\n${stderr}`)
  process.env['HOI_AM_DEMO_BOARD'] = board
  return () => rmSync(folder, { recursive: true, force: true })
}
