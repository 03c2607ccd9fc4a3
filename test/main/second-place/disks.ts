import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { withSqlite } from '#test/setup/stores.ts'

/** Only who may mount has a small disk to fill. */
export const mayMount = process.platform === 'linux' && process.getuid?.() === 0 && tryMount()

function tryMount(): boolean {
  try {
    execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Every row of every table, of a copy of the file: opening one may change it. */
export function everythingIn(database: string, key: Buffer): unknown {
  const at = mkdtempSync(join(tmpdir(), 'hoi-am-rows-'))
  const copy = join(at, 'copy.db')
  cpSync(database, copy)
  try {
    return withSqlite(copy, key, (handle) => {
      const tables = handle.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck()
      return tables
        .all()
        .map((name) => [name, handle.prepare(`SELECT * FROM "${String(name)}"`).all()])
    })
  } finally {
    rmSync(at, { recursive: true, force: true })
  }
}
