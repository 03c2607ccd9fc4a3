import { randomBytes } from 'node:crypto'

import { cookieValue, sameSecret } from './security.ts'

/** Lets exactly one browser in: the first that shows the launch token. */
export interface WindowKey {
  /** To be put in the start link; good for one use. */
  readonly launchToken: string
  /** The cookie to set for the right token, the first time; otherwise null. */
  redeem(token: string): string | null
  /** The window a cookie header belongs to, or null. */
  windowOf(cookieHeader: string | undefined): string | null
}

/**
 * Makes a fresh pair of secrets, 256 bits each. Cookies are shared between the ports of one host, so
 * the port is part of the name: two consoles side by side do not sign each other out.
 */
export function createWindowKey(port: number): WindowKey {
  const cookieName = `hoi-am-${port}`
  const launchToken = randomBytes(32).toString('base64url')
  const windowId = randomBytes(32).toString('base64url')
  let redeemed = false
  return {
    launchToken,
    redeem(token) {
      if (redeemed || !sameSecret(token, launchToken)) return null
      redeemed = true
      return `${cookieName}=${windowId}; Path=/; HttpOnly; SameSite=Strict`
    },
    windowOf(cookieHeader) {
      const value = cookieValue(cookieHeader, cookieName)
      return redeemed && value !== null && sameSecret(value, windowId) ? windowId : null
    },
  }
}
