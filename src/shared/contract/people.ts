import { z } from 'zod'

import type { MayApprove } from '#core/people/second-person.ts'
import type { AccountNotice } from '#core/people/account.ts'
import type { Person, PersonName } from '#core/people/model.ts'
import { ROLES } from '#core/people/permissions.ts'
import { defineRoute, type RoutesOf } from '../protocol/define.ts'
import { id, line, trusted, version } from '../protocol/fields.ts'

/** As typed: what makes one good is checked where it is set. */
export const password = z.string().min(1).max(1024)

const username = z
  .string()
  .transform((value) => value.normalize('NFC').trim().toLowerCase())
  .pipe(z.string().regex(/^[a-z0-9._-]{3,32}$/, { error: 'USERNAME_INVALID' }))

/** Somebody who is to sign in, before they have a role. */
export const newPerson = { username, fullName: line(300), title: line(200), password }

/** Who works here, as whom, and the way in for them. */
export const peopleRoutes = {
  'people.names': defineRoute({
    kind: 'query',
    access: 'signed-in',
    input: z.strictObject({}),
    output: trusted<readonly PersonName[]>(),
  }),
  'people.list': defineRoute({
    kind: 'query',
    access: 'people.read',
    input: z.strictObject({}),
    output: trusted<readonly Person[]>(),
  }),
  'people.create': defineRoute({
    kind: 'unmanaged',
    access: 'people.manage',
    input: z.strictObject({ ...newPerson, role: z.enum(ROLES) }),
    output: trusted<Person>(),
  }),
  'people.rename': defineRoute({
    kind: 'command',
    access: 'people.manage',
    input: z.strictObject({ id, version, fullName: line(300), title: line(200) }),
    output: trusted<Person>(),
  }),
  'people.resetPassword': defineRoute({
    kind: 'unmanaged',
    access: 'people.manage',
    input: z.strictObject({ id, newPassword: password }),
    output: trusted<Readonly<{ changed: true }>>(),
  }),
  /**
   * Accounts that wait for somebody's word that they are in their owner's hands, whether one may approve oneself, and what
   * somebody's leaving would cost now: who was not here since the keys are kept in pairs, and whether the printed recovery
   * key is one of these.
   */
  'people.accounts': defineRoute({
    kind: 'query',
    access: 'signed-in',
    input: z.strictObject({}),
    output: trusted<
      Readonly<{
        notices: readonly AccountNotice[]
        approving: MayApprove | null
        withoutPair: Readonly<{ people: readonly string[]; sheet: boolean }>
      }>
    >(),
  }),
  'people.confirm': defineRoute({
    kind: 'command',
    access: 'approval.decide',
    input: z.strictObject({ id, version }),
    output: trusted<Readonly<{ confirmed: boolean }>>(),
  }),
} as const satisfies RoutesOf<'people'>
