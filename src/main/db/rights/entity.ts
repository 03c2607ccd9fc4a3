import type { RightRequest } from '#core/rights/model.ts'
import {
  code,
  flag,
  id,
  instant,
  integer,
  json,
  optionalCode,
  optionalDay,
  optionalJson,
  optionalText,
  text,
  defineEntity,
} from '../columns.ts'

export const rightRequestEntity = defineEntity<RightRequest>('right_request', {
  id,
  complaintId: code,
  version: integer,
  kind: code,
  viaProcessor: flag,
  askedAt: instant,
  state: code,
  identity: optionalJson,
  promisedOn: optionalDay,
  settledOn: optionalDay,
  remark: text,
  lateReason: optionalCode,
  lateExplanation: optionalText,
  passedOn: json,
})
