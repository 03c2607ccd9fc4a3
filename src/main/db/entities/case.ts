import type { Approval } from '#core/approvals/model.ts'
import type { Breach, BreachNotice } from '#core/breach/model.ts'
import type { Deadline } from '#core/deadlines/model.ts'
import type { Evidence } from '#core/evidence/model.ts'
import type { RootCause, StateCheck, Why } from '#core/investigation/model.ts'
import type { Dispatch, Letter } from '#core/letters/model.ts'
import { NO_PARTICULARS } from '#core/letters/particulars.ts'
import type { RemediationStep } from '#core/remediation/model.ts'
import type { RightRequest } from '#core/rights/model.ts'
import {
  code,
  day,
  defineEntity,
  flag,
  id,
  instant,
  integer,
  json,
  jsonWith,
  optionalCode,
  optionalDay,
  optionalInstant,
  optionalInteger,
  optionalText,
  text,
} from '../columns.ts'

export const deadlineEntity = defineEntity<Deadline>('deadline', {
  id,
  complaintId: code,
  version: integer,
  rule: code,
  trigger: code,
  triggerId: code,
  startsAt: instant,
  startsOn: day,
  viaProcessor: flag,
  extension: integer,
  legalEnd: day,
  target: day,
  endsAt: instant,
  state: code,
  stoppedAt: optionalInstant,
})

export const rightRequestEntity = defineEntity<RightRequest>('right_request', {
  id,
  complaintId: code,
  version: integer,
  kind: code,
  viaProcessor: flag,
  askedAt: instant,
  state: code,
  settledOn: optionalDay,
  remark: text,
})

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
})

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
})

export const evidenceEntity = defineEntity<Evidence>('evidence', {
  id,
  complaintId: code,
  firmNoteId: optionalCode,
  sha256: code,
  size: integer,
  fileName: text,
  mediaType: text,
  addedBy: code,
  addedAt: instant,
})

export const letterEntity = defineEntity<Letter>('letter', {
  id,
  complaintId: code,
  version: integer,
  kind: code,
  variant: code,
  particulars: jsonWith(NO_PARTICULARS),
  replacesId: optionalCode,
  language: code,
  state: code,
  parts: json,
  signatory: json,
  authorId: code,
  editorIds: json,
  createdAt: instant,
  contentHash: code,
  factsHash: code,
  submittedBy: optionalCode,
  submittedAt: optionalInstant,
  approvedBy: optionalCode,
  approvedAt: optionalInstant,
  approvedHash: optionalCode,
  returnRemark: optionalText,
  number: optionalCode,
  issuedBy: optionalCode,
  issuedAt: optionalInstant,
  issuedOn: optionalDay,
  pdfSha256: optionalCode,
  pages: optionalInteger,
})

export const dispatchEntity = defineEntity<Dispatch>('dispatch', {
  id,
  complaintId: code,
  letterId: code,
  version: integer,
  channel: code,
  sentOn: day,
  trackingNumber: optionalText,
  evidenceId: optionalCode,
  recordedBy: code,
  recordedAt: instant,
  struckBy: optionalCode,
  struckAt: optionalInstant,
  struckReason: optionalText,
})

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
  remark: optionalText,
})
