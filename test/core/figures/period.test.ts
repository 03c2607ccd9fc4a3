import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { AnswerCount, PeriodCounts } from '#core/figures/model.ts'
import { periodFigures, rankOf } from '#core/figures/period.ts'

const NOTHING: PeriodCounts = {
  received: 0,
  running: 0,
  overdue: 0,
  ended: 0,
  reviews: 2,
  reviewsConfirmed: 1,
  reviewsReplaced: 0,
  answers: [],
  again: 0,
  sentOn: 0,
  compensations: 0,
  compensationAmount: 0,
  duties: [],
  months: [],
  by: {
    channel: [],
    site: [],
    severity: [],
    outcome: [],
    category: [],
    clause: [],
    cause: [],
    contributing: [],
    firm: [],
    lateReason: [],
  },
}

function figures(answers: readonly AnswerCount[]) {
  return periodFigures('2026-01-01', '2026-12-31', { ...NOTHING, answers })
}

describe('how fast the answers were', () => {
  it.each([
    [0, false, 'within10'],
    [10, false, 'within10'],
    [11, false, 'within20'],
    [20, false, 'within20'],
    [21, false, 'within30'],
    [30, false, 'within30'],
    // The thirtieth day was a Saturday: the answer of the Monday is in time.
    [32, false, 'within30'],
    [31, true, 'late'],
    // A rule of the board may be shorter than the promise.
    [9, true, 'late'],
  ] as const)('%i days, late: %s, is %s', (days, late, bucket) => {
    const all = figures([{ days, late, count: 3 }])
    const buckets = { within10: 0, within20: 0, within30: 0, late: 0 }
    expect(all).toMatchObject({ ...buckets, [bucket]: 3, answered: 3 })
  })

  it('says nothing where nothing was answered', () => {
    expect(figures([])).toMatchObject({ answered: 0, medianDays: null, p90Days: null })
  })

  it('has each answer in one bucket, and ranks like a sorted list', () => {
    const answers = fc.array(
      fc.record({
        days: fc.integer({ min: 0, max: 60 }),
        late: fc.boolean(),
        count: fc.integer({ min: 1, max: 9 }),
      }),
      { minLength: 1, maxLength: 30 },
    )
    fc.assert(
      fc.property(answers, fc.double({ min: 0.01, max: 1, noNaN: true }), (counted, share) => {
        const all = figures(counted)
        expect(all.within10 + all.within20 + all.within30 + all.late).toBe(all.answered)
        const sorted = counted
          .flatMap(({ days, count }) => Array.from({ length: count }, () => days))
          .toSorted((one, other) => one - other)
        const rank = Math.max(1, Math.ceil(share * sorted.length))
        expect(rankOf(counted, share)).toBe(sorted[rank - 1])
      }),
    )
  })
})
