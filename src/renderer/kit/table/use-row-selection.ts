import { computed, type ComputedRef, type Ref } from 'vue'

import { pickRange, togglePick, type RangeStart } from './row-range.ts'

export type RowSelection<Row> = Readonly<{
  chosen: ComputedRef<ReadonlySet<string>>
  allChosen: ComputedRef<boolean>
  someChosen: ComputedRef<boolean>
  mayChoose: (row: Row) => boolean
  /** Chooses a row or gives it back; with `range` all rows from the one last touched to this one. */
  pick: (row: Row, range: boolean) => void
  /** The focus walked from one row to another; with Shift it takes the rows it passes along. */
  walk: (from: Row | undefined, to: Row | undefined, range: boolean) => void
  /** Chooses every row shown, or none when all are. */
  pickAll: () => void
}>

/** Rows chosen in a table, one by one or as ranges, as in a mail program. */
export function useRowSelection<Row>(
  selected: Ref<readonly string[]>,
  table: Readonly<{
    rows: () => readonly Row[]
    key: (row: Row) => string
    choosable: (row: Row) => boolean
  }>,
): RowSelection<Row> {
  let start: RangeStart | null = null
  let mine: readonly string[] = []

  const keys = computed(() => table.rows().filter(table.choosable).map(table.key))
  const chosen = computed<ReadonlySet<string>>(() => new Set(selected.value))
  const allChosen = computed(
    () => keys.value.length > 0 && keys.value.every((key) => chosen.value.has(key)),
  )
  const someChosen = computed(() => keys.value.some((key) => chosen.value.has(key)))

  /** A range goes on only from rows still shown, and while nobody else changed the selection. */
  function begun(): RangeStart | null {
    const untouched =
      mine.length === selected.value.length && mine.every((key) => chosen.value.has(key))
    return start !== null && untouched && keys.value.includes(start.key) ? start : null
  }

  function take(selection: readonly string[]): void {
    selected.value = selection
    mine = selection
  }

  function pick(row: Row, range: boolean): void {
    if (!table.choosable(row)) return
    const key = table.key(row)
    const from = range ? begun() : null
    if (from !== null) {
      take(pickRange(from, keys.value, key))
      return
    }
    // A model that the parent holds still has its old value right after it was set.
    const base = togglePick(selected.value, key)
    take(base)
    start = { key, on: base.includes(key), base }
  }

  function walk(from: Row | undefined, to: Row | undefined, range: boolean): void {
    if (!range) {
      start = null
      return
    }
    const [first] = [from, to].filter((row) => row !== undefined).filter(table.choosable)
    if (first === undefined) return
    const before = begun()
    start = before ?? { key: table.key(first), on: true, base: selected.value }
    if (before === null) mine = selected.value
    // A row that cannot be chosen is walked over; the next one that can takes the range further.
    if (to !== undefined && table.choosable(to)) take(pickRange(start, keys.value, table.key(to)))
  }

  function pickAll(): void {
    start = null
    take(allChosen.value ? [] : keys.value)
  }

  return { chosen, allChosen, someChosen, mayChoose: table.choosable, pick, walk, pickAll }
}
