import type { LostNumber } from '../audit/numbers.ts'
import { vietnamDate } from '../kernel/calendar.ts'
import { seriesNameOf } from '../kernel/series.ts'
import type { Language } from '../taxonomies/term.ts'
import { dayCell } from './cell.ts'
import type { FigureTable } from './tables.ts'
import { FIGURE_WORDS } from './words.ts'

/** The codes of complaints a list goes without although they were given out, each with the reason; none for none. */
export function lostCodesTable(
  numbers: readonly LostNumber[],
  language: Language,
): readonly FigureTable[] {
  const { title, code, reason, found } = FIGURE_WORDS[language].lost
  const lost = numbers.filter(({ series }) => seriesNameOf(series)?.of === 'complaint')
  if (lost.length === 0) return []
  const rows = lost.map(({ written, lostAt }) => [
    ...[written, dayCell(vietnamDate(lostAt)), reason],
  ])
  return [{ name: title, heads: [code, found, ''], rows }]
}
