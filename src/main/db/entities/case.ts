import type { Approval } from '#core/approvals/model.ts'
import type { Deadline } from '#core/deadlines/model.ts'
import type { Evidence } from '#core/evidence/model.ts'
import type { RootCause, StateCheck, Why } from '#core/investigation/model.ts'
import type { Letter } from '#core/letters/model.ts'
import type { RemediationStep } from '#core/remediation/model.ts'
import {
  code,
  day,
  defineEntity,
  id,
  instant,
  integer,
  json,
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
  startsOn: day,
  legalEnd: day,
  target: day,
  state: code,
  stoppedAt: optionalInstant,
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
