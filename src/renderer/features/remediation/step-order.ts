import type { RemediationStep } from '#core/remediation/model.ts'

const RANK = { planned: 0, missed: 1, done: 2, dropped: 3 } as const

/** Planned steps by day (so the overdue come first), those without a day, then what was missed, done and dropped. */
export function inWorkingOrder(steps: readonly RemediationStep[]): readonly RemediationStep[] {
  return [...steps].sort((left, right) => {
    if (left.state !== right.state) return RANK[left.state] - RANK[right.state]
    return dayKey(left).localeCompare(dayKey(right)) || left.id.localeCompare(right.id)
  })
}

function dayKey(step: RemediationStep): string {
  return (step.state === 'done' ? step.doneOn : step.dueOn) ?? '9999'
}
