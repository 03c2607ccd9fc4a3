import type { LocalDate } from '../kernel/calendar.ts'
import type { RemediationStep } from './model.ts'

/** Whether a step should have been done by now; its last day still counts. */
export function isOverdue(
  { state, dueOn }: Pick<RemediationStep, 'state' | 'dueOn'>,
  today: LocalDate,
): boolean {
  return state === 'planned' && dueOn !== null && dueOn < today
}

/** Whether it can be said what became of a promise: it is planned, or was settled by a note, which can be put right. */
export function canSettle({ state, note }: Pick<RemediationStep, 'state' | 'note'>): boolean {
  return state === 'planned' || note !== null
}
