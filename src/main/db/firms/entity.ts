import type { Engagement, Firm, FirmNote } from '#core/firms/model.ts'
import {
  code,
  day,
  flag,
  id,
  instant,
  integer,
  optionalDay,
  optionalText,
  text,
  defineEntity,
} from '../columns.ts'

export const firmEntity = defineEntity<Firm>('firm', {
  id,
  version: integer,
  name: text,
  taxCode: optionalText,
  address: optionalText,
  contactName: optionalText,
  phone: optionalText,
  email: optionalText,
  contractNumber: optionalText,
  contractValidUntil: optionalDay,
  ndaValidUntil: optionalDay,
  active: flag,
})

export const engagementEntity = defineEntity<Engagement>('engagement', {
  id,
  complaintId: code,
  firmId: code,
  version: integer,
  scope: text,
  startsOn: day,
  endsOn: optionalDay,
})

export const firmNoteEntity = defineEntity<FirmNote>('firm_note', {
  id,
  engagementId: code,
  complaintId: code,
  version: integer,
  author: text,
  notedOn: day,
  body: text,
  recordedBy: code,
  recordedAt: instant,
})
