import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
/** What a name on Windows may not hold; git refuses to check such a file out there. */
const REFUSED = /[\\:*?"<>|]|[. ](?:\/|$)/u

it('every tracked path can be checked out on Windows', () => {
  const paths = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' })
    .split('\0')
    .filter((path) => path !== '')
  expect(paths.length).toBeGreaterThan(500)
  expect(paths.filter((path) => REFUSED.test(path))).toEqual([])
})

it.each(['\\tmp\\x/lock', 'a:b.ts', 'what?.md', 'folder./x', 'name '])('%j could not', (path) => {
  expect(REFUSED.test(path)).toBe(true)
})
