import type { Instant } from '../kernel/calendar.ts'

/** How the board and a complainant spoke with each other; `note` is not said to them, but kept for colleagues. */
export const ENTRY_KINDS = ['call', 'message', 'email', 'visit', 'note'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** Who turned to whom: `in` is the complainant to the board. */
export const DIRECTIONS = ['in', 'out'] as const
export type Direction = (typeof DIRECTIONS)[number]

/**
 * One entry of the contact log of a case: something said between the board and the complainant, or an internal note. It
 * states nothing of the case that a letter or a clock follows from.
 */
export type LogEntry = Readonly<{
  id: string
  complaintId: string
  version: number
  kind: EntryKind
  /** Null of a note alone. */
  direction: Direction | null
  /** When it was said; of a note when it was written. */
  happenedAt: Instant
  /** Who of the board spoke, or wrote the note. */
  spokenBy: string
  /** The number or address it went over, as told. */
  contact: string | null
  body: string
  /** The colleagues it names, by their ids. */
  mentions: readonly string[]
  /** Those of them who have not said yet that they read it. */
  unread: readonly string[]
  recordedBy: string
  recordedAt: Instant
  /** When it was last written on: put down, corrected or taken back. */
  changedAt: Instant
  /** Why it was taken back; it stays to be read. Null while it holds. */
  withdrawnReason: string | null
}>

/** What of an entry is told; the rest the program knows. */
export type EntryFacts = Pick<
  LogEntry,
  'kind' | 'direction' | 'happenedAt' | 'spokenBy' | 'contact' | 'body' | 'mentions'
>

/** An entry somebody is named in and has not read, for their first page of the day: nothing of what it says. */
export type Mention = Readonly<{
  id: string
  complaintId: string
  complaintCode: string
  kind: EntryKind
  recordedBy: string
  changedAt: Instant
}>

/** Whether an entry is for colleagues alone. */
export function isNote({ kind }: Pick<LogEntry, 'kind'>): boolean {
  return kind === 'note'
}

/** Whether an entry was taken back. */
export function isWithdrawn({ withdrawnReason }: Pick<LogEntry, 'withdrawnReason'>): boolean {
  return withdrawnReason !== null
}

/** What was said between the board and the complainant and holds: what of the log is theirs to have. */
export function spoken(log: readonly LogEntry[]): readonly LogEntry[] {
  return log.filter((entry) => !isNote(entry) && !isWithdrawn(entry))
}
