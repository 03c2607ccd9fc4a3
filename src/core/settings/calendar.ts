import type { WorkCalendar } from '../deadlines/counting.ts'
import { defaultWorkCalendar } from '../deadlines/holidays.ts'
import { yearOf, type LocalDate } from '../kernel/calendar.ts'
import type { Settings } from './model.ts'

/**
 * The board's working days from the year of `from` to two years on: the shipped or computed holidays,
 * with any year the board has edited taken from its own table instead.
 */
export function calendarOf(
  settings: Pick<Settings, 'restDays' | 'holidays'>,
  from: LocalDate,
): WorkCalendar {
  const first = yearOf(from)
  return defaultWorkCalendar(first, first + 2, settings.restDays, settings.holidays)
}
