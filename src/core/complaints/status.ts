import type { IdentityShown } from './cover.ts'
import { DomainError } from '../kernel/errors.ts'
import { can, type Action, type Role } from '../people/permissions.ts'
import type { Complaint } from './model.ts'

type Standing = Pick<Complaint, 'status'>

/** Whether work on a complaint goes on: it is owed an answer, or was answered and is not closed yet. */
export function isActive(complaint: Standing): boolean {
  return isUnanswered(complaint) || isAnswered(complaint)
}

/** Whether it is still owed its answer: until then its outcome and its receipt may change and it may end without one. */
export function isUnanswered({ status }: Standing): boolean {
  return status === 'open'
}

/** Whether only its closing is left. */
export function isAnswered({ status }: Standing): boolean {
  return status === 'answered'
}

/** Whether somebody may work on a complaint: by their role, while it is not over, and when they are shown whose it is. */
export function mayWork(
  role: Role | null,
  action: Action,
  complaint: Standing & Readonly<{ identity?: IdentityShown }>,
): boolean {
  const shown = complaint.identity !== 'covered'
  return role !== null && shown && isActive(complaint) && can(role, action)
}

/** Whether somebody may put on record what outlives a complaint: by their role, whole as it is, when they are shown whose it is. */
export function mayGoOn(
  role: Role | null,
  action: Action,
  complaint: Pick<Complaint, 'anonymisedAt'> & Readonly<{ identity?: IdentityShown }>,
): boolean {
  const shown = complaint.identity !== 'covered'
  return role !== null && shown && complaint.anonymisedAt === null && can(role, action)
}

/** Raises `NOT_ALLOWED` on a complaint that is over: closed, withdrawn, rejected or a duplicate. */
export function requireActive(complaint: Standing): void {
  if (!isActive(complaint)) {
    throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'COMPLAINT_ENDED' }])
  }
}

/** Raises `NOT_ALLOWED` unless the answer is still owed. */
export function requireUnanswered(complaint: Standing): void {
  if (!isUnanswered(complaint)) {
    throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'COMPLAINT_NOT_OPEN' }])
  }
}

/** Raises `NOT_ALLOWED` unless only the closing is left. */
export function requireAnswered(complaint: Standing): void {
  if (!isAnswered(complaint)) {
    throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'COMPLAINT_NOT_ANSWERED' }])
  }
}
