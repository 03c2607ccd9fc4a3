import { stringify } from 'csv-stringify/sync'
import writeExcelFile from 'write-excel-file/node'

import { readable, type Cell } from '#core/figures/cell.ts'
import type { ExportFormat } from '#core/figures/list-export.ts'
import type { FigureTable } from '#core/figures/tables.ts'

export const TABLE_MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
}

/** What Excel allows in the name of a sheet: 31 characters, none of these. */
const SHEET_NAME = /[\\/?*[\]:]/gu

/**
 * Tables as a workbook, a sheet each, or as one CSV file, one under the other. No cell starts a formula: in a
 * workbook texts are typed as text, in CSV an apostrophe stands before `=`, `+`, `-`, `@` (OWASP, CSV injection).
 * CSV is UTF-8 with a byte order mark and CRLF, as Excel reads it, its days are ISO 8601, which no language of Excel turns round, and an
 * apostrophe keeps what only looks like a number (a telephone number with its zero).
 */
export async function tableFile(
  tables: readonly FigureTable[],
  format: ExportFormat,
): Promise<Uint8Array> {
  return format === 'csv' ? csvFile(tables) : workbook(tables)
}

function csvFile(tables: readonly FigureTable[]): Uint8Array {
  const named = tables.length > 1
  const rows = tables.flatMap((table, at) => [
    ...(at > 0 ? [['']] : []),
    ...(named ? [[table.name]] : []),
    [...table.heads],
    ...table.rows.map((row) => row.map(inCsv)),
  ])
  const text = stringify(rows, { bom: true, escape_formulas: true, record_delimiter: 'windows' })
  return new TextEncoder().encode(text)
}

/** What a spreadsheet would take for a number and write otherwise: with a zero before it, with an exponent, or too long for one. */
const LOOKS_LIKE_NUMBER = /^(?:0\d+|\d+e\d+|\d{12,})$/iu

function inCsv(cell: Cell): string | number {
  if (typeof cell === 'object') return cell.day
  return typeof cell === 'string' && LOOKS_LIKE_NUMBER.test(cell.trim()) ? `'${cell}` : cell
}

async function workbook(tables: readonly FigureTable[]): Promise<Uint8Array> {
  const sheets = tables.map(({ name, heads, rows }, at) => ({
    sheet: `${at + 1} ${name.replace(SHEET_NAME, ' ')}`.slice(0, 31).trim(),
    stickyRowsCount: 1,
    columns: heads.map((_head, column) => ({ width: widthOf(column, heads, rows) })),
    data: [
      heads.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map(typedCell)),
    ],
  }))
  return new Uint8Array(await writeExcelFile(sheets).toBuffer())
}

/** A day is a moment of UTC to the library, which counts from that. */
function typedCell(cell: Cell) {
  if (typeof cell === 'number') return { value: cell, type: Number }
  if (typeof cell === 'string') return { value: cell, type: String }
  return { value: new Date(`${cell.day}T00:00:00.000Z`), type: Date, format: 'dd/mm/yyyy' }
}

/** Wide enough for what stands in the column, within reason. In characters. */
function widthOf(column: number, heads: readonly string[], rows: FigureTable['rows']): number {
  const lengths = [heads, ...rows.slice(0, 200)].map(
    (row) => String(readable(row[column] ?? '')).length,
  )
  return Math.min(60, Math.max(8, ...lengths) + 2)
}
