/** One column of a {@link DataTable}. Cells come from the slot `cell-<key>`, or from `text`. */
export type Column<Row> = Readonly<{
  key: string
  title: string
  /** CSS width, e.g. `120px`; columns without share what is left. */
  width?: string
  text?: (row: Row) => string
  mono?: boolean
  align?: 'start' | 'end'
  /** The order this column asks for when its head is pressed; without it the head is plain. */
  sort?: string
  /** Title for a column whose head shows nothing. */
  hideTitle?: boolean
}>

/** The order a table is in, by the `sort` of a column. */
export type TableSort = Readonly<{ by: string; descending: boolean }>

/** More rows than this are not all in the page at once. */
export const MANY_ROWS = 200

/** Rows kept ready above and below those in view. */
const OVERSCAN_ROWS = 20

/** Rows drawn of many while the height of one is not known. */
const FIRST_ROWS = 40

/**
 * Which rows of many are in the page: those in view with some to spare. `height` of a row and the others in CSS
 * pixels; while it is 0, not known, the first few.
 */
export function rowsInView(
  view: Readonly<{ top: number; size: number; height: number; count: number }>,
): Readonly<{ from: number; to: number }> {
  const { top, size, height, count } = view
  if (count <= MANY_ROWS) return { from: 0, to: count }
  if (height <= 0) return { from: 0, to: FIRST_ROWS }
  const first = Math.floor(top / height) - OVERSCAN_ROWS
  const last = Math.ceil((top + size) / height) + OVERSCAN_ROWS
  const from = Math.max(0, Math.min(first, count - 1))
  return { from, to: Math.max(from, Math.min(last, count)) }
}
