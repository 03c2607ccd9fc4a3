import type { AuditEntry } from '../audit/model.ts'
import type { Instant } from '../kernel/calendar.ts'

/** Why the second place does not have what the board has. */
export const PLACE_PROBLEMS = [
  /** The folder cannot be reached: a drive pulled out, a share that does not answer. */
  'gone',
  'full',
  'readOnly',
  /** It takes longer than the work to be carried over. */
  'slow',
  /** What lies there is of another board, or of nobody known. */
  'anotherBoard',
  /** Another program of this board writes into it. */
  'inUse',
  'failed',
] as const
export type PlaceProblem = (typeof PLACE_PROBLEMS)[number]

/** The second place of a board as it stands. */
export type PlaceState = Readonly<{
  folder: string
  /** On the very disk the board is on: it would be lost with it. */
  sameDisk: boolean
  /** Whether a whole board lies there, to be brought back. */
  whole: boolean
  /** When it last had everything that was recorded; null when never since the program began. */
  levelAt: Instant | null
  /** The last entry of the journal that is there. */
  lastEntry: Readonly<{ sequence: number; at: Instant }> | null
  /** Since when something recorded is not there; null while nothing is missing. */
  behindSince: Instant | null
  problem: PlaceProblem | null
}>

/** What is lost with the disk is at most so much work; once it is more, everybody who can do something about it is told. */
export const PLACE_PROMISE_SECONDS = 60

/** Whether less is there than was promised. */
export function isPlaceBehind({ behindSince }: PlaceState, now: Instant): boolean {
  if (behindSince === null) return false
  return Date.parse(now) - Date.parse(behindSince) > PLACE_PROMISE_SECONDS * 1000
}

/** A place that was chosen (`sameDisk`, `cloud`: what it is), or given up. The folder itself names people; it is not on record. */
export function placeEntry(
  chosen: Readonly<{ sameDisk: boolean; cloud: boolean }> | null,
): AuditEntry {
  const entry = { entity: 'settings', entityId: 'secondPlace' } as const
  if (chosen === null) return { ...entry, action: 'secondPlace.left' }
  return {
    ...entry,
    action: 'secondPlace.chosen',
    changes: Object.entries(chosen).map(([field, to]) => ({ field, from: null, to })),
  }
}
