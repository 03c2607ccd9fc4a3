import { describe, expect, it } from 'vitest'

import type { StateCheck } from '#core/investigation/model.ts'
import { checkAt, matrixAxes } from '#renderer/features/investigation/state/state-matrix.ts'

function check(dataItem: string, system: string, phase: 'before' | 'after'): StateCheck {
  return {
    id: `${dataItem}-${system}-${phase}`,
    complaintId: 'case',
    version: 1,
    dataItem,
    system,
    phase,
    finding: 'leaked',
    detail: '',
    checkedBy: 'huy',
    checkedAt: '2026-11-22T02:00:00.000Z',
  }
}

describe('matrixAxes', () => {
  it('shows what was complained about first, then what was checked, then what was added, each once', () => {
    const axes = matrixAxes(
      ['phone', 'address'],
      [check('address', 'orders', 'before'), check('email', 'sms', 'before')],
      { items: ['card', 'phone'], systems: ['orders', 'logs'] },
    )
    expect(axes).toEqual({
      items: ['phone', 'address', 'email', 'card'],
      systems: ['orders', 'sms', 'logs'],
    })
  })
})

describe('checkAt', () => {
  it('tells before from after', () => {
    const before = check('phone', 'orders', 'before')
    const key = { dataItem: 'phone', system: 'orders' }
    expect(checkAt([before], { ...key, phase: 'before' })).toBe(before)
    expect(checkAt([before], { ...key, phase: 'after' })).toBeNull()
  })
})
