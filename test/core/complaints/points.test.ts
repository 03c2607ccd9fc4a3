import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CONCLUDED_OUTCOMES,
  type ConcludedOutcome,
  type Outcome,
  type Point,
} from '#core/complaints/model.ts'
import {
  clausesOfPoint,
  openPoints,
  outcomeOfPoints,
  reasonOfPoints,
} from '#core/complaints/points.ts'

const point = (finding: ConcludedOutcome | null, reason = 'Vì thế.'): Point => ({
  ...{ id: 'p', text: 'Số điện thoại bị lộ', clauses: [], finding, reason },
})
const outcomeOf = (findings: readonly (ConcludedOutcome | null)[]): Outcome | null =>
  outcomeOfPoints(findings.map((finding) => point(finding)))

describe('the outcome of a complaint of several points', () => {
  it.each<[string, readonly (ConcludedOutcome | null)[], Outcome | null]>([
    ['all upheld', ['upheld', 'upheld', 'upheld'], 'upheld'],
    ['all unfounded', ['unfounded', 'unfounded'], 'unfounded'],
    ['one upheld, one unfounded', ['upheld', 'unfounded'], 'partly-upheld'],
    ['one upheld, one undecided', ['insufficient', 'upheld'], 'partly-upheld'],
    ['one partly upheld', ['unfounded', 'partly-upheld', 'unfounded'], 'partly-upheld'],
    ['all partly upheld', ['partly-upheld', 'partly-upheld'], 'partly-upheld'],
    ['one unfounded, one undecided', ['unfounded', 'insufficient'], 'insufficient'],
    ['all undecided', ['insufficient', 'insufficient'], 'insufficient'],
    ['one without a finding', ['upheld', null], null],
    ['none with a finding', [null, null], null],
    ['no point at all', [], null],
  ])('%s', (_what, findings, outcome) => {
    expect(outcomeOf(findings)).toBe(outcome)
  })

  it('does not ask in which order they stand, and never says more than one of them does', () => {
    const some = fc.array(fc.constantFrom(...CONCLUDED_OUTCOMES), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(some, (findings) => {
        const outcome = outcomeOf(findings)
        expect(outcomeOf(findings.toReversed())).toBe(outcome)
        if (outcome === 'upheld' || outcome === 'unfounded') {
          expect(new Set(findings)).toEqual(new Set([outcome]))
        }
        const helped = findings.some((each) => each === 'upheld' || each === 'partly-upheld')
        expect(outcome === 'upheld' || outcome === 'partly-upheld').toBe(helped)
      }),
    )
  })

  it('has the reasons of all, in their order, once each has a finding', () => {
    expect(reasonOfPoints([point('upheld', 'Một.'), point('unfounded', 'Hai.')])).toBe('Một.\nHai.')
    expect(reasonOfPoints([point('upheld', 'Một.'), point(null, 'Nháp')])).toBeNull()
  })

  it('says by their numbers which are open', () => {
    expect(openPoints({ points: [point(null), point('upheld'), point(null)] })).toEqual([1, 3])
    expect(openPoints({ points: [] })).toEqual([])
  })

  it('names no passage the complaint is not about any more', () => {
    const of = { ...point('upheld'), clauses: ['1.2', '1.1'] }
    expect(clausesOfPoint(of, { clauses: ['1.1', '2.1'] })).toEqual(['1.1'])
  })
})
