import { ANSWER_FILTERS, type ComplaintFilter, type DutyStanding } from '../complaints/model.ts'
import { addDays, type LocalDate } from '../kernel/calendar.ts'
import type { Dimension, PeriodFigures } from './model.ts'

/** The figures that count complaints, each with a list of exactly those; an amount or a number of days has none. */
export const COUNTED_FIGURES = [
  'received',
  ...ANSWER_FILTERS,
  'reviews',
  'reviewsConfirmed',
  'reviewsReplaced',
  'again',
  'sentOn',
  'compensations',
] as const satisfies readonly (keyof PeriodFigures)[]
export type CountedFigure = (typeof COUNTED_FIGURES)[number]

/** The columns of a group: what was received of it, and of that what was answered, and late. */
export type GroupFigure = Extract<CountedFigure, 'received' | 'answered' | 'late'>

/** What narrows a list by further than the days of receipt. */
type Narrowing = Omit<ComplaintFilter, 'scope' | 'receivedFrom' | 'receivedTo'>

const LIST_OF_FIGURE: Readonly<Record<CountedFigure, Narrowing>> = {
  received: {},
  answered: { answer: 'answered' },
  within10: { answer: 'within10' },
  within20: { answer: 'within20' },
  within30: { answer: 'within30' },
  late: { answer: 'late' },
  running: { answer: 'running' },
  overdue: { answer: 'overdue' },
  ended: { answer: 'ended' },
  reviews: { marks: ['review'] },
  reviewsConfirmed: { marks: ['review-confirmed'] },
  reviewsReplaced: { marks: ['review-replaced'] },
  again: { marks: ['again'] },
  sentOn: { marks: ['sent-on'] },
  compensations: { marks: ['compensated'] },
}

const LIST_OF_GROUP: Readonly<Record<Dimension, (code: string) => object>> = {
  channel: (code) => ({ channels: [code] }),
  site: (code) => ({ sites: [code] }),
  severity: (code) => ({ severities: [code] }),
  outcome: (code) => ({ outcomes: [code] }),
  category: (code) => ({ categories: [code] }),
  clause: (code) => ({ clauses: [code] }),
  cause: (code) => ({ causes: [code] }),
  contributing: (code) => ({ contributing: [code] }),
  firm: (code) => ({ firms: [code] }),
  lateReason: (code) => ({ lateReasons: [code] }),
}

type Days = Readonly<{ from: LocalDate; to: LocalDate }>

/** The list of the complaints a figure counts; of one value of a dimension where that is said. */
export function listOfFigure(
  { from, to }: Days,
  figure: CountedFigure,
  group: Readonly<{ of: Dimension; code: string }> | null = null,
): ComplaintFilter {
  return {
    ...{ scope: 'all', receivedFrom: from, receivedTo: to },
    ...LIST_OF_FIGURE[figure],
    ...(group === null ? {} : LIST_OF_GROUP[group.of](group.code)),
  }
}

/** The list of the complaints with a duty of a rule that stands so, as {@link DutyCount} counts them. */
export function listOfDuty(
  { from, to }: Days,
  rule: string,
  clockState: DutyStanding,
): ComplaintFilter {
  return {
    ...{ scope: 'all', receivedFrom: from, receivedTo: to },
    ...{ clocks: [rule], clockState },
  }
}

/** The days of a month that lie in a period. */
export function daysOfMonth(month: string, { from, to }: Days): Days {
  const first = `${month}-01`
  const last = addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1)
  return { from: first < from ? from : first, to: last > to ? to : last }
}
