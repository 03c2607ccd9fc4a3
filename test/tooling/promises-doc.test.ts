/** Every promise of docs/security.md and docs/reliability.md names a test, and the test is there. */
import { describe, expect, it } from 'vitest'

import { filesIn, missingIn, rowsOf } from './shown-by.ts'

const PAGES = [
  { page: 'docs/security.md', letter: 'S', least: 30 },
  { page: 'docs/reliability.md', letter: 'R', least: 20 },
] as const

describe.each(PAGES)('$page', ({ page, letter, least }) => {
  const rows = rowsOf(page)

  it('numbers its promises without a gap', () => {
    expect(rows.length).toBeGreaterThanOrEqual(least)
    expect(rows.map(([number]) => number)).toEqual(
      rows.map((_, index) => `${letter}${String(index + 1)}`),
    )
  })

  it.each(rows.map(([number = '', promise = '', shown = '']) => ({ number, promise, shown })))(
    '$number is shown by a test that is there',
    ({ promise, shown }) => {
      expect(promise).toMatch(/\bMUST\b/u)
      expect(filesIn(shown)).not.toEqual([])
      expect(missingIn(shown)).toEqual([])
    },
  )
})

it('a file and a name that are not there are noticed', () => {
  expect(missingIn('`test/no/such.test.ts`: "says nothing"')).toEqual([
    'test/no/such.test.ts',
    'says nothing',
  ])
})
