import { expect, it } from 'vitest'

import { reliabilityFiles, tableOf, withFigures } from '../../scripts/reliability-table.ts'

const PAGE = [
  '| #  | Promise | Shown by | Last figure |',
  '| -- | ------- | -------- | ----------- |',
  '| R1 | A MUST | `test/a.test.ts`: "kept", `test/b.db.test.ts` | |',
  '| R2 | B MUST | `test/a.test.ts` | 7 |',
].join('\n')

it('runs each file the page names once', () => {
  expect(reliabilityFiles(PAGE)).toEqual(['test/a.test.ts', 'test/b.db.test.ts'])
})

it('prints every promise, with its figures where there are any', () => {
  const measured = [
    { promise: 'R1', figure: '0 of 9', goal: '0 lost' },
    { promise: 'R1', figure: '3', goal: '5' },
  ]
  expect(tableOf(PAGE, measured).split('\n')).toEqual([
    '    promise  figure  goal',
    'R1  A MUST   0 of 9  0 lost',
    'R1  A MUST   3       5',
    'R2  B MUST   held    holds',
  ])
})

it('writes a figure into its row and leaves the others', () => {
  const lines = withFigures(PAGE, [{ promise: 'R1', figure: '0 of 9', goal: '' }]).split('\n')
  expect(lines[2]).toBe('| R1 | A MUST | `test/a.test.ts`: "kept", `test/b.db.test.ts` | 0 of 9 |')
  expect(lines[3]).toBe('| R2 | B MUST | `test/a.test.ts` | 7 |')
})
