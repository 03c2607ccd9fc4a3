import type { LocalDate } from '../kernel/calendar.ts'
import type { AnswerCount, PeriodCounts, PeriodFigures } from './model.ts'

/** The figures that follow from what was counted. Late answers are late, however few days they took. */
export function periodFigures(
  from: LocalDate,
  to: LocalDate,
  { answers, ...counts }: PeriodCounts,
): PeriodFigures {
  const inTime = (low: number, high: number): number =>
    sum(answers.filter(({ days, late }) => !late && days >= low && days <= high))
  return {
    ...counts,
    from,
    to,
    answered: sum(answers),
    within10: inTime(Number.NEGATIVE_INFINITY, 10),
    within20: inTime(11, 20),
    within30: inTime(21, Number.POSITIVE_INFINITY),
    late: sum(answers.filter(({ late }) => late)),
    medianDays: rankOf(answers, 0.5),
    p90Days: rankOf(answers, 0.9),
  }
}

/**
 * The nearest-rank percentile: the smallest number of days within which at least this share of the answers
 * went out. Null without an answer.
 */
export function rankOf(answers: readonly AnswerCount[], share: number): number | null {
  const total = sum(answers)
  const rank = Math.max(1, Math.ceil(share * total))
  let seen = 0
  for (const { days, count } of answers.toSorted((one, other) => one.days - other.days)) {
    seen += count
    if (seen >= rank) return days
  }
  return null
}

function sum(answers: readonly AnswerCount[]): number {
  return answers.reduce((total, { count }) => total + count, 0)
}
