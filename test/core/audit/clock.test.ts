import { expect, it } from 'vitest'

import { clockDoubt } from '#core/audit/clock.ts'

const LAST = '2026-11-22T08:30:00.000Z'

it.each([
  ['2026-11-22T08:30:00.000Z', null],
  ['2026-11-22T08:25:00.001Z', null],
  ['2026-11-22T08:25:00.000Z', 'CLOCK_BEHIND'],
  ['2024-11-22T08:30:00.000Z', 'CLOCK_BEHIND'],
  ['2026-12-23T08:30:00.000Z', null],
  ['2026-12-23T08:30:00.001Z', 'CLOCK_AHEAD'],
  ['2028-11-22T08:30:00.000Z', 'CLOCK_AHEAD'],
])('a clock at %s after an entry of that morning is %s', (now, doubt) => {
  expect(clockDoubt(now, LAST)).toBe(doubt)
  expect(clockDoubt(now, null), 'a journal without entries says nothing').toBeNull()
})
