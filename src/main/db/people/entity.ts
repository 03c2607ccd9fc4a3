import type { Person } from '#core/people/model.ts'
import { code, flag, id, instant, integer, text, defineEntity } from '../columns.ts'

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
