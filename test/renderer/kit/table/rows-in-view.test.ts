import { describe, expect, it } from 'vitest'

import { rowsInView } from '#renderer/kit/table/data-table.ts'

describe('rows in view', () => {
  it.each([
    ['few are all drawn', { top: 0, size: 0, height: 0, count: 200 }, 0, 200],
    ['the first before the height is known', { top: 0, size: 600, height: 0, count: 201 }, 0, 40],
    ['at the top', { top: 0, size: 600, height: 40, count: 1000 }, 0, 35],
    ['in the middle', { top: 20_000, size: 600, height: 40, count: 1000 }, 480, 535],
    ['at the end', { top: 39_400, size: 600, height: 40, count: 1000 }, 965, 1000],
    [
      'beyond the end, when rows went away',
      { top: 90_000, size: 600, height: 40, count: 1000 },
      999,
      1000,
    ],
  ])('%s', (_name, view, from, to) => {
    expect(rowsInView(view)).toEqual({ from, to })
  })
})
