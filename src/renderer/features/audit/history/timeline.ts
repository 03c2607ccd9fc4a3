import type { LogEntry } from '#core/contacts/model.ts'
import type { Instant } from '#core/kernel/calendar.ts'
import type { Run } from './view-runs.ts'

/** A line of a case's timeline: what was done on record, or what was said with the complainant or noted. */
export type TimelineLine =
  | Readonly<{ kind: 'act'; key: string; run: Run }>
  | Readonly<{ kind: 'entry'; key: string; entry: LogEntry }>

/**
 * The acts on record and the entries of the contact log in one order, newest first: an entry stands where it was said, not
 * where it was put down, and that it was put down is said by itself. While older acts are still to be read, entries older
 * than the last one read wait with them.
 */
export function timelineOf(
  runs: readonly Run[],
  log: readonly LogEntry[],
  hasMore: boolean,
): readonly TimelineLine[] {
  const first = hasMore ? (runs.at(-1)?.since ?? '') : ''
  const shown = log.filter(({ happenedAt }) => happenedAt >= first)
  const ids = new Set(shown.map(({ id }) => id))
  const acts = runs.filter(
    ({ event }) => event.action !== 'contact.logged' || !ids.has(event.entityId),
  )
  // Acts stay as the journal has them; each entry goes before the first act that is older.
  const lines: TimelineLine[] = acts.map((run) => ({
    ...{ kind: 'act', key: String(run.event.sequence) },
    run,
  }))
  for (const entry of shown) {
    const at = lines.findIndex((line) => momentOf(line) <= entry.happenedAt)
    const line: TimelineLine = { kind: 'entry', key: entry.id, entry }
    lines.splice(at < 0 ? lines.length : at, 0, line)
  }
  return lines
}

function momentOf(line: TimelineLine): Instant {
  return line.kind === 'act' ? line.run.event.at : line.entry.happenedAt
}
