import type { DutyStanding } from '../complaints/model.ts'
import type { Instant, LocalDate } from '../kernel/calendar.ts'

/** What the complaints of a period are counted by. */
export const DIMENSIONS = [
  'channel',
  'site',
  'severity',
  'outcome',
  'category',
  'clause',
  'cause',
  'contributing',
  'firm',
  'lateReason',
] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** Complaints received in the period that have this value; of a list each value counts. */
export type GroupCount = Readonly<{
  code: string
  received: number
  answered: number
  late: number
}>

/**
 * How the duties of one rule stand that belong to the complaints received in the period, whenever each duty began: so
 * many complaints have one or more that stand so, as many as their list has rows. One with two duties of a rule that
 * stand differently counts in both columns; a duty that ended without being due any more counts in none.
 */
export type DutyCount = Readonly<{ rule: string } & Record<DutyStanding, number>>

/** So many answers went out so many days after receipt, within their time limit or late. */
export type AnswerCount = Readonly<{ days: number; late: boolean; count: number }>

/** What the store counts; everything else follows from it. */
export type PeriodCounts = Readonly<{
  received: number
  /** Of them, whose 30 days still run, and run out before today. */
  running: number
  overdue: number
  /** Of them, ended without an answer: withdrawn, rejected or a duplicate. */
  ended: number
  answers: readonly AnswerCount[]
  /** Reviews of an earlier answer among them, and how many confirmed or replaced it. */
  reviews: number
  reviewsConfirmed: number
  reviewsReplaced: number
  /** From somebody whose telephone number had complained in the year before. */
  again: number
  /** Sent on by an authority or a court. */
  sentOn: number
  /** In which a compensation was decided and not given up, and what they come to, in đồng. */
  compensations: number
  compensationAmount: number
  duties: readonly DutyCount[]
  months: readonly Readonly<{ month: string; received: number; answered: number }>[]
  by: Readonly<Record<Dimension, readonly GroupCount[]>>
}>

/** The figures of the complaints received from one day to another, both included. */
export type PeriodFigures = Omit<PeriodCounts, 'answers'> &
  Readonly<{
    from: LocalDate
    to: LocalDate
    answered: number
    /** In time: within 10 days, 20 days, and from the 21st to the legal end. */
    within10: number
    within20: number
    within30: number
    late: number
    /** Days from receipt to answer; null without an answer. */
    medianDays: number | null
    p90Days: number | null
  }>

/** What one person has to do. */
export type PersonLoad = Readonly<{
  assigneeId: string | null
  open: number
  overdue: number
  week: number
}>

/** A clock by the hour that runs, nearest end first. */
export type HourClock = Readonly<{
  complaintId: string
  code: string
  subject: string
  rule: string
  endsAt: Instant
}>

export type TodayFigures = Readonly<{
  loads: readonly PersonLoad[]
  hourClocks: readonly HourClock[]
}>
