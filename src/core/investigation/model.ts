import type { Instant } from '../kernel/calendar.ts'

/** What was found about one data item in one system: đúng / sai / lộ / dùng sai / thiếu / đã xóa / đã ngăn chặn. */
export const FINDINGS = [
  'correct',
  'wrong',
  'leaked',
  'misused',
  'missing',
  'deleted',
  /** What leaked or was misused does so no longer: the state after the remedy. */
  'contained',
  'unknown',
] as const
export type Finding = (typeof FINDINGS)[number]

export const CHECK_PHASES = ['before', 'after'] as const
export type CheckPhase = (typeof CHECK_PHASES)[number]

/** One half-cell of the matrix data item × system: the state before, or after, the remedy. */
export type StateCheck = Readonly<{
  id: string
  complaintId: string
  version: number
  dataItem: string
  system: string
  phase: CheckPhase
  finding: Finding
  detail: string
  checkedBy: string
  checkedAt: Instant
}>

/** One link in the chain of whys, read top-down. */
export type Why = Readonly<{
  id: string
  complaintId: string
  version: number
  position: number
  text: string
  evidenceIds: readonly string[]
}>

export const CAUSE_STATES = ['open', 'established', 'undetermined'] as const
export type CauseState = (typeof CAUSE_STATES)[number]

/** The cause of what happened: established with a category, or undetermined with a reason. */
export type RootCause = Readonly<{
  complaintId: string
  version: number
  state: CauseState
  category: string | null
  /** The sentence for the letter. */
  statement: string
  undeterminedReason: string
}>
