import type { Instant } from '../kernel/calendar.ts'
import type { TailLoss } from './tail.ts'

/** A loss that was noticed and is on record; shown at sign-in until somebody responsible has taken note of it. */
export type Loss = TailLoss &
  Readonly<{
    id: string
    version: number
    foundAt: Instant
    /** When the copy was made that the board went back to; null when nobody went back to any. */
    restoredFrom: Instant | null
    acknowledgedBy: string | null
    acknowledgedAt: Instant | null
  }>
