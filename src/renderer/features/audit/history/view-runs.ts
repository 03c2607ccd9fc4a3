import type { AuditEvent } from '#core/audit/model.ts'

/** An event of the record and how many it stands for; `since` is when the first of them happened. */
export type Run = Readonly<{ event: AuditEvent; times: number; since: AuditEvent['at'] }>

/**
 * Puts lookings-in by one person that follow one another into one line: every one stays on record, but a case that is
 * opened often must not bury its changes under them. Newest first, as given.
 */
export function runsOfViews(events: readonly AuditEvent[]): readonly Run[] {
  const runs: Run[] = []
  for (const event of events) {
    const last = runs.at(-1)
    if (last !== undefined && isSameView(last.event, event)) {
      runs[runs.length - 1] = { ...last, times: last.times + 1, since: event.at }
    } else runs.push({ event, times: 1, since: event.at })
  }
  return runs
}

function isSameView(one: AuditEvent, other: AuditEvent): boolean {
  return (
    one.action === 'complaint.viewed' &&
    other.action === one.action &&
    other.personId === one.personId
  )
}
