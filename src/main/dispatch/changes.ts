import type { AuditEntry } from '#core/audit/model.ts'
import type { AppEvent } from '#shared/protocol/events.ts'

type Changed = Extract<AppEvent, { type: 'changed' }>

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
