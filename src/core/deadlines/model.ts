import type { Instant, LocalDate } from '../kernel/calendar.ts'

export const DEADLINE_STATES = ['running', 'met', 'missed', 'ended'] as const
export type DeadlineState = (typeof DEADLINE_STATES)[number]

/** One duty with a start, a legal end and a cautious target, both Vietnam dates, computed once and stored. */
export type Deadline = Readonly<{
  id: string
  complaintId: string
  version: number
  rule: string
  startsOn: LocalDate
  legalEnd: LocalDate
  target: LocalDate
  state: DeadlineState
  stoppedAt: Instant | null
}>
