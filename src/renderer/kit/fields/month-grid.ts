import { addDays, addMonths, dayOfWeek, type LocalDate } from '#core/kernel/calendar.ts'

const DAYS_OF_WEEK = 7

/** The Monday on or before a day: a week on a Vietnamese wall begins there. */
export function mondayOf(day: LocalDate): LocalDate {
  return addDays(day, -((dayOfWeek(day) + 6) % DAYS_OF_WEEK))
}

/** The weeks, Monday first, that a day's month touches; days of its neighbours fill up the first and the last. */
export function weeksOfMonth(day: LocalDate): readonly (readonly LocalDate[])[] {
  const first = `${day.slice(0, 8)}01`
  const next = addMonths(first, 1)
  const weeks: LocalDate[][] = []
  for (let monday = mondayOf(first); monday < next; monday = addDays(monday, DAYS_OF_WEEK)) {
    weeks.push(Array.from({ length: DAYS_OF_WEEK }, (_, index) => addDays(monday, index)))
  }
  return weeks
}

/**
 * The day a key leads to from this one, null for a key that leads nowhere: arrows a day or a week, Home and End the ends
 * of the week, Page Up and Down a month, with Shift a year (ARIA Authoring Practices, date picker dialog).
 */
export function dayByKey(day: LocalDate, key: string, shift: boolean): LocalDate | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1)
    case 'ArrowRight':
      return addDays(day, 1)
    case 'ArrowUp':
      return addDays(day, -DAYS_OF_WEEK)
    case 'ArrowDown':
      return addDays(day, DAYS_OF_WEEK)
    case 'Home':
      return mondayOf(day)
    case 'End':
      return addDays(mondayOf(day), DAYS_OF_WEEK - 1)
    case 'PageUp':
      return addMonths(day, shift ? -12 : -1)
    case 'PageDown':
      return addMonths(day, shift ? 12 : 1)
    default:
      return null
  }
}
