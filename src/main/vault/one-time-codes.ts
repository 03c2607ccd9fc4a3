import { timingSafeEqual } from 'node:crypto'

import { HOTP, Secret, TOTP } from 'otpauth'

import { CODE_SECONDS } from '#core/people/second-factor.ts'

/** Named in the app beside the user name. */
const ISSUER = 'Hồi Âm'
const KIND = { algorithm: 'SHA1', digits: 6 } as const

/** A new random secret for an authenticator app: 160 bits, as RFC 4226 recommends, in base32. */
export function newFactorSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The code an app shows in this step (RFC 6238: SHA-1, 30 seconds, six digits, which every app knows). */
export function codeOf(secret: string, step: number): string {
  return HOTP.generate({ ...KIND, secret: Secret.fromBase32(secret), counter: step })
}

/** Whether what was typed is the code of this step; takes as long for every wrong one. */
export function isCodeOf(secret: string, step: number, typed: string): boolean {
  const [code, other] = [Buffer.from(codeOf(secret, step)), Buffer.from(typed)]
  return code.length === other.length && timingSafeEqual(code, other)
}

/** What the picture says that the app reads. */
export function appAddress(secret: string, username: string): string {
  return new TOTP({
    ...KIND,
    issuer: ISSUER,
    label: username,
    period: CODE_SECONDS,
    secret: Secret.fromBase32(secret),
  }).toString()
}
