import type { WorkCalendar } from '../deadlines/counting.ts'
import type { ToldCalendar } from '../deadlines/explanation.ts'
import { defaultWorkCalendar, holidaysOfYear } from '../deadlines/holidays.ts'
import { yearOf, type LocalDate } from '../kernel/calendar.ts'
import type { Settings } from './model.ts'

type CalendarSettings = Pick<Settings, 'restDays' | 'holidays'>

/** Calendars already worked out, by the settings and the year they follow from; a handful is in use at a time. */
const known = new Map<string, WorkCalendar>()
const MAX_KNOWN = 24

/**
 * The board's working days from the year of `from` to two years on: the shipped or computed holidays,
 * with any year the board has edited taken from its own table instead.
 */
export function calendarOf(settings: CalendarSettings, from: LocalDate): WorkCalendar {
  const first = yearOf(from)
  const key = JSON.stringify([first, settings.restDays, settings.holidays])
  const calendar =
    known.get(key) ?? defaultWorkCalendar(first, first + 2, settings.restDays, settings.holidays)
  if (known.size >= MAX_KNOWN) known.clear()
  known.set(key, calendar)
  return calendar
}

/** The same with what every day that differs from the plain week rests on, for whoever is told how a limit was counted. */
export function toldCalendarOf(settings: CalendarSettings, from: LocalDate): ToldCalendar {
  const first = yearOf(from)
  return {
    calendar: calendarOf(settings, from),
    entries: [first, first + 1, first + 2].flatMap((year) =>
      holidaysOfYear(year, settings.restDays, settings.holidays),
    ),
  }
}
