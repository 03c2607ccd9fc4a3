import {
  computed,
  onBeforeUnmount,
  onMounted,
  reactive,
  watch,
  type ComputedRef,
  type Ref,
} from 'vue'

import { MANY_ROWS, rowsInView } from './data-table.ts'

export type RowsInView = Readonly<{
  /** Which rows are in the page. */
  range: ComputedRef<Readonly<{ from: number; to: number }>>
  /** Room for the rows above and below them, in CSS pixels. */
  above: ComputedRef<number>
  below: ComputedRef<number>
  /** Puts a row and those around it into the page with the next drawing, wherever the view is. */
  reach: (index: number) => void
}>

/**
 * Which of a table's rows are near the view, whether the table scrolls or the page around it. Of many rows a few are
 * drawn first: the height of one is known when one is there to be measured.
 */
export function useRowsInView(
  scroller: Readonly<Ref<HTMLElement | null>>,
  count: () => number,
): RowsInView {
  const view = reactive({ top: 0, size: 0, height: 0 })
  const range = computed(() => rowsInView({ ...view, count: count() }))

  /** Notes what is in view; a short table need not know. */
  function measure(): void {
    const box = scroller.value
    if (box === null || count() <= MANY_ROWS) return
    const { top, bottom } = box.getBoundingClientRect()
    view.top = box.scrollTop + Math.max(0, -top)
    view.size = Math.max(0, Math.min(bottom, window.innerHeight) - Math.max(top, 0))
    view.height = box.querySelector<HTMLElement>('tr[data-row]')?.offsetHeight ?? 0
  }

  function reach(index: number): void {
    const { from, to } = range.value
    if (index < from || index >= to) view.top = Math.max(0, index * view.height - view.size / 2)
  }

  watch(count, measure, { flush: 'post' })
  // A table that was hidden, or became taller, says so itself.
  const resized = new ResizeObserver(measure)
  watch(
    scroller,
    (box) => {
      resized.disconnect()
      if (box !== null) resized.observe(box)
    },
    { flush: 'post', immediate: true },
  )
  onMounted(() => {
    measure()
    window.addEventListener('resize', measure)
    // Scrolling does not bubble: on the way down the window hears of every box that scrolls.
    window.addEventListener('scroll', measure, { capture: true, passive: true })
  })
  onBeforeUnmount(() => {
    resized.disconnect()
    window.removeEventListener('resize', measure)
    window.removeEventListener('scroll', measure, { capture: true })
  })

  return {
    range,
    above: computed(() => range.value.from * view.height),
    below: computed(() => (count() - range.value.to) * view.height),
    reach,
  }
}
