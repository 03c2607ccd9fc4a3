import type { Ending, MatchedContact } from '../complaints/model.ts'
import type { Instant, LocalDate } from '../kernel/calendar.ts'
import type { ApprovalMark } from '../people/account.ts'
import type { Role } from '../people/permissions.ts'

/** What one person asks for and a second person must decide. The subject is bound to a version. */
export type ApprovalRequest = Readonly<
  | { kind: 'close-complaint'; complaintId: string; reason: string }
  | {
      /** It ends without its result; `evidenceId`: the writing by which it was withdrawn; `original`: what it is the same as. */
      kind: 'end-complaint'
      complaintId: string
      way: Ending
      evidenceId: string | null
      original: Readonly<{
        id: string
        code: string
        receivedOn: LocalDate
        contact: MatchedContact
      }> | null
      reason: string
    }
  | {
      kind: 'correct-receipt'
      complaintId: string
      receivedAt: Instant
      receivedOn: LocalDate
      reason: string
    }
  | {
      /** A member is concerned by a case and kept from it; `fewApprovers`: also if fewer than two approvers are left. */
      kind: 'name-conflict'
      complaintId: string
      conflictId: string
      personId: string
      fewApprovers: boolean
      reason: string
    }
  | {
      kind: 'lift-conflict'
      complaintId: string
      conflictId: string
      personId: string
      reason: string
    }
  | { kind: 'lift-hold'; complaintId: string; holdId: string; reason: string }
  | {
      /** The period of a closed case is over; `months`: the period when it was asked. */
      kind: 'anonymise-complaint'
      complaintId: string
      months: number
      reason: string
    }
  | { kind: 'change-role'; personId: string; role: Role; active: boolean; reason: string }
>

export const APPROVAL_STATES = ['pending', 'approved', 'returned', 'withdrawn'] as const
export type ApprovalState = (typeof APPROVAL_STATES)[number]

export type Approval = Readonly<{
  id: string
  version: number
  state: ApprovalState
  request: ApprovalRequest
  complaintId: string | null
  /** Version of the complaint or person the request was made for; another version voids it. */
  subjectVersion: number
  requestedBy: string
  requestedAt: Instant
  decidedBy: string | null
  decidedAt: Instant | null
  /** What has to be said of whoever decided; null while undecided and for a second person in full. */
  mark: ApprovalMark | null
  remark: string | null
}>
