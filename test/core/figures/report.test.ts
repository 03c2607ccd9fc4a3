import { describe, expect, it } from 'vitest'

import { DIMENSIONS, type PeriodCounts } from '#core/figures/model.ts'
import { periodFigures } from '#core/figures/period.ts'
import { reportDocument } from '#core/figures/report.ts'
import { figureTables, listTable } from '#core/figures/tables.ts'
import { FIGURE_WORDS } from '#core/figures/words.ts'
import { EXPORT_COLUMNS } from '#core/figures/list-export.ts'
import { readable, type Cell } from '#core/figures/cell.ts'
import { DEADLINE_RULES } from '#core/deadlines/rule-table.ts'
import { documentText } from '#core/letters/page.ts'
import { complaint } from '../case/case-facts.ts'
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
  duties: [
    { rule: 'T-UNHEARD', met: 0, missed: 0, running: 1, overdue: 0 },
    { rule: 'T-DSR-ACK', met: 4, missed: 3, running: 2, overdue: 8 },
    { rule: 'T-POL-30', met: 6, missed: 1, running: 1, overdue: 1 },
  ],
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
    expect(tables).toHaveLength(3 + DIMENSIONS.length)
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

  it('every duty has its row, as the rules are in order, with how it stands', () => {
    const table = tables.find(({ name }) => name === words.duties.title)
    const name = (code: string) =>
      DEADLINE_RULES.find((rule) => rule.code === code)?.name[language] ?? code
    expect(table?.rows).toEqual([
      ['T-UNHEARD', 0, 0, 0, 1],
      [name('T-POL-30'), 6, 1, 1, 1],
      [name('T-DSR-ACK'), 4, 3, 8, 2],
    ])
    expect(table?.counts).toEqual({ of: 'duty', codes: ['T-UNHEARD', 'T-POL-30', 'T-DSR-ACK'] })
  })

  it.each([
    ['T-DSR-ACK', '2026-11-24T17:00:00.000Z', { day: '2026-11-24' }],
    ['T-BR-72', '2026-11-24T07:05:00.000Z', '2026-11-24 14:05'],
    ['T-UNHEARD', '2026-11-24T17:00:00.000Z', { day: '2026-11-24' }],
    [null, null, ''],
  ] as const)('a list names the duty %s, with its day or hour', (dueRule, dueAt, end) => {
    const { complainant } = complaint
    const due = { dueRule, dueAt, dueOn: '2026-11-24' }
    const row = {
      ...complaint,
      ...due,
      complainantName: complainant.fullName,
      identity: 'clear' as const,
    }
    const [cells] = listTable([row], ['duty', 'dueDay'], NAMES, language).rows
    const known = DEADLINE_RULES.find(({ code }) => code === dueRule)
    expect(cells).toEqual([known?.name[language] ?? dueRule ?? '', end])
  })

  it('a list has the columns asked for, in their order', () => {
    const table = listTable([], EXPORT_COLUMNS.toReversed(), NAMES, language)
    expect(table.heads).toEqual(EXPORT_COLUMNS.toReversed().map((column) => words.columns[column]))
  })
})
