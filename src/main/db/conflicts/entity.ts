import type { Conflict } from '#core/conflicts/model.ts'
import { code, id, instant, integer, optionalCode, text, defineEntity } from '../columns.ts'

export const conflictEntity = defineEntity<Conflict>('conflict', {
  id,
  complaintId: code,
  version: integer,
  personId: optionalCode,
  firmId: optionalCode,
  state: code,
  reason: text,
  approvalId: optionalCode,
  recordedBy: code,
  recordedAt: instant,
})
