import { stringify } from 'csv-stringify/sync'
import writeExcelFile from 'write-excel-file/node'

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
 * CSV is UTF-8 with a byte order mark and CRLF, as Excel reads it.
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
    ...table.rows.map((row) => [...row]),
  ])
  const text = stringify(rows, { bom: true, escape_formulas: true, record_delimiter: 'windows' })
  return new TextEncoder().encode(text)
}

async function workbook(tables: readonly FigureTable[]): Promise<Uint8Array> {
  const sheets = tables.map(({ name, heads, rows }, at) => ({
    sheet: `${at + 1} ${name.replace(SHEET_NAME, ' ')}`.slice(0, 31).trim(),
    stickyRowsCount: 1,
    columns: heads.map((_head, column) => ({ width: widthOf(column, heads, rows) })),
    data: [
      heads.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
      ...rows.map((row) =>
        row.map((value) =>
          typeof value === 'number' ? { value, type: Number } : { value, type: String },
        ),
      ),
    ],
  }))
  return new Uint8Array(await writeExcelFile(sheets).toBuffer())
}

/** Wide enough for what stands in the column, within reason. In characters. */
function widthOf(column: number, heads: readonly string[], rows: FigureTable['rows']): number {
  const lengths = [heads, ...rows.slice(0, 200)].map((row) => String(row[column] ?? '').length)
  return Math.min(60, Math.max(8, ...lengths) + 2)
}
