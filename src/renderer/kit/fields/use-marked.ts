import { computed, nextTick, ref, type ComputedRef, type Ref } from 'vue'

export type Marked<Item> = Readonly<{
  /** The place of the marked one. */
  at: Ref<number>
  /** What is marked; nothing in an empty list. */
  item: ComputedRef<Item | undefined>
  /** Marks the one so many further on, round at both ends, and brings it into view. */
  move: (step: number) => void
  /** Brings the marked one into view once it is drawn. */
  reveal: () => void
}>

/**
 * One of a list is marked while the focus stays in the field above it (the ARIA combobox pattern). `list` holds the
 * items as its children, in their order.
 */
export function useMarked<Item>(
  items: () => readonly Item[],
  list: Readonly<Ref<HTMLElement | null>>,
): Marked<Item> {
  const at = ref(0)

  function reveal(): void {
    void nextTick(() => list.value?.children[at.value]?.scrollIntoView({ block: 'nearest' }))
  }

  function move(step: number): void {
    const { length } = items()
    if (length > 0) at.value = (at.value + step + length) % length
    reveal()
  }

  return { at, item: computed(() => items()[at.value]), move, reveal }
}
