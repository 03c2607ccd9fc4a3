import { formatDate, type LocalDate } from '../kernel/calendar.ts'

/** A day in a table: a date in a workbook, to be sorted and filtered by, and ISO 8601 in CSV, where no program turns it round. */
export type DayCell = Readonly<{ day: LocalDate }>

/** What stands in a table that leaves the program: a text, a number to be counted with, or a day; never a formula. */
export type Cell = string | number | DayCell

/** Empty for what is not there. */
export function dayCell(day: LocalDate | null): Cell {
  return day === null ? '' : { day }
}

/** A cell as people read it, on the screen and on paper. */
export function readable(cell: Cell): string | number {
  return typeof cell === 'object' ? formatDate(cell.day) : cell
}
