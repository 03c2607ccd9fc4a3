import type { Instant, LocalDate } from '../kernel/calendar.ts'

/**
 * What was found about one data item in one system: đúng / sai / lộ / dùng sai / thiếu / đã xóa / đã ngăn chặn; or that it was not looked at,
 * with the reason, which the letter tells.
 */
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
  'not-checked',
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

/** Whether something was looked at, and not only explained why it was not. */
export function wasLookedAt({ finding }: Pick<StateCheck, 'finding'>): boolean {
  return finding !== 'not-checked'
}

/** What is complained of and neither checked nor explained: an answer would be silent about it. */
export function uncheckedItems(
  dataItems: readonly string[],
  checks: readonly Pick<StateCheck, 'dataItem'>[],
): readonly string[] {
  return dataItems.filter((item) => !checks.some(({ dataItem }) => dataItem === item))
}

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

/**
 * The cause of what happened: one primary cause, established with a category, or undetermined with a reason. Beside it stand
 * the others that were confirmed, and those only suspected, which no letter names.
 */
export type RootCause = Readonly<{
  complaintId: string
  version: number
  state: CauseState
  category: string | null
  /** The sentence for the letter. */
  statement: string
  undeterminedReason: string
  /** Until when the search for an undetermined cause goes on; null where no day is promised. */
  searchUntil: LocalDate | null
  /** Causes confirmed beside the primary one. */
  contributing: readonly string[]
  /** Causes that are suspected and neither confirmed nor ruled out. */
  suspected: readonly string[]
}>
