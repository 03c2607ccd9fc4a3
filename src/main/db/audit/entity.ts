import type { AuditEvent } from '#core/audit/model.ts'
import { code, instant, json, numberId, optionalCode, text, defineEntity } from '../columns.ts'

export const auditEventEntity = defineEntity<AuditEvent>('audit_event', {
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
