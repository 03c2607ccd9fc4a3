import { z } from 'zod'

import type { Instant } from '#core/kernel/calendar.ts'
import type { Person, PersonName } from '#core/people/model.ts'
import { ROLES, type Role } from '#core/people/permissions.ts'
import type { ErrorCode } from '#core/kernel/errors.ts'
import { defineRoute } from '../protocol/define.ts'
import { id, line, optionalEmail, optionalLine, trusted, version } from '../protocol/fields.ts'

/** Where the program stands, as far as somebody not signed in may know. */
export type AppStatus = Readonly<{
  state: 'needs-setup' | 'ready' | 'failed'
  /** Why the data cannot be used; only with `failed`. */
  problem: ErrorCode | null
  /** What it is about the place or the file, such as `NETWORK_SHARE`; only with `failed`, and not always. */
  reason: string | null
  engine: 'sqlite' | 'postgres'
  version: string
  /** Only on the demonstration board: who can be signed in as, with which password. */
  demo:
    readonly Readonly<{ username: string; fullName: string; role: Role; password: string }>[] | null
}>

/** The person behind this window. */
export type SessionPerson = Readonly<{
  id: string
  username: string
  fullName: string
  title: string
  role: Role
  /** The first chair has not yet confirmed the recovery key. */
  recoveryPending: boolean
}>

/** The copies of the database: when each was made, newest first, and why the last attempt to make one failed. */
export type Snapshots = Readonly<{ moments: readonly Instant[]; problem: ErrorCode | null }>

const password = z.string().min(1).max(1024)
const username = z
  .string()
  .transform((value) => value.normalize('NFC').trim().toLowerCase())
  .pipe(z.string().regex(/^[a-z0-9._-]{3,32}$/, { error: 'USERNAME_INVALID' }))

export const organisation = z.strictObject({
  legalName: line(300),
  boardName: line(300),
  address: line(500),
  taxCode: z
    .string()
    .transform((value) => value.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{10}(-?\d{3})?$/, { error: 'TAX_CODE_INVALID' })),
  phone: line(50),
  email: z
    .string()
    .trim()
    .pipe(z.email({ error: 'EMAIL_INVALID' })),
  website: line(200),
  place: line(100),
})

export const sites = z
  .array(z.strictObject({ id: z.string().regex(/^[a-z0-9-]{1,40}$/), name: line(100) }))
  .min(1)
  .max(20)

const newPerson = { username, fullName: line(300), title: line(200), password }

export const sessionRoutes = {
  'app.status': defineRoute({
    kind: 'free',
    access: 'public',
    input: z.strictObject({}),
    output: trusted<AppStatus>(),
  }),
  /** Creates keys, database and first chair; signs the chair in. The recovery key is shown once. */
  'setup.create': defineRoute({
    kind: 'free',
    access: 'public',
    input: z.strictObject({ organisation, sites, chair: z.strictObject(newPerson) }),
    output: trusted<Readonly<{ recoveryKey: string; askGroups: readonly number[] }>>(),
  }),
  /** A fresh recovery key while the first one is not confirmed, or after re-entering the password. */
  'setup.renewRecoveryKey': defineRoute({
    kind: 'free',
    access: 'settings.manage',
    input: z.strictObject({ password }),
    output: trusted<Readonly<{ recoveryKey: string; askGroups: readonly number[] }>>(),
  }),
  'setup.confirmRecoveryKey': defineRoute({
    kind: 'free',
    access: 'settings.manage',
    input: z.strictObject({ groups: z.array(z.string().max(20)).min(1).max(4) }),
    output: trusted<Readonly<{ confirmed: true }>>(),
  }),
  /** When the copies of the database that are kept were made, newest first; none where a server keeps its own. */
  'snapshots.list': defineRoute({
    kind: 'free',
    access: 'settings.manage',
    input: z.strictObject({}),
    output: trusted<Snapshots>(),
  }),
  'snapshots.take': defineRoute({
    kind: 'free',
    access: 'settings.manage',
    input: z.strictObject({}),
    output: trusted<Snapshots>(),
  }),
  'session.signIn': defineRoute({
    kind: 'free',
    access: 'public',
    input: z.strictObject({ username: z.string().max(100), password }),
    output: trusted<SessionPerson>(),
  }),
  'session.signOut': defineRoute({
    kind: 'free',
    access: 'public',
    input: z.strictObject({}),
    output: trusted<Readonly<{ signedOut: true }>>(),
  }),
  'session.current': defineRoute({
    kind: 'free',
    access: 'public',
    input: z.strictObject({}),
    output: trusted<SessionPerson | null>(),
  }),
  /** Somebody is at the window: puts off the idle lock, as acts do. */
  'session.present': defineRoute({
    kind: 'free',
    access: 'signed-in',
    input: z.strictObject({}),
    output: trusted<Readonly<{ present: true }>>(),
  }),
  /** Sets a new password for an account with the printed recovery key, and signs in. */
  /** In place of a sign-in that found the database damaged: the newest whole copy takes its place. */
  'session.restore': defineRoute({
    kind: 'free',
    access: 'public',
    input: z.strictObject({ username: line(100), password }),
    output: trusted<Readonly<{ person: SessionPerson; madeAt: Instant }>>(),
  }),
  'session.recover': defineRoute({
    kind: 'free',
    access: 'public',
    input: z.strictObject({
      username: z.string().max(100),
      recoveryKey: z.string().max(200),
      newPassword: password,
    }),
    output: trusted<SessionPerson>(),
  }),
  'session.changePassword': defineRoute({
    kind: 'free',
    access: 'signed-in',
    input: z.strictObject({ currentPassword: password, newPassword: password }),
    output: trusted<Readonly<{ changed: true }>>(),
  }),
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
    kind: 'free',
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
    kind: 'free',
    access: 'people.manage',
    input: z.strictObject({ id, newPassword: password }),
    output: trusted<Readonly<{ changed: true }>>(),
  }),
} as const

export const contactFields = {
  address: optionalLine(500),
  contactName: optionalLine(300),
  phone: optionalLine(50),
  email: optionalEmail,
}
