import {
  COUNTED_FIGURES,
  daysOfMonth,
  listOfDuty,
  listOfFigure,
  type CountedFigure,
  type GroupFigure,
} from '#core/figures/lists.ts'
import { DUTY_STANDINGS, type ComplaintFilter } from '#core/complaints/model.ts'
import type { PeriodFigures } from '#core/figures/model.ts'
import type { FigureTable } from '#core/figures/tables.ts'
import { to, type Address } from '#renderer/to.ts'
import { queryOfFilter } from '../complaints/work-filter.ts'
import type { Period } from './periods.ts'

/** The columns of a table of groups after the name; months have the first two. */
const COLUMNS: readonly GroupFigure[] = ['received', 'answered', 'late']

/** The list of what a single figure counts; null where it is an amount, or days. */
export function linkOfFigure(period: Period, figure: keyof PeriodFigures): Address | null {
  const counted = COUNTED_FIGURES.find((each) => each === figure)
  return counted === undefined ? null : listed(period, counted)
}

/** The lists a table leads to, a row for each of its own, with one for each column after the name. */
export function linksOfTable(
  period: Period,
  { counts }: FigureTable,
): readonly (readonly Address[])[] {
  if (counts === undefined) return []
  const { of, codes } = counts
  return codes.map((code) => {
    switch (of) {
      case 'month':
        return COLUMNS.slice(0, 2).map((figure) => listed(daysOfMonth(code, period), figure))
      case 'duty':
        return DUTY_STANDINGS.map((standing) => addressOf(listOfDuty(period, code, standing)))
      default:
        return COLUMNS.map((figure) => listed(period, figure, { of, code }))
    }
  })
}

function listed(
  period: Period,
  figure: CountedFigure,
  group: Parameters<typeof listOfFigure>[2] = null,
): Address {
  return addressOf(listOfFigure(period, figure, group))
}

function addressOf(filter: ComplaintFilter): Address {
  return to.complaints(queryOfFilter(filter))
}
