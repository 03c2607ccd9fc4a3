import {
  addDays,
  startOfVietnamDay,
  vietnamDate,
  addMinutes,
  type Instant,
  type LocalDate,
} from '../kernel/calendar.ts'
import { assertNever, invalid } from '../kernel/errors.ts'
import { countDays, countHours, countWorkingDays, type WorkCalendar } from './counting.ts'
import { DEADLINE_RULES, type DeadlineRule } from './rule-table.ts'

/** When a limit begins: the exact moment (for hours) and the Vietnam day on record (for days). */
export type DeadlineStart = Readonly<{ at: Instant; on: LocalDate }>

export type DeadlineOptions = Readonly<{
  /** A processor or third party must act: some limits are longer then. */
  viaProcessor?: boolean
  /** Units added by the one extension the law allows. */
  extension?: number
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
 * Applies a rule. Days and working days are counted from `start.on`, hours from `start.at`. Throws
 * `INVALID_INPUT` on `extension` with `EXTENSION_NOT_ALLOWED` or `EXTENSION_TOO_LONG` (with `limit`).
 */
export function computeDeadline(
  rule: DeadlineRule,
  start: DeadlineStart,
  calendar: WorkCalendar,
  options: DeadlineOptions = {},
): ComputedDeadline {
  const amount = amountOf(rule, options)
  switch (rule.unit) {
    case 'days':
      return deadlineOfDays(rule.code, start.on, countDays(start.on, amount, calendar))
    case 'working-days':
      return deadlineOfDays(rule.code, start.on, countWorkingDays(start.on, amount, calendar))
    case 'hours':
      return deadlineOfHours(rule.code, start.at, amount)
    default:
      return assertNever(rule.unit)
  }
}

/** The deadline that runs out first, the one a case is listed under; null when there is none. */
export function earliestDeadline(deadlines: readonly ComputedDeadline[]): ComputedDeadline | null {
  return deadlines.reduce<ComputedDeadline | null>(
    (earliest, deadline) =>
      earliest === null || deadline.endsAt < earliest.endsAt ? deadline : earliest,
    null,
  )
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

function deadlineOfDays(
  code: string,
  startsOn: LocalDate,
  counted: Readonly<{ rawEnd: LocalDate; legalEnd: LocalDate; target: LocalDate }>,
): ComputedDeadline {
  return { code, startsOn, ...counted, endsAt: startOfVietnamDay(addDays(counted.legalEnd, 1)) }
}

function deadlineOfHours(code: string, at: Instant, hours: number): ComputedDeadline {
  const endsAt = countHours(at, hours)
  // A limit that ends at 0:00 ends with the day before: showing the next day would grant a day too many.
  const end = vietnamDate(addMinutes(endsAt, -1))
  return { code, startsOn: vietnamDate(at), rawEnd: end, legalEnd: end, target: end, endsAt }
}
