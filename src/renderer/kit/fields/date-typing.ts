import { addDays, parseUserDate, yearOf, type LocalDate } from '#core/kernel/calendar.ts'

/**
 * Reads a day as people type it in a hurry, beyond what `parseUserDate` takes: `22112026`, `221126`,
 * `22/11/26`, spaces for slashes, `22/11` (this year). Null when it is no day that exists.
 */
export function readDate(typed: string, today: LocalDate): LocalDate | null {
  const text = typed
    .trim()
    .replace(/\s*([/.-])\s*/g, '$1')
    .replace(/\s+/g, '/')
  const exact = parseUserDate(text)
  if (exact !== null) return exact
  const bare = /^(\d{2})(\d{2})(\d{2}|\d{4})?$/.exec(text)
  const loose = bare ?? /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2}))?$/.exec(text)
  if (loose === null) return null
  const [, day = '', month = '', year] = loose
  return parseUserDate(`${day}/${month}/${fullYear(year, today)}`)
}

/** The day so many days from the one shown; from today when nothing is shown. */
export function stepDate(date: LocalDate | null, days: number, today: LocalDate): LocalDate {
  return date === null ? today : addDays(date, days)
}

/**
 * Reads a time as typed: `14:05`, `14h05`, `14.05`, `1405`, `9`, `9h`. Null when it is none.
 */
export function readTime(typed: string): string | null {
  const text = typed.trim().toLowerCase()
  const match =
    /^(\d{1,2})(?:\s*[:h.g]\s*(\d{1,2})?)?$/.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text)
  if (match === null) return null
  const hours = Number(match[1])
  const minutes = Number(match[2] ?? 0)
  if (hours > 23 || minutes > 59) return null
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

function fullYear(year: string | undefined, today: LocalDate): string {
  if (year === undefined) return String(yearOf(today))
  return year.length === 2 ? `20${year}` : year
}
