/** What docs/platforms.md says is shown by a test has that test. */
import { describe, expect, it } from 'vitest'

import { filesIn, missingIn, rowsOf } from './shown-by.ts'

const SHORT: Readonly<Record<string, string>> = {
  'e/': 'test/main/electron/',
  'r/': 'test/renderer/',
}

const rows = rowsOf('docs/platforms.md').map(([, convention = '', , shown = '']) => ({
  convention,
  shown,
}))

function fileOf(name: string): string {
  if (name === 'menu') return 'test/main/electron/menu/menu-template.test.ts'
  const short = Object.keys(SHORT).find((start) => name.startsWith(start))
  return short === undefined ? name : `${SHORT[short] ?? ''}${name.slice(short.length)}`
}

it('has twenty conventions of each system', () => {
  expect(rows).toHaveLength(40)
})

describe.each(rows)('$convention', ({ shown }) => {
  it('is shown by a test, or only by hand', () => {
    expect(filesIn(shown, fileOf).length > 0 || /by hand/i.test(shown)).toBe(true)
  })

  it('names tests that are there', () => {
    expect(missingIn(shown, fileOf)).toEqual([])
  })
})
