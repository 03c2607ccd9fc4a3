import { describe, expect, it } from 'vitest'

import { emptyPlan, planInput, planOf, type Plan } from '#renderer/features/remediation/plan.ts'
import { step } from '#test/core/case/case-facts.ts'

const paid: Plan = { ...emptyPlan(), type: 'KP-41', description: 'Trả lại tiền' }

describe('what is paid', () => {
  it.each([
    ['2000000', 2_000_000],
    ['2.000.000', 2_000_000],
    [' 2 000 000 ', 2_000_000],
    ['2,000,000', 2_000_000],
    // No number: the core refuses nothing, by the name of the field.
    ['hai triệu', 0],
    ['-5', 0],
    ['1.500.000,50', 0],
  ])('typed as %s is %d', (amount, expected) => {
    const input = planInput({ ...paid, amount, decidedBy: 'chair', decidedOn: '2026-11-22' })
    expect(input?.compensation).toEqual({
      ...{ amount: expected, decidedBy: 'chair', decidedOn: '2026-11-22' },
    })
  })

  it('is nothing while nothing of it is typed, or of a remedy that costs nothing', () => {
    expect(planInput(paid)?.compensation).toBeNull()
    expect(planInput({ ...paid, amount: '5', type: 'KP-01' })?.compensation).toBeNull()
    expect(planInput(emptyPlan())).toBeNull()
  })

  it('comes back as it was stored', () => {
    const compensation = { amount: 2_000_000, decidedBy: 'chair', decidedOn: '2026-11-22' }
    const stored = { ...step, type: 'KP-41', compensation }
    expect(planInput(planOf(stored))?.compensation).toEqual(compensation)
    expect(planOf(step)).toMatchObject({ amount: '', decidedBy: null, decidedOn: null })
  })
})
