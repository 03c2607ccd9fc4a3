import type { Evidence } from '#core/evidence/model.ts'
import {
  code,
  flag,
  id,
  instant,
  integer,
  optionalCode,
  optionalDay,
  optionalInstant,
  text,
  defineEntity,
} from '../columns.ts'

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
  identityCopy: flag,
  destroyOn: optionalDay,
  destroyedAt: optionalInstant,
  destroyedBy: optionalCode,
})
