import type { Database as SqliteHandle } from 'better-sqlite3-multiple-ciphers'

/** A row as SQLite holds it, by column. */
export type Row = Readonly<Record<string, unknown>>

export type ReadableRows = Readonly<{
  rows: readonly Row[]
  /** Whether that is all of the table: no page of it was passed over. */
  complete: boolean
}>

/** No table has a row with a higher number of its own. */
const FARTHEST_ROW = 2 ** 40

/**
 * Every row of a table that can still be read, whichever of its pages are damaged: behind a page that cannot be read the
 * next one that can is looked for. A table whose rows have no numbers of their own is read up to the first damaged page.
 * `table` is a name of the schema. Never raises for a damaged page.
 */
export function readableRows(handle: SqliteHandle, table: string): ReadableRows {
  const numbered = hasRowNumbers(handle, table)
  const all = numbered
    ? `SELECT rowid AS "#", * FROM "${table}" NOT INDEXED WHERE rowid > ? ORDER BY rowid`
    : `SELECT 0 AS "#", * FROM "${table}" WHERE 0 <= ?`
  const rows: Row[] = []
  let last = 0
  for (let complete = true; ; complete = false) {
    try {
      for (const { '#': number, ...row } of handle.prepare<[number], Row>(all).iterate(last)) {
        rows.push(row)
        last = Number(number)
      }
      return { rows, complete }
    } catch {
      const next = numbered ? behindDamage(handle, `${all} LIMIT 1`, last) : null
      if (next === null) return { rows, complete: false }
      last = next
    }
  }
}

function hasRowNumbers(handle: SqliteHandle, table: string): boolean {
  const withoutRowid = handle
    .prepare<[string], number>('SELECT wr FROM pragma_table_list WHERE name = ?')
    .pluck()
    .get(table)
  return withoutRowid === 0
}

/** The lowest number found behind which a row can be read again; null when there is none. */
function behindDamage(handle: SqliteHandle, first: string, last: number): number | null {
  const reads = (number: number): boolean => {
    try {
      handle.prepare<[number], Row>(first).get(number)
      return true
    } catch {
      return false
    }
  }
  let step = 1
  while (!reads(last + step)) {
    step *= 2
    if (step > FARTHEST_ROW) return null
  }
  // Between the last that failed and the first that did not: no row that can be read is passed over.
  let fails = last + Math.floor(step / 2)
  let works = last + step
  while (works - fails > 1) {
    const middle = Math.floor((fails + works) / 2)
    if (reads(middle)) works = middle
    else fails = middle
  }
  return works
}
