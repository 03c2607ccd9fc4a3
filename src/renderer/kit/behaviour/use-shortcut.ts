import { onBeforeUnmount, onMounted } from 'vue'

import { commitField } from './commit-field.ts'

/** Whether the event carries the platform's command key: ⌘ on a Mac, Ctrl elsewhere. */
export function hasCommandKey(event: KeyboardEvent): boolean {
  return isMac() ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey
}

/** `⌘K` or `Ctrl K`, for tooltips and `aria-keyshortcuts`. */
export function shortcutText(key: string): string {
  return isMac() ? `⌘${key}` : `Ctrl ${key}`
}

/**
 * Runs `act` on Ctrl/⌘ and the key while the component is on screen. `key` is compared without case:
 * `'k'`, `'Enter'`. The browser's own meaning of the key is suppressed; the field at hand takes in what was typed first.
 */
export function useShortcut(key: string, act: () => unknown): void {
  function onKey(event: KeyboardEvent): void {
    if (event.altKey || !hasCommandKey(event)) return
    if (event.key.toLowerCase() !== key.toLowerCase()) return
    // Also of a key held down: what the page leaves alone goes on to the menu bar, which would run it again.
    event.preventDefault()
    if (event.repeat) return
    commitField()
    act()
  }
  onMounted(() => window.addEventListener('keydown', onKey))
  onBeforeUnmount(() => window.removeEventListener('keydown', onKey))
}

function isMac(): boolean {
  return /Mac|iP(?:hone|ad)/.test(navigator.userAgent)
}
