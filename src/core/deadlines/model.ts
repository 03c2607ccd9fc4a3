import type { Instant, LocalDate } from '../kernel/calendar.ts'

export const DEADLINE_STATES = ['running', 'met', 'missed', 'ended'] as const
export type DeadlineState = (typeof DEADLINE_STATES)[number]

/** What set a clock off: the receipt of the complaint, a right asked for in it, or a violation behind it. */
export type ClockTrigger = 'receipt' | 'right' | 'breach'

/** One duty as the facts have it. `rule` and `triggerId` together name it within its case. */
export type DerivedDeadline = Readonly<{
  rule: string
  trigger: ClockTrigger
  /** The right asked for, which has a clock for its reply and one for its execution; else empty. */
  triggerId: string
  startsAt: Instant
  startsOn: LocalDate
  viaProcessor: boolean
  /** Units added by the one extension the law allows; 0 for none. */
  extension: number
  legalEnd: LocalDate
  target: LocalDate
  /** The moment it is late. */
  endsAt: Instant
  state: DeadlineState
  /** When the act that stopped it took place; null while it runs. */
  stoppedAt: Instant | null
}>

/** A clock as it is kept beside the facts it is derived from, for lists and for its history. */
export type Deadline = DerivedDeadline &
  Readonly<{ id: string; complaintId: string; version: number }>
