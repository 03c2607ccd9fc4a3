import type { AuditEntry, AuditEvent } from './model.ts'

/** By which the record is asked for renewals of the keys. */
export const KEYS_ID = 'keys'

/** From this entry on the journal is linked with the key of that epoch (ADR 31). */
export function keysRenewedEntry(from: number, to: number): AuditEntry {
  return {
    action: 'keys.renewed',
    entity: 'keys',
    entityId: KEYS_ID,
    changes: [{ field: 'epoch', from, to }],
  }
}

/** The epoch the last such event tells of; the first one where there is none. */
export function epochOnRecord(last: AuditEvent | undefined): number {
  const to = last?.changes.find(({ field }) => field === 'epoch')?.to
  return typeof to === 'number' ? to : 1
}
