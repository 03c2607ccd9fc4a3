import type { Instant } from '../kernel/calendar.ts'

/** A work list somebody comes back to: what it is narrowed to, its order and its columns, as its address says. */
export type SavedView = Readonly<{
  id: string
  version: number
  name: string
  /** The query of the list's address; the window reads from it only what it knows. */
  query: string
  ownerId: string
  /** Seen by everybody, not only by its owner. */
  shared: boolean
  createdAt: Instant
}>
