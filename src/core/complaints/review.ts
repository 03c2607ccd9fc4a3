import type { Conflict } from '../conflicts/model.ts'
import { isShutOut } from '../conflicts/rules.ts'
import { decide, type Decision } from '../kernel/decision.ts'
import type { Person } from '../people/model.ts'
import { can } from '../people/permissions.ts'
import type { Complaint } from './model.ts'
import { isUnanswered } from './status.ts'

/** Whether a complaint is the review of another. */
export function isReview({ reviewOfId }: Pick<Complaint, 'reviewOfId'>): boolean {
  return reviewOfId !== null
}

/** Whether the complainant may be heard again: they were answered, by whatever outcome. */
export function canReview(complaint: Pick<Complaint, 'status' | 'answeredAt'>): Decision {
  const answered = !isUnanswered(complaint) && complaint.answeredAt !== null
  return decide(answered ? [] : [{ path: '', code: 'COMPLAINT_NOT_ANSWERED' }])
}

/**
 * Whether others than these can write and approve the letter of a review: one who may write and somebody else who may
 * approve, neither of whom it concerns. Where there are none, those who remain do it, and the record says so.
 */
export function othersRemain(
  people: readonly Pick<Person, 'id' | 'active' | 'role'>[],
  conflicts: readonly Conflict[],
  hands: readonly string[],
): boolean {
  const others = people.filter(
    ({ id, active }) => active && !hands.includes(id) && !isShutOut(conflicts, id),
  )
  const approvers = others.filter(({ role }) => can(role, 'letter.approve'))
  return others.some(
    ({ id, role }) => can(role, 'letter.write') && approvers.some((each) => each.id !== id),
  )
}
