import { computed, onBeforeUnmount, onMounted, shallowRef, type ComputedRef } from 'vue'

/** Goes to what comes next on the page: opens the block of that act, or puts the focus on its button. */
type Go = () => unknown

/** The parts of the page that know what comes next; the newest counts. */
const known = shallowRef<readonly (() => Go | null)[]>([])

/** Says what comes next while the component is on screen; null while there is nothing. */
export function useNextActTarget(target: () => Go | null): void {
  onMounted(() => (known.value = [...known.value, target]))
  onBeforeUnmount(() => (known.value = known.value.filter((each) => each !== target)))
}

/** What Ctrl/⌘ J goes to, for the key and the palette; null where nothing comes next. */
export function useNextAct(): ComputedRef<Go | null> {
  return computed(() => known.value.at(-1)?.() ?? null)
}
