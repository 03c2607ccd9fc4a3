import { describe, expect, it } from 'vitest'

import { DIMENSIONS, type PeriodCounts } from '#core/figures/model.ts'
import { periodFigures } from '#core/figures/period.ts'
import { reportDocument } from '#core/figures/report.ts'
import { figureTables, listTable } from '#core/figures/tables.ts'
import { FIGURE_WORDS } from '#core/figures/words.ts'
import { EXPORT_COLUMNS } from '#core/figures/list-export.ts'
import { readable, type Cell } from '#core/figures/cell.ts'
import { documentText } from '#core/letters/page.ts'
import { firm, settings } from '../letters/letter-facts.ts'

const NAMES = { people: [], firms: [firm], settings }
const VALUES = {
  channel: 'phone',
  site: 'ledu',
  severity: 'high',
  outcome: 'upheld',
  category: 'KN-01',
  clause: '1.1',
  cause: 'NN-01',
  contributing: 'NN-06',
  firm: firm.id,
  lateReason: 'staff',
} as const
/** As a figure stands on paper; a sum of money is grouped as each language does. */
function printed(cell: Cell, language: 'vi' | 'en'): string {
  if (cell === 1_500_000) return language === 'vi' ? '1.500.000' : '1,500,000'
  return String(readable(cell))
}
const group = (code: string) => [{ code, received: 9, answered: 7, late: 1 }]
const COUNTS: PeriodCounts = {
  received: 9,
  running: 2,
  overdue: 1,
  ended: 0,
  reviews: 2,
  reviewsConfirmed: 1,
  reviewsReplaced: 0,
  answers: [{ days: 12, late: false, count: 7 }],
  again: 3,
  sentOn: 0,
  compensations: 2,
  compensationAmount: 1_500_000,
  months: [{ month: '2026-11', received: 9, answered: 7 }],
  by: {
    channel: group('phone'),
    site: group('ledu'),
    severity: group('high'),
    outcome: group('upheld'),
    category: group('KN-01'),
    clause: group('1.1'),
    cause: group('NN-01'),
    contributing: group('NN-06'),
    firm: group(firm.id),
    lateReason: group('staff'),
  },
}
const FIGURES = periodFigures('2026-11-01', '2026-11-30', COUNTS)

describe.each(['vi', 'en'] as const)('in %s', (language) => {
  const words = FIGURE_WORDS[language]
  const tables = figureTables(FIGURES, NAMES, language)

  it('every dimension has its table, and no code stands where a name is known', () => {
    expect(tables).toHaveLength(2 + DIMENSIONS.length)
    for (const dimension of DIMENSIONS) {
      const table = tables.find(({ name }) => name === words.dimension[dimension])
      expect(table?.rows, dimension).toHaveLength(1)
      expect(table?.rows[0]?.[0], dimension).not.toBe(VALUES[dimension])
      expect(table?.rows[0]?.slice(1), dimension).toEqual([9, 7, 1])
    }
  })

  it('a value nobody knows is shown as itself, and a dimension without any is left out', () => {
    const by = { ...COUNTS.by, cause: group('NN-unheard-of'), firm: [] }
    const other = figureTables(periodFigures('a', 'b', { ...COUNTS, by }), NAMES, language)
    expect(JSON.stringify(other)).toContain('NN-unheard-of')
    expect(other).toHaveLength(tables.length - 1)
  })

  it('the report says what the tables say, on the paper of the board', () => {
    const options = { language, at: '2026-12-01T02:00:00.000Z', logo: null }
    const report = reportDocument(FIGURES, NAMES, options)
    const text = documentText(report).join('\n')
    for (const table of tables) {
      for (const cell of [...table.heads, ...table.rows.flat()])
        expect(text).toContain(printed(cell, language))
    }
    expect(text).toContain('01/11/2026')
    expect(report).toMatchObject({ number: null, symbol: 'BC-BQT', date: '2026-12-01' })
    expect(report.signature.name).toBe(settings.letters.signatoryName)
  })

  it('the report is signed in its language', () => {
    const options = { language, at: '2026-12-01T02:00:00.000Z', logo: null }
    const { issuer, signature } = reportDocument(FIGURES, NAMES, options)
    expect([issuer.name, signature.authority, signature.title]).toEqual(
      language === 'vi'
        ? ['Ban quản trị website', 'TM. BAN QUẢN TRỊ WEBSITE', 'TRƯỞNG BAN']
        : ['Website Management Board', 'FOR THE WEBSITE MANAGEMENT BOARD', 'HEAD OF THE BOARD'],
    )
  })

  it('a list has the columns asked for, in their order', () => {
    const table = listTable([], EXPORT_COLUMNS.toReversed(), NAMES, language)
    expect(table.heads).toEqual(EXPORT_COLUMNS.toReversed().map((column) => words.columns[column]))
  })
})
