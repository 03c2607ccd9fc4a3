import type { Account } from '#core/people/account.ts'
import type { Person } from '#core/people/model.ts'
import type { SecondFactor } from '#core/people/second-factor.ts'
import {
  code,
  flag,
  id,
  instant,
  integer,
  json,
  optionalCode,
  optionalInstant,
  text,
  defineEntity,
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

export const accountEntity = defineEntity<Account>('account', {
  id,
  version: integer,
  cause: code,
  since: instant,
  causedBy: optionalCode,
  confirmedBy: json,
  ownPassword: flag,
  establishedAt: optionalInstant,
})

export const secondFactorEntity = defineEntity<SecondFactor>('second_factor', {
  id,
  version: integer,
  secret: code,
  since: instant,
  lastStep: integer,
  recoveryHashes: json,
})
