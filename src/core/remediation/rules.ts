import type { LocalDate } from '../kernel/calendar.ts'
import type { RemediationStep } from './model.ts'

/** Whether a step should have been done by now; its last day still counts. */
export function isOverdue(
  { state, dueOn }: Pick<RemediationStep, 'state' | 'dueOn'>,
  today: LocalDate,
): boolean {
  return state === 'planned' && dueOn !== null && dueOn < today
}
