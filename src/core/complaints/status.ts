import { DomainError } from '../kernel/errors.ts'
import type { Complaint } from './model.ts'

/** Whether work on a complaint goes on: it is owed an answer, or was answered and is not closed yet. */
export function isActive({ status }: Pick<Complaint, 'status'>): boolean {
  return status === 'open' || status === 'answered'
}

/** Raises `NOT_ALLOWED` on a complaint that is over: closed, withdrawn, rejected or a duplicate. */
export function requireActive(complaint: Pick<Complaint, 'status'>): void {
  if (!isActive(complaint)) {
    throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'COMPLAINT_ENDED' }])
  }
}

/** Raises `NOT_ALLOWED` unless the complaint has this status. */
export function requireStatus(
  complaint: Pick<Complaint, 'status'>,
  status: Complaint['status'],
): void {
  if (complaint.status !== status) {
    throw new DomainError('NOT_ALLOWED', [
      { path: '', code: status === 'open' ? 'COMPLAINT_NOT_OPEN' : 'COMPLAINT_NOT_ANSWERED' },
    ])
  }
}
