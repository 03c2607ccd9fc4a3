import type { Deadline } from '#core/deadlines/model.ts'
import { code, day, flag, id, instant, integer, optionalInstant, defineEntity } from '../columns.ts'

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
