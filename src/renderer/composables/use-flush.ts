import { onBeforeUnmount } from 'vue'

/** Every form on the screen that may hold something not yet kept. */
const open = new Set<() => Promise<unknown>>()

/**
 * Has what is half typed in a form kept whenever the page may be gone the next moment: it is hidden, its window
 * closes, everybody is signed out. A form that is left keeps it by itself.
 */
export function useFlush(keep: () => Promise<unknown>): void {
  function onHide(): void {
    if (document.visibilityState === 'hidden') void keep()
  }
  open.add(keep)
  document.addEventListener('visibilitychange', onHide)
  onBeforeUnmount(() => {
    open.delete(keep)
    document.removeEventListener('visibilitychange', onHide)
  })
}

/** Resolves when every open form has kept what it could; never rejects, a form that cannot says so itself. */
export async function flushAll(): Promise<void> {
  await Promise.allSettled([...open].map((keep) => keep()))
}
