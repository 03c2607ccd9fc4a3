import { isActive } from '../complaints/status.ts'
import type { Complaint } from '../complaints/model.ts'
import type { IdentityShown } from '../complaints/cover.ts'
import type { LocalDate } from '../kernel/calendar.ts'
import { can, type Role } from '../people/permissions.ts'
import type { RootCause } from './model.ts'

/** A search for a cause that could not be determined, with the day until which it goes on, as lists have it. */
export type CauseSearch = Readonly<{
  complaintId: string
  complaintCode: string
  subject: string
  assigneeId: string | null
  searchUntil: LocalDate
}>

/** Days before its end from which a search is recalled to mind. */
export const SEARCH_NOTICE_DAYS = 7

/** Until when the cause of a case is still looked for; null where it is found, or nobody looks any more. */
export function searchedUntil(
  cause: Pick<RootCause, 'state' | 'searchUntil'> | null,
): LocalDate | null {
  return cause?.state === 'undetermined' ? cause.searchUntil : null
}

/**
 * Whether the cause of a case may be put on record: while work on it goes on, and after it was closed as long as the search
 * that was promised goes on. It ends with what was found, or without a day.
 */
export function isCauseOpen(
  { status }: Pick<Complaint, 'status'>,
  cause: Pick<RootCause, 'state' | 'searchUntil'> | null,
): boolean {
  return isActive({ status }) || (status === 'closed' && searchedUntil(cause) !== null)
}

/** Whether somebody may put it on record: by their role, and when they are shown whose case it is. */
export function mayRecordCause(
  role: Role | null,
  complaint: Pick<Complaint, 'status'> & Readonly<{ identity?: IdentityShown }>,
  cause: Pick<RootCause, 'state' | 'searchUntil'> | null,
): boolean {
  if (role === null || complaint.identity === 'covered') return false
  return can(role, 'case.investigate') && isCauseOpen(complaint, cause)
}

/**
 * Whether somebody is told of a search: of their own cases; whoever answers for the board also of those nobody handles, and of
 * every one whose day is over, so that none passes in silence.
 */
export function isToldOfSearch(
  search: Pick<CauseSearch, 'assigneeId' | 'searchUntil'>,
  reader: Readonly<{ personId: string; ofBoard: boolean }>,
  today: LocalDate,
): boolean {
  const { assigneeId, searchUntil } = search
  if (assigneeId === reader.personId) return true
  return reader.ofBoard && (assigneeId === null || searchUntil < today)
}
