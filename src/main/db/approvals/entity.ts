import type { Approval } from '#core/approvals/model.ts'
import {
  code,
  id,
  instant,
  integer,
  json,
  optionalCode,
  optionalInstant,
  optionalText,
  defineEntity,
} from '../columns.ts'

export const approvalEntity = defineEntity<Approval>('approval', {
  id,
  version: integer,
  state: code,
  request: json,
  complaintId: optionalCode,
  subjectVersion: integer,
  requestedBy: code,
  requestedAt: instant,
  decidedBy: optionalCode,
  decidedAt: optionalInstant,
  mark: optionalCode,
  remark: optionalText,
})
