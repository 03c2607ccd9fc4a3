import { CalendarVietnamese } from 'date-chinese'
import type { LocalDate } from './calendar.ts'

/**
 * Dates of the Vietnamese lunar calendar (reckoned at UTC+7, so that Tết 2030 is 2 February although the
 * Chinese new year is the 3rd). Valid from 1968, when Vietnam took up its own meridian.
 */
export type LunarFeasts = Readonly<{
  /** The first day of the first month. */
  newYear: LocalDate
  /** The tenth day of the third month, the commemoration of the Hùng Kings. */
  hungKings: LocalDate
}>

const known = new Map<number, LunarFeasts>()

/** The lunar feasts of a solar year. A year takes some milliseconds the first time and is kept. */
export function lunarFeasts(year: number): LunarFeasts {
  const found = known.get(year) ?? computeFeasts(year)
  known.set(year, found)
  return found
}

function computeFeasts(year: number): LunarFeasts {
  const calendar = new CalendarVietnamese()
  calendar.fromJDE(calendar.newYear(year))
  const newYear = localDate(calendar.toGregorian(year))
  const [cycle, yearInCycle] = calendar.get()
  calendar.set(cycle, yearInCycle, 3, false, 10)
  return { newYear, hungKings: localDate(calendar.toGregorian(year)) }
}

function localDate(date: Readonly<{ year: number; month: number; day: number }>): LocalDate {
  const [month, day] = [date.month, date.day].map((part) => String(part).padStart(2, '0'))
  return `${date.year}-${month}-${day}`
}
