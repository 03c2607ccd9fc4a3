import {
  addDays,
  addMonths,
  daysBetween,
  millisecondsOf,
  vietnamDate,
  type Instant,
  type LocalDate,
} from '#core/kernel/calendar.ts'

/** A verified copy, as far as it matters for which are kept. */
export type KeptCopy = Readonly<{
  name: string
  /** How many entries its journal has: what makes one copy newer than another. */
  sequence: number
  /** When it was made, by a clock that may have been wrong. */
  at: Instant
  bytes: number
}>

/** So many of the newest, by the journal, are kept whatever their dates and their size. */
const NEWEST_KEPT = 7

/** Of so many days, weeks and months that have copies the newest copy is kept. */
const DAYS_KEPT = 7
const WEEKS_KEPT = 4
const MONTHS_KEPT = 12

/** Beyond so many bytes in all the oldest goes, wanted or not: a large board's months would fill the disk. */
const MAX_BYTES = 2 * 1024 ** 3

/** A copy dated longer after the one before it was made by a clock that ran ahead, or after a long holiday. */
const CREDIBLE_DAYS = 31

/**
 * The one copy that may go now that `fresh` is there and verified; null when none may. `all` holds `fresh`, in any
 * order. Only a copy older than `fresh` by the journal goes, never one of the newest seven, and what the calendar says
 * only chooses among the rest: it counts days that have copies, not days that have passed, so a clock that jumps ages
 * nothing. A copy whose own date is not credible beside the one before it lets none go, but for want of room.
 */
export function copyToDrop(all: readonly KeptCopy[], fresh: KeptCopy): KeptCopy | null {
  const newestFirst = all.toSorted(byJournal)
  const rest = newestFirst.slice(NEWEST_KEPT).filter(({ sequence }) => sequence < fresh.sequence)
  const bytes = all.reduce((sum, copy) => sum + copy.bytes, 0)
  if (bytes > MAX_BYTES) return rest.at(-1) ?? null
  if (!isCredible(newestFirst, fresh)) return null
  const wanted = wantedByCalendar(newestFirst)
  return rest.findLast((copy) => !wanted.has(copy)) ?? null
}

/**
 * The day on which the last of the copies made until this day is gone at the latest, where every month brings three new ones:
 * by then twelve later months have theirs, and each new one let one go. A month with fewer puts it off by one, for months
 * are counted that have copies.
 */
export function lastKeptUntil(made: LocalDate): LocalDate {
  return addDays(addMonths(`${made.slice(0, 8)}01`, MONTHS_KEPT + 1), -1)
}

function byJournal(one: KeptCopy, other: KeptCopy): number {
  if (one.sequence !== other.sequence) return other.sequence - one.sequence
  return one.name < other.name ? 1 : -1
}

function isCredible(newestFirst: readonly KeptCopy[], fresh: KeptCopy): boolean {
  const before = newestFirst[newestFirst.findIndex(({ name }) => name === fresh.name) + 1]
  if (before === undefined) return true
  const later = millisecondsOf(fresh.at) >= millisecondsOf(before.at)
  return later && daysBetween(vietnamDate(before.at), vietnamDate(fresh.at)) <= CREDIBLE_DAYS
}

/** The newest copy of each of the last days, weeks and months that have one. */
function wantedByCalendar(newestFirst: readonly KeptCopy[]): ReadonlySet<KeptCopy> {
  return new Set([
    ...newestOfEach(newestFirst, vietnamDate, DAYS_KEPT),
    ...newestOfEach(newestFirst, weekOf, WEEKS_KEPT),
    ...newestOfEach(newestFirst, (at) => vietnamDate(at).slice(0, 7), MONTHS_KEPT),
  ])
}

function newestOfEach(
  newestFirst: readonly KeptCopy[],
  spanOf: (at: Instant) => string,
  spans: number,
): readonly KeptCopy[] {
  const newest = new Map<string, KeptCopy>()
  for (const copy of newestFirst) {
    const span = spanOf(copy.at)
    if (!newest.has(span)) newest.set(span, copy)
  }
  return [...newest.values()].slice(0, spans)
}

/** Weeks are counted from a fixed day, so that one that was kept stays the one of its week. */
function weekOf(at: Instant): string {
  return String(Math.floor(daysBetween('1970-01-01', vietnamDate(at)) / 7))
}
