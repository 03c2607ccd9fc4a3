import type { Certificate, Erasure, Hold } from '#core/retention/model.ts'
import {
  code,
  defineEntity,
  id,
  instant,
  integer,
  optionalCode,
  optionalInstant,
  text,
} from '../columns.ts'

export const holdEntity = defineEntity<Hold>('hold', {
  id,
  complaintId: code,
  version: integer,
  state: code,
  reason: text,
  setBy: code,
  setAt: instant,
  liftedBy: optionalCode,
  liftedAt: optionalInstant,
})

export const erasureEntity = defineEntity<Erasure>('erasure', {
  id,
  version: integer,
  complaintId: code,
  months: integer,
  closedAt: instant,
  reason: text,
  requestedBy: code,
  requestedAt: instant,
  decidedBy: code,
  erasedAt: instant,
  evidenceFiles: integer,
  letterFiles: integer,
  sharedFiles: integer,
  certificateId: optionalCode,
})

export const certificateEntity = defineEntity<Certificate>('certificate', {
  id,
  version: integer,
  number: code,
  madeAt: instant,
  madeBy: code,
  pdfSha256: code,
})
