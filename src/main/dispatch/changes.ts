import type { AuditAction } from '#core/audit/actions.ts'
import type { AuditEntry } from '#core/audit/model.ts'
import type { AppEvent } from '#shared/protocol/events.ts'
import type { Board } from '../workspace/unlocked-board.ts'
import type { Services } from './services.ts'
import type { Session } from './sessions.ts'

/** Acts by which damage is known, or dealt with. */
const TOLD_ON_EVERY_PAGE: ReadonlySet<string> = new Set<AuditAction>([
  'copy.rehearsed',
  'journal.lossAcknowledged',
])

type Changed = Extract<AppEvent, { type: 'changed' }>

/**
 * Tells the windows what changed. A change of a case is not told at the windows of somebody who is kept from it; whoever
 * is from now on is told that it is closed to them.
 */
export async function tellChanges(
  { sessions, emit }: Pick<Services, 'sessions' | 'emit'>,
  { store }: Pick<Board, 'store'>,
  by: string,
  entries: readonly AuditEntry[],
): Promise<void> {
  if (entries.some(({ action }) => TOLD_ON_EVERY_PAGE.has(action))) {
    emit({ type: 'event', event: { type: 'warnings' } })
  }
  const events = changesOf(entries)
  if (events.length === 0) return
  const others = sessions.all().filter(({ personId }) => personId !== by)
  const cases = others.length === 0 ? [] : events.filter(({ topic }) => topic === 'complaint')
  const shutOut =
    cases.length === 0
      ? []
      : await store.read(({ conflicts }) => conflicts.shutOut(cases.map(({ id }) => id)))
  for (const event of events) {
    const kept = new Set(
      shutOut.filter((each) => each.complaintId === event.id).map(({ personId }) => personId),
    )
    if (kept.size === 0) emit({ type: 'event', event })
    else tellOpen(sessions.all(), kept, (windowId) => emit({ type: 'event', windowId, event }))
  }
  const named = new Set(
    entries.filter(({ action }) => action === 'conflict.named').map((entry) => entry.complaintId),
  )
  for (const { complaintId, personId } of shutOut.filter((each) => named.has(each.complaintId))) {
    for (const { windowId } of sessions.ofPerson(personId)) {
      emit({ type: 'event', windowId, event: { type: 'case-closed', id: complaintId } })
    }
  }
}

function tellOpen(
  sessions: readonly Session[],
  kept: ReadonlySet<string>,
  tell: (windowId: string) => void,
): void {
  for (const { windowId, personId } of sessions) if (!kept.has(personId)) tell(windowId)
}

/** What other windows should read again after these acts. Acts that changed nothing (a view) tell nothing. */
export function changesOf(entries: readonly AuditEntry[]): readonly Changed[] {
  const events = entries.flatMap((entry) => (entry.changes?.length ? eventOf(entry) : []))
  return events.filter(
    (event, index) =>
      events.findIndex((other) => other.topic === event.topic && other.id === event.id) === index,
  )
}

function eventOf(entry: AuditEntry): readonly Changed[] {
  if (typeof entry.complaintId === 'string') {
    return [{ type: 'changed', topic: 'complaint', id: entry.complaintId }]
  }
  switch (entry.entity) {
    case 'firm':
    case 'person':
    case 'settings':
      return [{ type: 'changed', topic: entry.entity, id: entry.entityId }]
    case 'phrase':
      return [{ type: 'changed', topic: 'phrases', id: entry.entityId }]
    case 'view':
      return [{ type: 'changed', topic: 'views', id: entry.entityId }]
    case 'approval':
      return [{ type: 'changed', topic: 'person', id: entry.entityId }]
    default:
      return []
  }
}
