import {
  daysBetween,
  instantOfMilliseconds,
  vietnamDate,
  type Instant,
} from '#core/kernel/calendar.ts'

/** A copy of the database in the folder of snapshots. */
export type Snapshot = Readonly<{ name: string; at: Instant }>

/** For so many days every snapshot is kept, then one a week, then one a month. */
const EVERY_DAYS = 7
const WEEKLY_DAYS = EVERY_DAYS + 4 * 7
const MONTHLY_DAYS = 366

const NAME = /^hoi-am-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z\.db$/u

/** The name of a snapshot made at a moment: sorts by it, and every file system takes it. */
export function snapshotName(at: Instant): string {
  return `hoi-am-${at.replaceAll(/[:.]/gu, '-')}.db`
}

/** Which snapshot a file of the folder is; null for what is none, an unfinished one above all. */
export function snapshotOf(name: string): Snapshot | null {
  const [, day, hours, minutes, seconds, milliseconds] = NAME.exec(name) ?? []
  if (day === undefined) return null
  const time = Date.parse(`${day}T${hours}:${minutes}:${seconds}.${milliseconds}Z`)
  return Number.isNaN(time) ? null : { name, at: instantOfMilliseconds(time) }
}

/**
 * Those nobody would go back to: of the last week every snapshot is kept, then the newest of each week of four, then
 * the newest of each month of a year. The newest of all is always kept, and so is one from a clock that ran ahead.
 */
export function snapshotsToDrop(all: readonly Snapshot[], now: Instant): readonly Snapshot[] {
  const newestFirst = all.toSorted((one, other) => (one.at < other.at ? 1 : -1))
  const seen = new Set<string>()
  return newestFirst.filter((snapshot, index) => {
    const span = spanOf(snapshot, now)
    const isFirst = span !== null && !seen.has(span)
    if (span !== null) seen.add(span)
    return index > 0 && !isFirst
  })
}

/** However large the board: so many of the newest are kept whatever they take, in files; the rest within so many bytes. */
const MIN_KEPT = 3
const MAX_BYTES = 2 * 1024 ** 3

/** Those for which there is no room: the oldest of a large board. `kept` is newest first. */
export function snapshotsBeyondRoom<Sized extends Readonly<{ bytes: number }>>(
  kept: readonly Sized[],
): readonly Sized[] {
  let taken = 0
  return kept.filter(({ bytes }, index) => {
    taken += bytes
    return index >= MIN_KEPT && taken > MAX_BYTES
  })
}

/** Of which span of time a snapshot may be the one kept; null when it is too old for any. */
function spanOf({ name, at }: Snapshot, now: Instant): string | null {
  const day = vietnamDate(at)
  const age = daysBetween(day, vietnamDate(now))
  if (age <= EVERY_DAYS) return name
  // Weeks are counted from a fixed day, so that one that was kept stays the one of its week.
  if (age <= WEEKLY_DAYS) return `week ${Math.floor(daysBetween('1970-01-01', day) / 7)}`
  return age <= MONTHLY_DAYS ? `month ${day.slice(0, 7)}` : null
}
