import type { RemediationStep } from '#core/remediation/model.ts'
import {
  code,
  id,
  integer,
  optionalCode,
  optionalDay,
  optionalJson,
  optionalText,
  text,
  defineEntity,
} from '../columns.ts'

export const stepEntity = defineEntity<RemediationStep>('remediation_step', {
  id,
  complaintId: code,
  version: integer,
  type: code,
  description: text,
  ownerId: optionalCode,
  dueOn: optionalDay,
  state: code,
  doneOn: optionalDay,
  droppedReason: optionalText,
  note: optionalText,
  compensation: optionalJson,
})
