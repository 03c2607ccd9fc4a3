import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

import { CORE_FLAGS } from '#main/common/core-config.ts'
import { limitsNotGot } from '#main/core-process/core-limits.ts'
import { UTILITY_FLAGS } from '#main/electron/core-flags.ts'

const PROGRAM = 'test/fixtures/core-limits/say-limits.ts'
const MB = 1024 * 1024

function limitsIn(flags: readonly string[]): unknown {
  return JSON.parse(execFileSync(process.execPath, [...flags, PROGRAM], { encoding: 'utf8' }))
}

it('finds the limits in a process started with the flags, as the browser host does', () => {
  expect(limitsIn(CORE_FLAGS)).toBeNull()
})

it.each([
  ['no flag at all', []],
  ['the old space alone', CORE_FLAGS.filter((flag) => !flag.includes('semi-space'))],
  ['the young space alone', CORE_FLAGS.filter((flag) => !flag.includes('old-space'))],
])('finds that a process got %s', (_what, flags) => {
  expect(limitsIn(flags)).toEqual({
    event: 'core-limits',
    code: expect.stringMatching(/^heap-mb:\d+:expected:2060$/u),
  })
})

it.each([
  [2060 * MB, null],
  [2059.6 * MB, null],
  [2096 * MB, { event: 'core-limits', code: 'heap-mb:2096:expected:2060' }],
])('judges a limit of %i bytes', (limit, entry) => {
  expect(limitsNotGot(limit)).toEqual(entry)
})

it('hands Electron the same flags in the one switch that V8 is told of', () => {
  expect(UTILITY_FLAGS).toHaveLength(1)
  const [name, value = ''] = UTILITY_FLAGS[0].split(/=(.*)/su)
  expect(name).toBe('--js-flags')
  expect(value.split(' ')).toEqual([...CORE_FLAGS])
})

it('measures a core with the same flags in the benches', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect(scripts.bench.split(' ')).toEqual(expect.arrayContaining([...CORE_FLAGS]))
})
