import { computed, shallowRef, type ComputedRef } from 'vue'

import { movePlace, onForgetPlaces } from '../kit/table/list-places.ts'

/** The list a case was opened from. */
export type Trail = Readonly<{
  /** Its name among the places of lists, and its address. */
  list: string
  address: string
  /** The cases it shows, in its order, as they are now. */
  ids: () => readonly string[]
  /** Whether there are more of them than are shown, and what reads them. */
  hasMore: () => boolean
  more: () => Promise<void>
}>

const trail = shallowRef<Trail | null>(null)
onForgetPlaces(() => (trail.value = null))

/** Notes from which list somebody goes to a case. */
export function leaveTrail(next: Trail): void {
  trail.value = next
}

/** Somebody goes from a page to what it opens: the trail of another list leads there no more. */
export function enterFrom(address: string): void {
  if (trail.value?.address !== address) trail.value = null
}

export type Neighbours = Readonly<{
  /** Where the list is, for the way back; null when the case was not opened from one. */
  address: ComputedRef<string | null>
  before: ComputedRef<string | null>
  hasAfter: ComputedRef<boolean>
  /** The case after this one, read from the list where it is not yet; null at the end. */
  readAfter: () => Promise<string | null>
  /** Notes that another case of the list is read now: the way back leads to its row. */
  moved: (id: string) => void
}>

/** The cases before and after one in the list it was opened from. */
export function useNeighbours(id: () => string): Neighbours {
  const ids = computed(() => trail.value?.ids() ?? [])
  const at = computed(() => ids.value.indexOf(id()))
  const before = computed(() => (at.value < 1 ? null : (ids.value[at.value - 1] ?? null)))
  const after = computed(() => (at.value < 0 ? null : (ids.value[at.value + 1] ?? null)))

  const hasAfter = computed(
    () => after.value !== null || (at.value >= 0 && trail.value?.hasMore() === true),
  )

  async function readAfter(): Promise<string | null> {
    if (after.value === null && hasAfter.value) await trail.value?.more()
    return after.value
  }

  return {
    address: computed(() => trail.value?.address ?? null),
    before,
    hasAfter,
    readAfter,
    moved(next) {
      if (trail.value !== null) movePlace(trail.value.list, next)
    },
  }
}
