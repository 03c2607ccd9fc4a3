/** The hook of .githooks, run by git itself in a small repository of its own. */
import { execFileSync, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
let repository = ''

/** Without what git sets for its hooks: from inside one, these commands would work on the project itself. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')),
)

const git = (...args: readonly string[]) =>
  execFileSync('git', args, { cwd: repository, env, stdio: 'pipe', encoding: 'utf8' })

/** Exit code 0 is a commit that was made. */
const commit = () =>
  spawnSync(
    'git',
    ['-c', 'user.name=Test', '-c', 'user.email=test@example.vn', 'commit', '-m', 'Try'],
    { cwd: repository, env, encoding: 'utf8' },
  )

describe('the pre-commit hook', () => {
  beforeEach(() => {
    repository = mkdtempSync(join(tmpdir(), 'hoi-am-hook-'))
    git('init', '--quiet')
    cpSync(join(ROOT, '.githooks'), join(repository, '.githooks'), { recursive: true })
    mkdirSync(join(repository, 'scripts'))
    for (const file of ['.prettierrc.json', 'package.json', 'scripts/run.mjs']) {
      copyFileSync(join(ROOT, file), join(repository, file))
    }
    // Rules that need no project of TypeScript: what is shown is which files the hook hands over.
    writeFileSync(
      join(repository, 'eslint.config.js'),
      "export default [{ rules: { 'no-var': 'error' } }]\n",
    )
    symlinkSync(join(ROOT, 'node_modules'), join(repository, 'node_modules'), 'junction')
    git('config', 'core.hooksPath', '.githooks')
  })

  afterEach(() => {
    rmSync(repository, { recursive: true, force: true })
  })

  it.each([
    ['a file that is formatted and clean', 'a.js', 'export const a = 1\n', true],
    ['a name with a space in it', 'a b.js', 'export const a = 1\n', true],
    ['a file that is not formatted', 'a.js', 'export const a = 1;\n', false],
    ['a file that the linter refuses', 'a.js', 'export var a = 1\n', false],
    ['a file that nobody formats', 'notes.bin', 'anything\n', true],
  ])('%s', (_, name, text, accepted) => {
    writeFileSync(join(repository, name), text)
    git('add', name)
    const { status, stderr } = commit()
    expect(status === 0, stderr).toBe(accepted)
  })

  it('does not ask of what is not staged', () => {
    writeFileSync(join(repository, 'a.js'), 'export const a = 1\n')
    git('add', 'a.js')
    writeFileSync(join(repository, 'b.js'), 'export var b = 1;\n')
    expect(commit().status).toBe(0)
  })
})
