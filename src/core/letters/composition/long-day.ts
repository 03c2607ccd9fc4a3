import { formatDateLong, type LocalDate } from '../../kernel/calendar.ts'
import type { Language } from '../../taxonomies/term.ts'

/** "22 tháng 11 năm 2026" inside a sentence that already says "ngày". */
export function longDay(date: LocalDate, language: Language): string {
  return formatDateLong(date, language).replace(/^ngày /u, '')
}
