import { nextTick, onBeforeUnmount, watch, type Ref } from 'vue'

import { keepPlace, takePlace } from './list-places.ts'

/**
 * Keeps where somebody was in a table while it is away, and brings them back to it with the first rows: the row with the
 * focus, the scroll, what was chosen. When that row has left the list meanwhile, the one in its place has the focus. Whoever
 * has just come to the page, and has gone nowhere in it yet, begins at the first row.
 */
export function useListPlace(table: {
  /** The name of the list; without one nothing is kept. */
  name: () => string | undefined
  scroller: Readonly<Ref<HTMLElement | null>>
  /** The keys of the rows there are. */
  keys: () => readonly string[]
  focused: Ref<number>
  selected: Ref<readonly string[]>
  focusRow: (index: number) => Promise<void>
}): void {
  const { name, scroller, keys, focused, selected, focusRow } = table

  async function goBack(): Promise<void> {
    const list = name()
    const place = list === undefined ? null : takePlace(list)
    if (place === null) {
      if (list !== undefined && document.activeElement?.matches('main')) await focusRow(0)
      return
    }
    const shown = keys()
    selected.value = place.selected.filter((key) => shown.includes(key))
    await nextTick()
    const box = scroller.value
    if (box === null) return
    box.scrollTop = place.scrolled
    const page = box.closest('main')
    if (page !== null) page.scrollTop = place.pageScrolled
    const at = place.row === null ? -1 : shown.indexOf(place.row)
    await focusRow(at < 0 ? Math.min(place.index, shown.length - 1) : at)
  }

  // Once: the first rows that are there.
  const stop = watch(
    () => keys().length > 0,
    (hasRows) => {
      if (!hasRows) return
      void nextTick(() => stop())
      void goBack()
    },
    { immediate: true, flush: 'post' },
  )

  onBeforeUnmount(() => {
    const list = name()
    const box = scroller.value
    if (list === undefined || box === null) return
    keepPlace(list, {
      row: keys()[focused.value] ?? null,
      index: focused.value,
      scrolled: box.scrollTop,
      pageScrolled: box.closest('main')?.scrollTop ?? 0,
      selected: selected.value,
    })
  })
}
