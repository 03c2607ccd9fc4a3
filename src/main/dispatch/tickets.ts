import { randomBytes } from 'node:crypto'

import type { ShutCase } from '#core/conflicts/model.ts'
import type { FileContent } from '#shared/protocol/core-messages.ts'

/** What becomes of a file a window sends; it asks again who sits there. Its answer goes back to the window. */
export type Receiver = (bytes: Uint8Array) => Promise<unknown>

export type TicketContent = Readonly<
  | { kind: 'upload'; size: number; receive: Receiver }
  /** `shut`: the cases they were kept from who made the file. */
  | { kind: 'download'; file: FileContent; shut: readonly ShutCase[] }
>

/** One-time permissions to move the bytes of one file, each bound to the window that asked. */
export type Tickets = Readonly<{
  issue(windowId: string, content: TicketContent): string
  /** Hands the content over once; null when unknown, used, expired, or another window's. */
  redeem(windowId: string, ticket: string): TicketContent | null
  /** Forgets what a window has not used. */
  forget(windowId: string): void
}>

const LIFETIME_MS = 120_000
/** More than any window needs at once; keeps forgotten previews from piling up in memory. */
const MAX_PER_WINDOW = 16

type Entry = Readonly<{ windowId: string; content: TicketContent; expiresAt: number }>

export function createTickets(now: () => number = Date.now): Tickets {
  const entries = new Map<string, Entry>()

  function sweep(windowId: string): void {
    const mine: string[] = []
    for (const [ticket, entry] of entries) {
      if (entry.expiresAt <= now()) entries.delete(ticket)
      else if (entry.windowId === windowId) mine.push(ticket)
    }
    for (const ticket of mine.slice(0, Math.max(0, mine.length - MAX_PER_WINDOW + 1))) {
      entries.delete(ticket)
    }
  }

  return {
    issue(windowId, content) {
      sweep(windowId)
      const ticket = randomBytes(32).toString('base64url')
      entries.set(ticket, { windowId, content, expiresAt: now() + LIFETIME_MS })
      return ticket
    },
    redeem(windowId, ticket) {
      const entry = entries.get(ticket)
      if (entry === undefined || entry.windowId !== windowId) return null
      entries.delete(ticket)
      return entry.expiresAt > now() ? entry.content : null
    },
    forget(windowId) {
      for (const [ticket, entry] of entries) {
        if (entry.windowId === windowId) entries.delete(ticket)
      }
    },
  }
}
