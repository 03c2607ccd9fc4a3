import type { Engagement, Firm, FirmNote } from '#core/firms/model.ts'
import type { Person } from '#core/people/model.ts'
import {
  code,
  day,
  defineEntity,
  flag,
  id,
  instant,
  integer,
  optionalDay,
  optionalText,
  text,
} from '../columns.ts'

export const personEntity = defineEntity<Person>('person', {
  id,
  version: integer,
  username: code,
  fullName: text,
  title: text,
  role: code,
  active: flag,
  createdAt: instant,
})

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
