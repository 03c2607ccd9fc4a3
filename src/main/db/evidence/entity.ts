import type { Evidence } from '#core/evidence/model.ts'
import { code, id, instant, integer, optionalCode, text, defineEntity } from '../columns.ts'

export const evidenceEntity = defineEntity<Evidence>('evidence', {
  id,
  complaintId: code,
  firmNoteId: optionalCode,
  sha256: code,
  size: integer,
  fileName: text,
  mediaType: text,
  givenBy: optionalCode,
  addedBy: code,
  addedAt: instant,
})
