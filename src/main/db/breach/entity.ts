import type { Breach, BreachNotice } from '#core/breach/model.ts'
import {
  code,
  flag,
  id,
  instant,
  integer,
  json,
  optionalCode,
  optionalInstant,
  optionalInteger,
  optionalText,
  text,
  defineEntity,
} from '../columns.ts'

export const breachEntity = defineEntity<Breach>('breach', {
  complaintId: id,
  version: integer,
  state: code,
  detectedAt: instant,
  serious: flag,
  sensitive: flag,
  consumer: flag,
  happened: text,
  place: text,
  involved: text,
  dataItems: json,
  people: optionalInteger,
  consequence: text,
  measures: text,
  ruledOutReason: text,
})

export const breachNoticeEntity = defineEntity<BreachNotice>('breach_notice', {
  id,
  complaintId: code,
  version: integer,
  rule: code,
  givenAt: instant,
  recipient: text,
  reference: text,
  evidenceId: optionalCode,
  recordedBy: code,
  recordedAt: instant,
  struckAt: optionalInstant,
  struckBy: optionalCode,
  struckReason: optionalText,
})
