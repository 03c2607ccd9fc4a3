import type { Loss } from '#core/audit/loss.ts'
import type { LostNumber } from '#core/audit/numbers.ts'
import {
  code,
  defineEntity,
  id,
  instant,
  integer,
  numberId,
  optionalCode,
  optionalDay,
  optionalInstant,
  optionalInteger,
} from '../columns.ts'

export const lossEntity = defineEntity<Loss>('loss', {
  id,
  version: integer,
  kind: code,
  foundAt: instant,
  fromSequence: optionalInteger,
  toSequence: optionalInteger,
  since: optionalInstant,
  until: optionalInstant,
  restoredFrom: optionalInstant,
  acknowledgedBy: optionalCode,
  acknowledgedAt: optionalInstant,
})

export const lostNumberEntity = defineEntity<LostNumber>('lost_number', {
  series: id,
  value: numberId,
  written: code,
  lossId: code,
  lostAt: instant,
  complaintCode: optionalCode,
  letterId: optionalCode,
  kind: optionalCode,
  issuedOn: optionalDay,
  contentHash: optionalCode,
  pdfSha256: optionalCode,
})
