/** One column of a {@link DataTable}. Cells come from the slot `cell-<key>`, or from `text`. */
export type Column<Row> = Readonly<{
  key: string
  title: string
  /** CSS width, e.g. `120px`; columns without share what is left. */
  width?: string
  text?: (row: Row) => string
  mono?: boolean
  align?: 'start' | 'end'
  /** Title for a column whose head shows nothing. */
  hideTitle?: boolean
}>
