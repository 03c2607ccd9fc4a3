import { z } from 'zod'

import type { Instant } from '#core/kernel/calendar.ts'
import type { ErrorCode } from '#core/kernel/errors.ts'
import type { AccountCause } from '#core/people/account.ts'
import type { Role } from '#core/people/permissions.ts'
import { defineRoute, type RoutesOf } from '../protocol/define.ts'
import { line, trusted } from '../protocol/fields.ts'
import { password } from './people.ts'

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
  /** Signed in by a one-time password: nothing else opens until they have set their own. */
  oneTimePassword: boolean
  /** Who set their password for them, and when; null once others have said that the account is in their hands. */
  setByOthers: Readonly<{ cause: AccountCause; since: Instant; by: string | null }> | null
}>

/** Whoever signs in was asked about the clock of this machine, and says that it is right. */
const clockConfirmed = z.boolean().default(false)

/** Where the program stands, and who sits at this window. */
export const sessionRoutes = {
  'app.status': defineRoute({
    kind: 'unmanaged',
    access: 'public',
    input: z.strictObject({}),
    output: trusted<AppStatus>(),
  }),
  'session.signIn': defineRoute({
    kind: 'unmanaged',
    access: 'public',
    input: z.strictObject({ username: z.string().max(100), password, clockConfirmed }),
    output: trusted<SessionPerson>(),
  }),
  'session.signOut': defineRoute({
    kind: 'unmanaged',
    access: 'public',
    input: z.strictObject({}),
    output: trusted<Readonly<{ signedOut: true }>>(),
  }),
  /** Ends every session of whoever asks, at this window and at any other. */
  'session.signOutEverywhere': defineRoute({
    kind: 'unmanaged',
    access: 'one-time',
    input: z.strictObject({}),
    output: trusted<Readonly<{ signedOut: true }>>(),
  }),
  'session.current': defineRoute({
    kind: 'unmanaged',
    access: 'public',
    input: z.strictObject({}),
    output: trusted<SessionPerson | null>(),
  }),
  /** Somebody is at the window: puts off the idle lock, as acts do. */
  'session.present': defineRoute({
    kind: 'unmanaged',
    access: 'one-time',
    input: z.strictObject({}),
    output: trusted<Readonly<{ present: true }>>(),
  }),
  /** In place of a sign-in that found the database damaged: the newest whole copy takes its place. */
  'session.restore': defineRoute({
    kind: 'unmanaged',
    access: 'public',
    input: z.strictObject({
      username: line(100),
      /** With the recovery key, the account's new one. */
      password,
      recoveryKey: z.string().max(200).nullable().default(null),
      clockConfirmed,
    }),
    output: trusted<Readonly<{ person: SessionPerson; madeAt: Instant }>>(),
  }),
  /** Sets a new password for an account with the printed recovery key, and signs in. */
  'session.recover': defineRoute({
    kind: 'unmanaged',
    access: 'public',
    input: z.strictObject({
      username: z.string().max(100),
      recoveryKey: z.string().max(200),
      newPassword: password,
      clockConfirmed,
    }),
    output: trusted<SessionPerson>(),
  }),
  'session.changePassword': defineRoute({
    kind: 'unmanaged',
    access: 'one-time',
    input: z.strictObject({ currentPassword: password, newPassword: password }),
    output: trusted<Readonly<{ changed: true }>>(),
  }),
} as const satisfies RoutesOf<'app' | 'session'>
