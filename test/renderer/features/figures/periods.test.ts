import fc from 'fast-check'
import { expect, it } from 'vitest'

import { addDays } from '#core/kernel/calendar.ts'
import { periodAround } from '#renderer/features/figures/periods.ts'

it.each([
  ['month', 0, '2026-11-01', '2026-11-30'],
  ['month', -9, '2026-02-01', '2026-02-28'],
  ['month', 2, '2027-01-01', '2027-01-31'],
  ['quarter', 0, '2026-10-01', '2026-12-31'],
  ['quarter', -1, '2026-07-01', '2026-09-30'],
  ['year', 0, '2026-01-01', '2026-12-31'],
  ['year', -2, '2024-01-01', '2024-12-31'],
] as const)('the %s %i from 27 November 2026', (kind, offset, from, to) => {
  expect(periodAround('2026-11-27', kind, offset)).toEqual({ from, to })
})

it('periods of a kind follow one another without a gap, and the first has its day in it', () => {
  const kinds = fc.constantFrom('month', 'quarter', 'year' as const)
  const days = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('2000-01-01', count))
  fc.assert(
    fc.property(kinds, days, fc.integer({ min: -20, max: 20 }), (kind, day, offset) => {
      const here = periodAround(day, kind, 0)
      expect(here.from <= day && day <= here.to).toBe(true)
      const one = periodAround(day, kind, offset)
      expect(periodAround(day, kind, offset + 1).from).toBe(addDays(one.to, 1))
    }),
  )
})
