import type { RootCause, StateCheck, Why } from '#core/investigation/model.ts'
import {
  code,
  defineEntity,
  id,
  instant,
  integer,
  json,
  optionalCode,
  optionalDay,
  text,
} from '../columns.ts'

export const stateCheckEntity = defineEntity<StateCheck>('state_check', {
  id,
  complaintId: code,
  version: integer,
  dataItem: code,
  system: code,
  phase: code,
  finding: code,
  detail: text,
  checkedBy: code,
  checkedAt: instant,
})

export const whyEntity = defineEntity<Why>('why', {
  id,
  complaintId: code,
  version: integer,
  position: integer,
  text,
  evidenceIds: json,
})

export const rootCauseEntity = defineEntity<RootCause>('root_cause', {
  complaintId: id,
  version: integer,
  state: code,
  category: optionalCode,
  statement: text,
  undeterminedReason: text,
  searchUntil: optionalDay,
  contributing: json,
  suspected: json,
})
