import { changedFields, type AuditEntry, type AuditValue } from '../audit/model.ts'
import type { Breach } from './model.ts'

/** The facts of a violation as the journal keeps them. */
export function auditedBreach(breach: Breach): Readonly<Record<string, AuditValue>> {
  const { complaintId: _, version: __, ...facts } = breach
  return facts
}

/** The entry of a violation that is on record for the first time, or anew after `before`. */
export function suspicionEvent(breach: Breach, before: Breach | null = null): AuditEntry {
  return {
    action: 'breach.suspected',
    complaintId: breach.complaintId,
    entity: 'breach',
    entityId: breach.complaintId,
    changes: changedFields(before === null ? {} : auditedBreach(before), auditedBreach(breach)),
  }
}
