import { addDays, yearOf, type LocalDate } from '#core/kernel/calendar.ts'

export const PERIOD_KINDS = ['month', 'quarter', 'year', 'days'] as const
export type PeriodKind = (typeof PERIOD_KINDS)[number]
export type Period = Readonly<{ from: LocalDate; to: LocalDate }>

const LENGTH = { month: 1, quarter: 3, year: 12 } as const

/** The month, quarter or year a day lies in, so many of them earlier or later. */
export function periodAround(
  day: LocalDate,
  kind: Exclude<PeriodKind, 'days'>,
  offset: number,
): Period {
  const length = LENGTH[kind]
  const month = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1
  const first = Math.floor(month / length) * length + offset * length
  return { from: firstDay(first), to: addDays(firstDay(first + length), -1) }
}

/** `month` counts from January of the year 0. */
function firstDay(month: number): LocalDate {
  const year = String(Math.floor(month / 12)).padStart(4, '0')
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}-01`
}
