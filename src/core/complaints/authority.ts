import type { LocalDate } from '../kernel/calendar.ts'
import type { LateReason } from '../deadlines/late.ts'

/** Who sent a complaint on: an authority, or a court. */
export const AUTHORITY_KINDS = ['authority', 'court'] as const
export type AuthorityKind = (typeof AUTHORITY_KINDS)[number]

/**
 * What an authority or a court that sent a complaint on asks of the board: its paper, who handles it there, the day it set,
 * and what it decided. One for a complaint.
 */
export type AuthorityRequest = Readonly<{
  kind: AuthorityKind
  name: string
  /** The number of its paper, and the day on it. */
  number: string
  issuedOn: LocalDate | null
  /** Who handles it there; empty while nobody is named. */
  officer: string
  /** The day it set for an answer, which starts a clock of its own; null where it set none. */
  dueOn: LocalDate | null
  /** The day on which the board answered it: that stops the clock. */
  answeredOn: LocalDate | null
  /** Why the answer came after that day, and the same in words; not on record of requests from before it was asked. */
  lateReason?: LateReason | null
  lateExplanation?: string | null
  /** Its decision, among the evidence of the case. */
  decisionId: string | null
  /** The complaint the same person brought to the board themselves. */
  ownCaseId: string | null
}>

/** Whether an authority was answered after the day it set: why is then said. */
export function isAnsweredLate({
  answeredOn,
  dueOn,
}: Pick<AuthorityRequest, 'answeredOn' | 'dueOn'>): boolean {
  return answeredOn !== null && dueOn !== null && answeredOn > dueOn
}
