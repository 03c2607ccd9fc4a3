import type { LetterDocument } from '#core/letters/document.ts'
import type { Dispatch, Letter } from '#core/letters/model.ts'
import { NO_PARTICULARS } from '#core/letters/particulars.ts'
import {
  code,
  day,
  id,
  instant,
  integer,
  json,
  jsonWith,
  optionalCode,
  optionalDay,
  optionalInstant,
  optionalInteger,
  optionalJson,
  optionalText,
  defineEntity,
} from '../columns.ts'

export const letterEntity = defineEntity<Letter>('letter', {
  id,
  complaintId: code,
  version: integer,
  kind: code,
  variant: code,
  particulars: jsonWith(NO_PARTICULARS),
  replacesId: optionalCode,
  rightIds: optionalJson,
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
  approvalMark: optionalCode,
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
  lateReason: optionalCode,
  lateExplanation: optionalText,
  recordedBy: code,
  recordedAt: instant,
  struckBy: optionalCode,
  struckAt: optionalInstant,
  struckReason: optionalText,
})

/** An issued letter to many as data, from which each addressee's copy is made. */
export const letterMasterEntity = defineEntity<
  Readonly<{ id: string; complaintId: string; document: LetterDocument }>
>('letter_master', { id, complaintId: code, document: json })
