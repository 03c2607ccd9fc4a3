import { onBeforeUnmount, readonly, ref, type Ref } from 'vue'

/** Whether the window is at least so many CSS pixels wide, as it changes. */
export function useWide(pixels: number): Readonly<Ref<boolean>> {
  const query = window.matchMedia(`(min-width: ${pixels}px)`)
  const wide = ref(query.matches)
  const follow = (event: MediaQueryListEvent): void => {
    wide.value = event.matches
  }
  query.addEventListener('change', follow)
  onBeforeUnmount(() => query.removeEventListener('change', follow))
  return readonly(wide)
}
