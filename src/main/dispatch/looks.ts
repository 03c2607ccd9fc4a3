import type { AuditEntry } from '#core/audit/model.ts'
import type { SteadyClock } from './steady-clock.ts'

/** Minutes within which somebody looks at one thing again and it is one look: one entry of the record. */
export const LOOK_MINUTES = 30

/** Minutes without a search after which searching again is another search. */
export const SEARCH_PAUSE_MINUTES = 5

/** A look somebody took, to be put on record. */
export type Look = Readonly<{
  entry: AuditEntry
  /** What they look at: the same twice is one look. */
  of: string
  /** Whether it lasts as long as it is repeated, as typing into a search field does. */
  goesOn?: boolean
}>

/** What was looked at lately at each window. Forgotten with the window, so a new session looks anew. */
export type Looks = Readonly<{
  /** Whether such a look of this window is on record already. */
  isKnown(windowId: string, look: Look): boolean
  note(windowId: string, look: Look): void
  forget(windowId: string): void
}>

export function createLooks(clock: SteadyClock): Looks {
  const byWindow = new Map<string, Map<string, number>>()
  return {
    isKnown(windowId, { of, goesOn }) {
      const at = byWindow.get(windowId)?.get(of)
      const minutes = goesOn === true ? SEARCH_PAUSE_MINUTES : LOOK_MINUTES
      return at !== undefined && clock() - at < minutes * 60_000
    },
    note(windowId, { of }) {
      const looks = byWindow.get(windowId) ?? new Map<string, number>()
      byWindow.set(windowId, looks.set(of, clock()))
    },
    forget: (windowId) => void byWindow.delete(windowId),
  }
}
