import { onBeforeUnmount, onMounted } from 'vue'

import { call } from '../../api.ts'

/** Told no more often than this; well within the minutes after which a session is locked. In milliseconds. */
const MIN_INTERVAL_MS = 30_000

/** What somebody at the window does. Capturing, since a list that scrolls keeps its scrolling to itself. */
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'scroll'] as const

/**
 * Tells the core that somebody is here, which puts off the idle lock: reading and typing reach the core by nothing
 * else, and what a window fetches by itself must not count.
 */
export function usePresence(
  tell: () => Promise<unknown> = () => call('session.present', {}),
): void {
  let notedAt = Date.now()

  function seen(): void {
    const now = Date.now()
    if (now - notedAt < MIN_INTERVAL_MS) return
    notedAt = now
    // Without an answer the next sign tells again; a session that is over shows itself.
    tell().catch(() => undefined)
  }

  const options = { capture: true, passive: true }
  onMounted(() => SIGNS.forEach((sign) => addEventListener(sign, seen, options)))
  onBeforeUnmount(() => SIGNS.forEach((sign) => removeEventListener(sign, seen, options)))
}
