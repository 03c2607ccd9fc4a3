import { code, instant, json, numberId, optionalCode, text, defineEntity } from '../columns.ts'
import type { StoredRow } from './stored-event.ts'

export const auditEventEntity = defineEntity<StoredRow>('audit_event', {
  sequence: numberId,
  at: instant,
  personId: optionalCode,
  personName: text,
  action: code,
  complaintId: optionalCode,
  entity: code,
  entityId: code,
  changes: json,
  previousHash: code,
  hash: code,
})
