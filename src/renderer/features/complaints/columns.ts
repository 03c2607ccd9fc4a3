import { EXPORT_COLUMNS, type ExportColumn } from '#core/figures/list-export.ts'
import type { ListSort } from '#core/complaints/model.ts'
import type { LocationQuery } from 'vue-router'

/** What the list shows unless somebody chose otherwise. */
export const USUAL_COLUMNS: readonly ExportColumn[] = [
  'code',
  'due',
  'name',
  'subject',
  'stage',
  'assignee',
  'severity',
  'received',
]

/** The order each column can ask for. */
export const SORT_OF_COLUMN: Readonly<Partial<Record<ExportColumn, ListSort>>> = {
  code: 'code',
  due: 'due',
  duty: 'due',
  dueDay: 'due',
  received: 'received',
  severity: 'severity',
  stage: 'stage',
  assignee: 'assignee',
}

/** The columns an address names, in its order; the usual ones when it names none that there are. */
export function columnsOfQuery(query: LocationQuery): readonly ExportColumn[] {
  const value = query['columns']
  const named = (typeof value === 'string' ? value : '').split(',')
  const known = named.flatMap((name) => EXPORT_COLUMNS.filter((column) => column === name))
  const distinct = [...new Set(known)]
  return distinct.length === 0 ? USUAL_COLUMNS : distinct
}

/** What an address says of these columns: nothing for the usual ones. */
export function columnsParameter(columns: readonly ExportColumn[]): string | undefined {
  const text = columns.join(',')
  return text === USUAL_COLUMNS.join(',') || text === '' ? undefined : text
}

/** The column moved by so many places, within the list. */
export function moveColumn(
  columns: readonly ExportColumn[],
  column: ExportColumn,
  by: number,
): readonly ExportColumn[] {
  const from = columns.indexOf(column)
  if (from < 0) return columns
  const rest = columns.filter((each) => each !== column)
  const to = Math.max(0, Math.min(rest.length, from + by))
  return [...rest.slice(0, to), column, ...rest.slice(to)]
}
