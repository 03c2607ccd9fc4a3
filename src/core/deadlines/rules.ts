import {
  addDays,
  addMinutes,
  isInstant,
  startOfVietnamDay,
  vietnamDate,
  type Instant,
  type LocalDate,
} from '../kernel/calendar.ts'
import { assertNever, invalid } from '../kernel/errors.ts'
import {
  countDays,
  countHours,
  countWorkingDays,
  type CountedDays,
  type WorkCalendar,
} from './counting.ts'
import { DEADLINE_RULES, type DeadlineRule } from './rule-table.ts'

/** A `LocalDate` (the Vietnam day on record) or an `Instant` (the exact moment); the shape tells which. */
export type DeadlineStart = string

export type DeadlineOptions = Readonly<{
  /** A processor or third party must act: some limits are longer then. */
  viaProcessor?: boolean
  /** Units added by the one extension the law allows. */
  extension?: number
}>

/** What the limits are counted by: the rules in force and the board's working days. */
export type ClockTable = Readonly<{
  rules: readonly DeadlineRule[]
  calendarFrom: (day: LocalDate) => WorkCalendar
}>

/** One duty with its ends. `endsAt` is the moment it is late; the days are in Vietnam. */
export type ComputedDeadline = Readonly<{
  code: string
  startsOn: LocalDate
  rawEnd: LocalDate
  legalEnd: LocalDate
  target: LocalDate
  endsAt: Instant
}>

/** The version of a rule in force on a day, or null when there was none. */
export function ruleOn(
  code: string,
  date: LocalDate,
  rules: readonly DeadlineRule[] = DEADLINE_RULES,
): DeadlineRule | null {
  const inForce = rules.find(
    (rule) =>
      rule.code === code &&
      rule.effectiveFrom <= date &&
      (rule.effectiveTo === null || date <= rule.effectiveTo),
  )
  return inForce ?? null
}

/**
 * Applies a rule from its start. Rules in hours need a moment: a day alone is refused (`NOT_AN_INSTANT`). Throws `INVALID_INPUT` on `extension` with `EXTENSION_NOT_ALLOWED`, or
 * `EXTENSION_TOO_LONG` and its `limit`.
 */
export function computeDeadline(
  rule: DeadlineRule,
  start: DeadlineStart,
  calendar: WorkCalendar,
  options: DeadlineOptions = {},
): ComputedDeadline {
  const amount = amountOf(rule, options)
  const startsOn = isInstant(start) ? vietnamDate(start) : start
  switch (rule.unit) {
    case 'days':
      return deadlineOfDays(rule.code, startsOn, countDays(startsOn, amount, calendar))
    case 'working-days':
      return deadlineOfDays(rule.code, startsOn, countWorkingDays(startsOn, amount, calendar))
    case 'hours':
      return deadlineOfHours(rule.code, start, amount)
    default:
      return assertNever(rule.unit)
  }
}

function amountOf(
  rule: DeadlineRule,
  { viaProcessor = false, extension = 0 }: DeadlineOptions,
): number {
  const basic = viaProcessor ? (rule.viaProcessorAmount ?? rule.amount) : rule.amount
  if (extension === 0) return basic
  if (!rule.extension) throw invalid('extension', 'EXTENSION_NOT_ALLOWED')
  if (!Number.isInteger(extension) || extension < 0) throw invalid('extension', 'NOT_A_COUNT')
  if (extension > rule.extension.maxAmount) {
    throw invalid('extension', 'EXTENSION_TOO_LONG', { limit: rule.extension.maxAmount })
  }
  return basic + extension
}

function deadlineOfDays(code: string, startsOn: LocalDate, counted: CountedDays): ComputedDeadline {
  return { code, startsOn, ...counted, endsAt: startOfVietnamDay(addDays(counted.legalEnd, 1)) }
}

function deadlineOfHours(code: string, at: Instant, hours: number): ComputedDeadline {
  const endsAt = countHours(at, hours)
  // A limit that ends at 0:00 ends with the day before: showing the next day would grant a day too many.
  const end = vietnamDate(addMinutes(endsAt, -1))
  return { code, startsOn: vietnamDate(at), rawEnd: end, legalEnd: end, target: end, endsAt }
}
