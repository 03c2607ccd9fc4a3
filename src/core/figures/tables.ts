import type { Firm } from '../firms/model.ts'
import { DUTY_STANDINGS } from '../complaints/model.ts'
import { LATE_REASON_TERMS } from '../deadlines/late.ts'
import type { Person } from '../people/model.ts'
import { vietnamDate, vietnamTime } from '../kernel/calendar.ts'
import { dutyName, isInHours, rulesOf } from '../settings/clock-table.ts'
import type { Settings } from '../settings/model.ts'
import { CATEGORIES } from '../taxonomies/categories.ts'
import { CAUSES } from '../taxonomies/causes.ts'
import { CLAUSES } from '../taxonomies/clauses.ts'
import { nameOf, type Language } from '../taxonomies/term.ts'
import { dayCell, type Cell } from './cell.ts'
import type { ExportColumn, ExportRow } from './list-export.ts'
import { COUNTED_FIGURES } from './lists.ts'
import { DIMENSIONS, type Dimension, type PeriodFigures } from './model.ts'
import { FIGURE_WORDS } from './words.ts'

/** A table that leaves the program. */
export type FigureTable = Readonly<{
  name: string
  heads: readonly string[]
  rows: readonly (readonly Cell[])[]
  /** What each row counts, where complaints are counted by something. */
  counts?: Readonly<{ of: Dimension | 'month' | 'duty'; codes: readonly string[] }>
}>

/** Who and what the codes in figures stand for. */
export type Names = Readonly<{
  people: readonly Pick<Person, 'id' | 'fullName'>[]
  firms: readonly Pick<Firm, 'id' | 'name'>[]
  settings: Pick<Settings, 'sites' | 'rules'>
}>

/** A work list as a table, with the columns somebody chose in their order. */
export function listTable(
  rows: readonly ExportRow[],
  columns: readonly ExportColumn[],
  names: Names,
  language: Language,
): FigureTable {
  const words = FIGURE_WORDS[language]
  return {
    name: words.list,
    heads: columns.map((column) => words.columns[column]),
    rows: rows.map((row) => columns.map((column) => cellOf(row, column, names, language))),
  }
}

function cellOf(row: ExportRow, column: ExportColumn, names: Names, language: Language): Cell {
  const words = FIGURE_WORDS[language]
  switch (column) {
    case 'code':
      return row.code
    case 'status':
      return words.status[row.status]
    case 'received':
      return dayCell(row.receivedOn)
    case 'due':
      return dayCell(row.dueAt === null ? null : row.dueOn)
    case 'duty':
      return row.dueRule === null ? '' : dutyName(names.settings, row.dueRule, language)
    case 'dueDay':
      return endCell(row, names.settings)
    case 'name':
      return row.identity === 'covered' ? words.coveredName : row.complainantName
    case 'subject':
      return row.subject
    case 'stage':
      return words.stage[row.stage]
    case 'severity':
      return words.severity[row.severity]
    case 'assignee':
      return names.people.find(({ id }) => id === row.assigneeId)?.fullName ?? words.nobody
    case 'channel':
      return words.channel[row.channel]
    case 'site':
      return names.settings.sites.find(({ id }) => id === row.site)?.name ?? row.site
    case 'outcome':
      return row.outcome === null ? '' : words.outcome[row.outcome]
  }
}

/** The day a duty ends; of a limit in hours the moment, in Vietnam, as a text that sorts. */
function endCell({ dueAt, dueOn, dueRule }: ExportRow, settings: Names['settings']): Cell {
  if (dueAt === null || dueRule === null) return ''
  return isInHours(settings, dueRule)
    ? `${vietnamDate(dueAt)} ${vietnamTime(dueAt)}`
    : dayCell(dueOn)
}

const OVERVIEW = [...COUNTED_FIGURES, 'compensationAmount', 'medianDays', 'p90Days'] as const

/** The figures of a period as tables: the overview, the months, the duties by kind, and one for each dimension with anything in it. */
export function figureTables(
  figures: PeriodFigures,
  names: Names,
  language: Language,
): readonly FigureTable[] {
  const words = FIGURE_WORDS[language]
  const { received, answered, late } = words.figures
  const overview: FigureTable = {
    name: words.report.overview,
    heads: [words.report.figure, words.report.value],
    rows: OVERVIEW.map((figure) => [words.figures[figure], figures[figure] ?? '–']),
  }
  const months: FigureTable = {
    name: words.report.months,
    heads: [words.report.month, received, answered],
    rows: figures.months.map((each) => [
      `${each.month.slice(5)}/${each.month.slice(0, 4)}`,
      each.received,
      each.answered,
    ]),
    counts: { of: 'month', codes: figures.months.map(({ month }) => month) },
  }
  const order = rulesOf(names.settings).map(({ code }) => code)
  const duties = figures.duties.toSorted(
    (one, other) => order.indexOf(one.rule) - order.indexOf(other.rule),
  )
  const byDuty: FigureTable = {
    name: words.duties.title,
    heads: [words.duties.duty, ...DUTY_STANDINGS.map((each) => words.duties[each])],
    rows: duties.map((duty) => [
      dutyName(names.settings, duty.rule, language),
      ...DUTY_STANDINGS.map((each) => duty[each]),
    ]),
    counts: { of: 'duty', codes: duties.map(({ rule }) => rule) },
  }
  const groups = DIMENSIONS.map((dimension): FigureTable => ({
    name: words.dimension[dimension],
    heads: [words.dimension[dimension], received, answered, late],
    rows: figures.by[dimension].map((group) => [
      valueName(dimension, group.code, names, language),
      group.received,
      group.answered,
      group.late,
    ]),
    counts: { of: dimension, codes: figures.by[dimension].map(({ code }) => code) },
  }))
  return [overview, months, byDuty, ...groups].filter(({ rows }) => rows.length > 0)
}

/** What a value of a dimension is called; a code nobody knows is shown as itself, never hidden. */
export function valueName(
  dimension: Dimension,
  code: string,
  names: Names,
  language: Language,
): string {
  const words = FIGURE_WORDS[language]
  const known = (table: Readonly<Record<string, string>>): string => table[code] ?? code
  switch (dimension) {
    case 'channel':
      return known(words.channel)
    case 'severity':
      return known(words.severity)
    case 'outcome':
      return known(words.outcome)
    case 'site':
      return names.settings.sites.find(({ id }) => id === code)?.name ?? code
    case 'category':
      return nameOf(CATEGORIES, code, language)
    case 'clause':
      return `${code} ${nameOf(CLAUSES, code, language)}`
    case 'cause':
    case 'contributing':
      return nameOf(CAUSES, code, language)
    case 'lateReason':
      return nameOf(LATE_REASON_TERMS, code, language)
    case 'firm':
      return names.firms.find(({ id }) => id === code)?.name ?? code
  }
}
