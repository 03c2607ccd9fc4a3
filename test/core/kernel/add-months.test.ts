import { expect, it } from 'vitest'
import { addMonths } from '#core/kernel/calendar.ts'

it.each([
  ['2026-11-22', 24, '2028-11-22'],
  ['2026-11-22', -24, '2024-11-22'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-03-31', -1, '2028-02-29'],
  ['2026-12-31', 1, '2027-01-31'],
  ['2026-01-15', -1, '2025-12-15'],
  ['2026-05-31', -6, '2025-11-30'],
  ['2026-02-28', 0, '2026-02-28'],
])('%s and %d months are %s', (from, months, to) => {
  expect(addMonths(from, months)).toBe(to)
})
