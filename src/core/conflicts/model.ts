import type { Instant } from '../kernel/calendar.ts'

/**
 * How a conflict of interest stands. One of a member is `asked` for by one person and `named` by a second; `dropped` when
 * it never was. One of a firm is `named` at once.
 */
export const CONFLICT_STATES = ['asked', 'named', 'lifted', 'dropped'] as const
export type ConflictState = (typeof CONFLICT_STATES)[number]

/** Somebody a case concerns, who is therefore kept from it: a member of the board or a firm, one of the two. */
export type Conflict = Readonly<{
  id: string
  complaintId: string
  version: number
  personId: string | null
  firmId: string | null
  state: ConflictState
  reason: string
  /** The request by which a member was named; null for a firm, which needs no second person. */
  approvalId: string | null
  recordedBy: string
  recordedAt: Instant
}>

/** A case somebody is kept from: they must not even learn of its code. */
export type ShutCase = Readonly<{ id: string; code: string }>
