import { describe, expect, it } from 'vitest'

import { DUTY_STANDINGS } from '#core/complaints/model.ts'
import { COUNTED_FIGURES, daysOfMonth, listOfDuty, listOfFigure } from '#core/figures/lists.ts'
import { DIMENSIONS } from '#core/figures/model.ts'
import { filterOfQuery, queryOfFilter } from '#renderer/features/complaints/work-filter.ts'
import { linkOfFigure, linksOfTable } from '#renderer/features/figures/figure-links.ts'

const YEAR = { from: '2026-01-01', to: '2026-12-31' }
const FIRM = '0198a3c0-0000-7000-8000-000000000001'

/** A filter without the parts that narrow nothing. */
function narrowing(filter: object): object {
  return Object.fromEntries(
    Object.entries(filter).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  )
}

describe('the list of a figure', () => {
  const values: Readonly<Record<string, string>> = {
    ...{ channel: 'post', site: 'ledu', severity: 'high', outcome: 'upheld', category: 'KN-01' },
    ...{ clause: '1.1', cause: 'NN-01', contributing: 'NN-06', firm: FIRM, lateReason: 'staff' },
  }

  it.each(COUNTED_FIGURES)('of %s is what its address asks for', (figure) => {
    const filter = listOfFigure(YEAR, figure)
    expect(narrowing(filterOfQuery({ ...queryOfFilter(filter) }))).toEqual(filter)
  })

  it.each(DIMENSIONS)('of a value of %s, too, and in each of its columns', (of) => {
    const code = values[of] ?? ''
    for (const figure of ['received', 'answered', 'late'] as const) {
      const filter = listOfFigure(YEAR, figure, { of, code })
      expect(JSON.stringify(filter)).toContain(JSON.stringify([code]))
      expect(narrowing(filterOfQuery({ ...queryOfFilter(filter) }))).toEqual(filter)
    }
  })

  it.each(DUTY_STANDINGS)('of a duty that is %s is what its address asks for', (standing) => {
    const filter = listOfDuty(YEAR, 'T-DSR-ACK', standing)
    expect(narrowing(filterOfQuery({ ...queryOfFilter(filter) }))).toEqual(filter)
    const table = { name: '', heads: [], rows: [] }
    const [row] = linksOfTable(YEAR, { ...table, counts: { of: 'duty', codes: ['T-DSR-ACK'] } })
    expect(row?.[DUTY_STANDINGS.indexOf(standing)]?.query).toEqual(queryOfFilter(filter))
  })

  it('is another for each figure', () => {
    const lists = COUNTED_FIGURES.map((figure) => JSON.stringify(listOfFigure(YEAR, figure)))
    expect(new Set(lists).size).toBe(COUNTED_FIGURES.length)
  })

  it('is not there for an amount and for days', () => {
    expect(linkOfFigure(YEAR, 'medianDays')).toBeNull()
    expect(linkOfFigure(YEAR, 'compensationAmount')).toBeNull()
    expect(linkOfFigure(YEAR, 'late')?.query).toEqual({
      ...{ scope: 'all', receivedFrom: '2026-01-01', receivedTo: '2026-12-31', answer: 'late' },
    })
  })

  it('of a table stands beside each number of each row', () => {
    const table = { name: '', heads: [], rows: [] }
    const counts = { of: 'channel', codes: ['post', 'phone'] } as const
    const links = linksOfTable(YEAR, { ...table, counts })
    expect(
      links.map((row) => row.map(({ query }) => [query?.['channel'], query?.['answer']])),
    ).toEqual(
      [['post'], ['phone']].map((channel) =>
        [undefined, 'answered', 'late'].map((answer) => [channel, answer]),
      ),
    )
    expect(linksOfTable(YEAR, table)).toEqual([])
  })
})

describe('the days of a month', () => {
  it.each([
    ['2026-02', YEAR, '2026-02-01', '2026-02-28'],
    ['2028-02', { from: '2028-01-01', to: '2028-12-31' }, '2028-02-01', '2028-02-29'],
    ['2026-12', YEAR, '2026-12-01', '2026-12-31'],
    // The first and the last month of a period that begins or ends within them.
    ['2026-03', { from: '2026-03-10', to: '2026-05-05' }, '2026-03-10', '2026-03-31'],
    ['2026-05', { from: '2026-03-10', to: '2026-05-05' }, '2026-05-01', '2026-05-05'],
  ] as const)('%s within %j', (month, period, from, to) => {
    expect(daysOfMonth(month, period)).toEqual({ from, to })
  })
})
