import type { DeadlineState } from '../deadlines/model.ts'
import {
  daysBetween,
  formatDate,
  vietnamDate,
  vietnamTime,
  type Instant,
  type LocalDate,
} from '../kernel/calendar.ts'
import type { Language } from '../taxonomies/term.ts'
import { REGISTER_WORDS } from './register-words.ts'
import type { NoticeOfLine } from './registers.ts'

/** A moment as registers write it. */
export function moment(at: Instant, language: Language): string {
  return REGISTER_WORDS[language].moment(formatDate(vietnamDate(at)), vietnamTime(at))
}

/** How a notice that is owed stands, and when it was given or is due. */
export function standing({ state, stoppedAt, endsAt }: NoticeOfLine, language: Language): string {
  const word = REGISTER_WORDS[language].inTime[state]
  return `${word}: ${moment(stoppedAt ?? endsAt, language)}`
}

/**
 * How a clock of days stands: in time, or late and by how many days from its end, also while it still runs; empty where there is
 * no such clock.
 */
export function limitOf(
  state: DeadlineState | null,
  end: LocalDate | null,
  stoppedOn: LocalDate | null,
  { language, today }: Readonly<{ language: Language; today: LocalDate }>,
): string {
  if (state === null) return ''
  const { inTime, lateBy, overdueBy } = REGISTER_WORDS[language]
  const daysTo = (day: LocalDate | null): number =>
    end === null || day === null ? 0 : daysBetween(end, day)
  if (state === 'missed' && daysTo(stoppedOn) > 0) return lateBy(daysTo(stoppedOn))
  if (state === 'running' && daysTo(today) > 0) return overdueBy(daysTo(today))
  return inTime[state]
}
