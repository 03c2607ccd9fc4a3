import type { Instant } from '../kernel/calendar.ts'

/** Seconds one code of an authenticator app is shown for (RFC 6238). */
export const CODE_SECONDS = 30

/** Recovery codes somebody is given once, for the day the telephone is gone. */
export const RECOVERY_CODES = 10

/** The app by which somebody shows at sign-in, after the password, that it is them. One for each person who set one up. */
export type SecondFactor = Readonly<{
  /** The person's. */
  id: string
  version: number
  /** What the app and the board share, in base32. It lies in the encrypted database and leaves the core only at the set-up. */
  secret: string
  since: Instant
  /** The step whose code was taken last: no code of it or of an earlier one is taken again. */
  lastStep: number
  /** SHA-256 of the recovery codes that are still unused. */
  recoveryHashes: readonly string[]
}>

/**
 * What a session still lacks to be whole: the code of the app, or an app at all where the board demands one of this role.
 */
export type MissingFactor = 'code' | 'factor'

/** How somebody stands with the second step, as their own window is told. */
export type SecondStepState = MissingFactor | 'on' | 'off'

/** The step a moment is in: how many times {@link CODE_SECONDS} have passed since 1970. */
export function stepAt(now: Instant): number {
  return Math.floor(Date.parse(now) / (CODE_SECONDS * 1_000))
}

/**
 * The step whose code was typed, of the present one and those beside it: clocks of telephones drift, people are slow. Never
 * one that was taken before, or one earlier than that: a code read over a shoulder opens nothing. Null for a wrong code.
 */
export function acceptedStep(
  now: Instant,
  lastStep: number,
  isCodeOf: (step: number) => boolean,
): number | null {
  const present = stepAt(now)
  const steps = [present, present - 1, present + 1]
  return steps.find((step) => step > lastStep && isCodeOf(step)) ?? null
}
