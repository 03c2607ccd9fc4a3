import { z } from 'zod'

import type { Instant } from '#core/kernel/calendar.ts'
import type { ErrorCode } from '#core/kernel/errors.ts'
import type { AccountCause } from '#core/people/account.ts'
import type { Role } from '#core/people/permissions.ts'
import type { SecondStepState } from '#core/people/second-factor.ts'
import type { KeptCopy } from './copies.ts'
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
  /** Nothing is set up, but copies of a board lie in the data folder. */
  hasCopies: boolean
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
  /** How they stand with the second step: its code still missing, one still to be set up, there, or not used. */
  secondStep: SecondStepState
  /** How many recovery codes are left. */
  recoveryCodes: number
  /** Who set their password for them, and when; null once others have said that the account is in their hands. */
  setByOthers: Readonly<{ cause: AccountCause; since: Instant; by: string | null }> | null
}>

/** Six digits of the app or a recovery code, as typed. */
const code = z.string().max(64)

/** Whoever signs in was asked about the clock of this machine, and says that it is right. */
const clockConfirmed = z.boolean().default(false)

/** Somebody who goes back to a copy, at the sign-in page or on a machine without a board. */
const restorer = {
  username: line(100),
  /** With the recovery key, the account's new one. */
  password,
  recoveryKey: z.string().max(200).nullable().default(null),
  /** The folder the copies are in, absolute; null for those of the data folder. */
  place: line(1000).nullable().default(null),
}

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
  /** Says again who sits at the window, for an act that asks for a fresh proof. */
  'session.prove': defineRoute({
    kind: 'unmanaged',
    access: 'own-password',
    input: z.strictObject({ password, code: code.default('') }),
    output: trusted<Readonly<{ proven: true }>>(),
  }),
  /** The code after the password, of the app or one of the recovery codes. */
  'session.secondStep': defineRoute({
    kind: 'unmanaged',
    access: 'half',
    input: z.strictObject({ code }),
    output: trusted<SessionPerson>(),
  }),
  /** A new secret for an authenticator app, as text and as the address its picture says. */
  'session.beginFactor': defineRoute({
    kind: 'unmanaged',
    access: 'own-account',
    input: z.strictObject({}),
    output: trusted<Readonly<{ secret: string; address: string }>>(),
  }),
  /** A code of that app: it is asked from now on. The recovery codes are given this once. */
  'session.confirmFactor': defineRoute({
    kind: 'unmanaged',
    access: 'own-account',
    input: z.strictObject({ code }),
    output: trusted<Readonly<{ recoveryCodes: readonly string[] }>>(),
  }),
  'session.dropFactor': defineRoute({
    kind: 'unmanaged',
    access: 'own-account',
    input: z.strictObject({}),
    output: trusted<Readonly<{ dropped: true }>>(),
  }),
  /** The copies one may go back to, newest first by the journal, and the one to go back to unless another is chosen. */
  'session.copies': defineRoute({
    kind: 'unmanaged',
    access: 'public',
    input: z.strictObject(restorer),
    output: trusted<Readonly<{ copies: readonly KeptCopy[]; newest: string | null }>>(),
  }),
  /** In place of a sign-in that found the database damaged or no board at all: a whole copy takes its place. */
  'session.restore': defineRoute({
    kind: 'unmanaged',
    access: 'public',
    input: z.strictObject({
      ...restorer,
      /** The copy to begin with: what cannot be used is passed over for the next older one. Null for the newest. */
      from: line(100).nullable().default(null),
      clockConfirmed,
    }),
    output: trusted<
      Readonly<{
        person: SessionPerson
        madeAt: Instant
        /** How many issued letters and files of evidence could not be brought back. */
        filesLost: number
        /** What was recorded after the copy and was still read of the damaged database. */
        salvaged: Readonly<{
          entries: number
          /** Whether everything was. */
          complete: boolean
          /** Codes of the complaints worked on after the copy; where not all was read, they are to be looked through. */
          complaints: readonly string[]
        }>
      }>
    >(),
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
