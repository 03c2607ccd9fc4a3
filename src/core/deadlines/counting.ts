import {
  addDays,
  addHours,
  daysBetween,
  dayOfWeek,
  millisecondsOf,
  type Instant,
  type LocalDate,
} from '../kernel/calendar.ts'
import { invalid } from '../kernel/errors.ts'

/** Which days count as working days. Built by `workCalendar`; it knows only the years it was built for. */
export type WorkCalendar = Readonly<{
  /** Weekly rest days, 0 for Sunday to 6 for Saturday. */
  restDays: readonly number[]
  /** Holidays, days in lieu and weekdays given off in a swap. */
  holidays: ReadonlySet<LocalDate>
  /** Weekly rest days on which work is made up. */
  workedRestDays: ReadonlySet<LocalDate>
}>

/** The days of one time limit. */
export type CountedDays = Readonly<{
  /** The last day of the count itself, whatever day it is. */
  rawEnd: LocalDate
  /** The day at whose end (24:00) the limit runs out by law. */
  legalEnd: LocalDate
  /** The day the board aims at: it needs no benefit of Article 148. Never after `legalEnd`. */
  target: LocalDate
}>

export type TimeLeftRole = 'calm' | 'soon' | 'now' | 'late'

/** No run of days off is longer; a longer search means a calendar without working days. */
const LONGEST_BREAK = 366

export function isWorkingDay(date: LocalDate, calendar: WorkCalendar): boolean {
  if (calendar.holidays.has(date)) return false
  return calendar.workedRestDays.has(date) || !calendar.restDays.includes(dayOfWeek(date))
}

/** The day itself when it is a working day, else the first one after it. */
export function workingDayOnOrAfter(date: LocalDate, calendar: WorkCalendar): LocalDate {
  return searchWorkingDay(date, 1, calendar)
}

/** The first working day after the day. */
export function nextWorkingDay(date: LocalDate, calendar: WorkCalendar): LocalDate {
  return searchWorkingDay(addDays(date, 1), 1, calendar)
}

/** The day itself when it is a working day, else the last one before it. */
export function lastWorkingDayOnOrBefore(date: LocalDate, calendar: WorkCalendar): LocalDate {
  return searchWorkingDay(date, -1, calendar)
}

/**
 * A limit in days (Civil Code 2015, Articles 147 and 148): the first day is not counted, days off in between
 * are; when the last day is a weekly rest day or holiday the limit runs to the end of the next working day.
 * The target is the last working day up to the raw end, unless that would lie before the start.
 */
export function countDays(startsOn: LocalDate, days: number, calendar: WorkCalendar): CountedDays {
  const rawEnd = addDays(startsOn, wholeCount(days))
  const legalEnd = workingDayOnOrAfter(rawEnd, calendar)
  const safe = lastWorkingDayOnOrBefore(rawEnd, calendar)
  return { rawEnd, legalEnd, target: safe < startsOn ? legalEnd : safe }
}

/** A limit in working days: the first day is not counted, nor are days off. All three ends are the same day. */
export function countWorkingDays(
  startsOn: LocalDate,
  days: number,
  calendar: WorkCalendar,
): CountedDays {
  let end = startsOn
  for (let counted = 0; counted < wholeCount(days); counted += 1) {
    end = nextWorkingDay(end, calendar)
  }
  return { rawEnd: end, legalEnd: end, target: end }
}

/**
 * A limit in hours runs from the exact moment (Civil Code, Article 147.1) straight through nights, rest days
 * and holidays: Article 148.5 moves only a last *day*.
 */
export function countHours(from: Instant, hours: number): Instant {
  return addHours(from, wholeCount(hours))
}

/** Days until the end of the limit (0 on its last day, negative after it) and how urgent that is. */
export function timeLeft(
  end: LocalDate,
  today: LocalDate,
): Readonly<{ days: number; role: TimeLeftRole }> {
  const days = daysBetween(today, end)
  return { days, role: roleOf(days) }
}

/** Whole minutes until a limit in hours is over (negative after it), and how urgent that is. */
export function minutesLeft(
  endsAt: Instant,
  now: Instant,
): Readonly<{ minutes: number; role: TimeLeftRole }> {
  const minutes = Math.floor((millisecondsOf(endsAt) - millisecondsOf(now)) / 60_000)
  if (minutes < 0) return { minutes, role: 'late' }
  if (minutes <= 12 * 60) return { minutes, role: 'now' }
  return { minutes, role: minutes <= 36 * 60 ? 'soon' : 'calm' }
}

function roleOf(days: number): TimeLeftRole {
  if (days < 0) return 'late'
  if (days <= 1) return 'now'
  return days <= 7 ? 'soon' : 'calm'
}

function searchWorkingDay(from: LocalDate, step: 1 | -1, calendar: WorkCalendar): LocalDate {
  for (let offset = 0; offset <= LONGEST_BREAK; offset += 1) {
    const date = addDays(from, offset * step)
    if (isWorkingDay(date, calendar)) return date
  }
  throw invalid('restDays', 'NO_WORKING_DAY')
}

function wholeCount(amount: number): number {
  if (!Number.isInteger(amount) || amount < 1) throw invalid('amount', 'NOT_A_COUNT')
  return amount
}
