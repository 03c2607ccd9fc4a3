import { vi } from 'vitest'

/**
 * Waits until the check no longer raises. `vi.waitFor` alone gives up after a second, which a busy machine may need for
 * nothing at all: here only what never comes ends the wait, before the test itself is ended.
 */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: 60_000 })
}
