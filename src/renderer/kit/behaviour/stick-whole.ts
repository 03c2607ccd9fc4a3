import { onBeforeUnmount, watch, type Ref } from 'vue'

/** Room left between what sticks and the edge of the page, in CSS pixels. */
const EDGE = 16

/**
 * Keeps a column beside a long page in sight without a scrollbar of its own: it sticks by its head under `below` while it
 * fits, and by its end where it is taller than the page, so that nothing of it is out of reach.
 */
export function useStickWhole(box: Readonly<Ref<HTMLElement | null>>, below = 0): void {
  function place(): void {
    const element = box.value
    const page = element?.closest('main') ?? null
    if (element === null || page === null) return
    const spare = page.clientHeight - element.offsetHeight - EDGE
    element.style.top = `${Math.min(below, spare)}px`
  }
  const resized = new ResizeObserver(place)
  watch(
    box,
    (element) => {
      resized.disconnect()
      if (element === null) return
      resized.observe(element)
      const page = element.closest('main')
      if (page !== null) resized.observe(page)
    },
    { flush: 'post', immediate: true },
  )
  onBeforeUnmount(() => resized.disconnect())
}
