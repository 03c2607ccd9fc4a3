import type { LogEntry } from '#core/contacts/model.ts'
import { code, defineEntity, id, instant, integer, json, optionalText, text } from '../columns.ts'

export const logEntryEntity = defineEntity<LogEntry>('log_entry', {
  id,
  complaintId: code,
  version: integer,
  kind: code,
  direction: optionalText,
  happenedAt: instant,
  spokenBy: code,
  contact: optionalText,
  body: text,
  mentions: json,
  unread: json,
  recordedBy: code,
  recordedAt: instant,
  changedAt: instant,
  withdrawnReason: optionalText,
})
