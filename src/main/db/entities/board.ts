import type { AuditEvent } from '#core/audit/model.ts'
import type { Engagement, Firm, FirmNote } from '#core/firms/model.ts'
import type { Person } from '#core/people/model.ts'
import { LATER_SETTINGS, type Settings } from '#core/settings/model.ts'
import type { SavedView } from '#core/views/model.ts'
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
  numberId,
  optionalCode,
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

/** The one row of settings, kept whole. */
export type SettingsRow = Readonly<{ id: 1; version: number; body: Omit<Settings, 'version'> }>

export const settingsEntity = defineEntity<SettingsRow>('settings', {
  id: numberId,
  version: integer,
  body: jsonWith(LATER_SETTINGS),
})

export const auditEventEntity = defineEntity<AuditEvent>('audit_event', {
  sequence: numberId,
  at: instant,
  personId: optionalCode,
  personName: text,
  action: code,
  complaintId: optionalCode,
  entity: code,
  entityId: code,
  changes: json,
  previousHash: code,
  hash: code,
})

export const savedViewEntity = defineEntity<SavedView>('saved_view', {
  id,
  version: integer,
  name: text,
  query: text,
  ownerId: code,
  shared: flag,
  createdAt: instant,
})
