import { spawnSync } from 'node:child_process'

import { ROOT } from './build.ts'

/** Switches on what git runs before a commit (.githooks/pre-commit), for this clone only. */
const { status } = spawnSync('git', ['config', 'core.hooksPath', '.githooks'], {
  cwd: ROOT,
  stdio: 'inherit',
})
if (status === 0) console.log('Commits are format-checked and linted from now on.')
process.exitCode = status ?? 1
