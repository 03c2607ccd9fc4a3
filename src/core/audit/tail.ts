import type { Instant } from '../kernel/calendar.ts'
import type { AuditHead } from './model.ts'

/**
 * A place of the journal as it is known outside the database. `branch` counts how often the journal went on from an
 * earlier place than the one recorded: what was recorded on an earlier branch is no longer ahead of anything.
 */
export type RecordedHead = AuditHead & Readonly<{ branch: number; at: Instant }>

/** What is missing of the journal, against what is known of it outside. */
export type TailLoss = Readonly<{
  /**
   * `behind`: it ends before the recorded place. `rewritten`: it has another entry there. `unrecorded`: whatever was
   * recorded outside is gone, so nobody can tell.
   */
  kind: 'behind' | 'rewritten' | 'unrecorded'
  /** The first and the last entry that are missing; null where that cannot be known. */
  fromSequence: number | null
  toSequence: number | null
  /** From the last entry that is there to the last that is missing; null where that cannot be known. */
  since: Instant | null
  until: Instant | null
}>

/** Where a journal ends, and what it has at the recorded place; null where it has nothing. */
export type JournalEnd = Readonly<{
  sequence: number
  at: Instant | null
  hashAtRecorded: string | null
}>

/** The later of two recorded places: first by branch, then by sequence. */
export function laterHead(
  one: RecordedHead | null,
  other: RecordedHead | null,
): RecordedHead | null {
  if (one === null || other === null) return one ?? other
  if (one.branch !== other.branch) return one.branch > other.branch ? one : other
  return one.sequence >= other.sequence ? one : other
}

/** What a journal lacks of what was recorded; null when it has it all. One that is ahead lacks nothing. */
export function tailLossOf(recorded: RecordedHead, journal: JournalEnd): TailLoss | null {
  const { sequence, hash, at } = recorded
  if (journal.sequence < sequence) {
    const fromSequence = journal.sequence + 1
    return { kind: 'behind', fromSequence, toSequence: sequence, since: journal.at, until: at }
  }
  if (sequence === 0 || journal.hashAtRecorded === hash) return null
  return { kind: 'rewritten', fromSequence: null, toSequence: sequence, since: null, until: at }
}

/** Nothing outside the database says where its journal stood. */
export const UNRECORDED: TailLoss = {
  ...{ kind: 'unrecorded', fromSequence: null, toSequence: null, since: null, until: null },
}
