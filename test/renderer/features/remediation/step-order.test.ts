import { describe, expect, it } from 'vitest'

import type { RemediationStep } from '#core/remediation/model.ts'
import { inWorkingOrder } from '#renderer/features/remediation/step-order.ts'

function step(id: string, change: Partial<RemediationStep>): RemediationStep {
  return {
    id,
    complaintId: 'case',
    version: 1,
    type: 'KP-20',
    description: id,
    ownerId: null,
    dueOn: null,
    state: 'planned',
    doneOn: null,
    droppedReason: null,
    note: null,
    compensation: null,
    ...change,
  }
}

describe('inWorkingOrder', () => {
  it('puts the overdue first, undated after dated, done and dropped last', () => {
    const steps = [
      step('dropped', { state: 'dropped', dueOn: '2026-01-01' }),
      step('done', { state: 'done', doneOn: '2026-11-01' }),
      step('undated', {}),
      step('later', { dueOn: '2026-12-01' }),
      step('overdue', { dueOn: '2026-11-01' }),
    ]
    expect(inWorkingOrder(steps).map((each) => each.id)).toEqual([
      'overdue',
      'later',
      'undated',
      'done',
      'dropped',
    ])
  })
})
