import { createHmac } from 'node:crypto'
import type { AuditEvent, FieldChange } from '#core/audit/model.ts'

/** An event as it is stored: its changes as the very JSON text that was hashed. */
export type StoredEvent = Omit<AuditEvent, 'changes'> & Readonly<{ changes: string }>

/** A change of which only the field stands in the journal; `null`: blanked since, in an entry from before ADR 35. */
export type SetAside = Readonly<{ field: string; erasable: string | null }>

/** A change as the journal keeps it: as it is, or by its field and the HMAC of what is kept beside the journal. */
export type StoredChange = FieldChange | SetAside

/** An entry as it is stored, its changes parsed. */
export type StoredRow = Omit<AuditEvent, 'changes'> & Readonly<{ changes: readonly StoredChange[] }>

/** The columns of an event by their names there. */
export const EVENT_COLUMNS = `sequence, at, person_id AS "personId", person_name AS "personName", action,
  complaint_id AS "complaintId", entity, entity_id AS "entityId", changes,
  previous_hash AS "previousHash", hash`

/** `HMAC-SHA256(key, previous hash ‖ JSON of the rest)` in lower-case hex. */
export function linkHash(key: Buffer, event: Omit<StoredEvent, 'hash'>): string {
  return createHmac('sha256', key)
    .update(event.previousHash)
    .update(canonicalEvent(event))
    .digest('hex')
}

/** The one spelling of an event that is hashed: its fields in this order, changes as stored. */
function canonicalEvent(event: Omit<StoredEvent, 'hash'>): string {
  const { sequence, at, personId, personName, action, complaintId, entity, entityId } = event
  const rest = JSON.stringify({
    sequence,
    at,
    personId,
    personName,
    action,
    complaintId,
    entity,
    entityId,
  })
  return `${rest.slice(0, -1)},"changes":${event.changes}}`
}
