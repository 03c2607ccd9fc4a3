import { invalid } from './errors.ts'

/** A moment, ISO 8601 in UTC with milliseconds and `Z`: `2026-11-22T16:30:00.000Z`. */
export type Instant = string

/** A day of the Vietnamese calendar on the wall, `YYYY-MM-DD`. It is never a moment. */
export type LocalDate = string

/** 0 is Sunday, 6 is Saturday. */
export type DayOfWeek = 0 | 1 | 2 | 3 | 4 | 5 | 6

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * Vietnam has kept UTC+7 without daylight saving since 1975, so a fixed offset is exact and needs neither
 * the machine's zone nor its (possibly outdated) zone tables.
 */
const VIETNAM_OFFSET = 7 * HOUR

const INSTANT_SHAPE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/
const DATE_SHAPE = /^\d{4}-\d{2}-\d{2}$/
const TIME_SHAPE = /^(?:[01]\d|2[0-3]):[0-5]\d$/

/** Whether the text is a real moment in exactly the stored shape. */
export function isInstant(text: string): boolean {
  if (!INSTANT_SHAPE.test(text)) return false
  const milliseconds = Date.parse(text)
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString() === text
}

/** Whether the text is a day that exists: `2026-02-30` is refused. */
export function isLocalDate(text: string): boolean {
  if (!DATE_SHAPE.test(text)) return false
  const milliseconds = Date.parse(`${text}T00:00:00.000Z`)
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(text)
}

/** Whether the text is a time of day on the 24-hour clock, `HH:mm`. */
export function isTimeOfDay(text: string): boolean {
  return TIME_SHAPE.test(text)
}

/** The moment of a JavaScript clock reading in milliseconds. */
export function instantOfMilliseconds(milliseconds: number): Instant {
  const time = new Date(milliseconds)
  // Years past 9999 print with a sign and would sort before all others.
  if (Number.isNaN(time.getTime()) || time.getUTCFullYear() > 9999 || time.getUTCFullYear() < 0) {
    throw invalid('', 'INSTANT_OUT_OF_RANGE')
  }
  return time.toISOString()
}

/** Milliseconds since 1970 in UTC. Throws `INVALID_INPUT` / `NOT_AN_INSTANT`. */
export function millisecondsOf(instant: Instant): number {
  if (!isInstant(instant)) throw invalid('', 'NOT_AN_INSTANT')
  return Date.parse(instant)
}

/** The moment so many minutes later (earlier when negative). */
export function addMinutes(instant: Instant, minutes: number): Instant {
  return instantOfMilliseconds(millisecondsOf(instant) + minutes * MINUTE)
}

/** The moment so many hours later (earlier when negative). */
export function addHours(instant: Instant, hours: number): Instant {
  return addMinutes(instant, hours * 60)
}

/** The day on a Vietnamese wall at this moment: 17:30 UTC is already the next day. */
export function vietnamDate(instant: Instant): LocalDate {
  return wallClock(instant).slice(0, 10)
}

/** The time on a Vietnamese clock at this moment, `HH:mm`. */
export function vietnamTime(instant: Instant): string {
  return wallClock(instant).slice(11, 16)
}

/** The first moment of the day in Vietnam, 17:00 UTC of the day before. */
export function startOfVietnamDay(date: LocalDate): Instant {
  return instantOfMilliseconds(epochDay(date) * DAY - VIETNAM_OFFSET)
}

/** The moment a Vietnamese clock shows this day and `HH:mm`. Throws `NOT_A_DATE`, `NOT_A_TIME`. */
export function instantOfVietnam(date: LocalDate, time: string): Instant {
  if (!isTimeOfDay(time)) throw invalid('', 'NOT_A_TIME')
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  return addMinutes(startOfVietnamDay(date), minutes)
}

/** The day so many days later (earlier when negative). Throws `NOT_A_DATE`. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfEpochDay(epochDay(date) + days)
}

/** The same day so many months later (earlier when negative), or the last day of a month that is too short. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = partsOf(date)
  const count = Number(year) * 12 + Number(month) - 1 + months
  const first = `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}-01`
  const last = Number(addDays(`${addDays(first, 31).slice(0, 8)}01`, -1).slice(8))
  return addDays(first, Math.min(Number(day), last) - 1)
}

/** Days from one day to another, negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return epochDay(to) - epochDay(from)
}

/** 0 is Sunday, 6 is Saturday. */
export function dayOfWeek(date: LocalDate): DayOfWeek {
  const index = (((epochDay(date) + 4) % 7) + 7) % 7
  // 1970-01-01 was a Thursday; the narrowing keeps the type honest without an assertion.
  const day = DAYS_OF_WEEK[index]
  if (day === undefined) throw invalid('', 'NOT_A_DATE')
  return day
}

const DAYS_OF_WEEK = [0, 1, 2, 3, 4, 5, 6] as const

/** The calendar year of the day. */
export function yearOf(date: LocalDate): number {
  return Number(partsOf(date).year)
}

/** `22/11/2026`, the only short form shown to people. */
export function formatDate(date: LocalDate): string {
  const { year, month, day } = partsOf(date)
  return `${day}/${month}/${year}`
}

/**
 * The long form of letters: `ngày 22 tháng 11 năm 2026` or `22 November 2026`. In Vietnamese, days below
 * 10 and the months 1 and 2 carry a leading zero, the others do not (Decree 30/2020, Appendix I).
 */
export function formatDateLong(date: LocalDate, language: 'vi' | 'en'): string {
  const { year, month, day } = partsOf(date)
  if (language === 'en') return `${Number(day)} ${englishMonth(month)} ${year}`
  const monthNumber = Number(month)
  return `ngày ${day} tháng ${monthNumber <= 2 ? month : monthNumber} năm ${year}`
}

/**
 * Reads what a clerk types: `22/11/2026`, `22-11-2026`, `22.11.2026` (day first, one or two digits) or
 * `2026-11-22`. Null for anything else, for two-digit years and for days that do not exist.
 */
export function parseUserDate(text: string): LocalDate | null {
  const trimmed = text.trim()
  if (isLocalDate(trimmed)) return trimmed
  const match = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(trimmed)
  if (!match) return null
  const [, day = '', , month = '', year = ''] = match
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isLocalDate(date) ? date : null
}

const ENGLISH_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

function englishMonth(month: string): string {
  return ENGLISH_MONTHS[Number(month) - 1] ?? month
}

function wallClock(instant: Instant): string {
  return instantOfMilliseconds(millisecondsOf(instant) + VIETNAM_OFFSET)
}

function partsOf(date: LocalDate): Readonly<{ year: string; month: string; day: string }> {
  if (!isLocalDate(date)) throw invalid('', 'NOT_A_DATE')
  return { year: date.slice(0, 4), month: date.slice(5, 7), day: date.slice(8) }
}

function epochDay(date: LocalDate): number {
  if (!isLocalDate(date)) throw invalid('', 'NOT_A_DATE')
  return Date.parse(`${date}T00:00:00.000Z`) / DAY
}

function dateOfEpochDay(day: number): LocalDate {
  return instantOfMilliseconds(day * DAY).slice(0, 10)
}
