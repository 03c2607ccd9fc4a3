import { randomBytes } from 'node:crypto'

import { cookieValue, sameSecret } from './security.ts'

/**
 * The two halves of what shows whose window a request comes from: a cookie for the browser, as it is to be set, and a
 * secret for the page alone.
 */
export type WindowSecrets = Readonly<{ cookie: string; secret: string }>

/** Lets exactly one browser in: the first that shows the launch token. */
export interface WindowKey {
  /** To be put in the start link; good for one use. */
  readonly launchToken: string
  /** The secrets for the right token, the first time; otherwise null. */
  redeem(token: string): WindowSecrets | null
  /** The window a cookie header belongs to, or null. Enough for what holds no data, and for one-time tickets. */
  windowOf(cookieHeader: string | undefined): string | null
  /** The same for a request that asks for data or does something: it has to show the page's secret as well. */
  windowAsking(cookieHeader: string | undefined, secret: string | undefined): string | null
  /** New secrets for the same window. The ones before are over as soon as the new ones are first used. */
  renew(): WindowSecrets
}

type Pair = Readonly<{ cookie: string; secret: string }>

/**
 * Makes fresh secrets, 256 bits each. A browser sends a cookie to every port of this machine, so to any program that
 * listens on one: with the cookie alone nothing can be asked. The page's secret is bound to our origin, port and all.
 * The port is part of the cookie's name, so that two consoles side by side do not sign each other out. What a window is
 * called towards the core is neither of the two, and never leaves the host.
 */
export function createWindowKey(port: number): WindowKey {
  const cookieName = `hoi-am-${port}`
  const launchToken = newSecret()
  const windowId = newSecret()
  let current: Pair | null = null
  let previous: Pair | null = null

  function renew(): WindowSecrets {
    previous = current
    current = { cookie: newSecret(), secret: newSecret() }
    return {
      cookie: `${cookieName}=${current.cookie}; Path=/; HttpOnly; SameSite=Strict`,
      secret: current.secret,
    }
  }

  function hasCookie(pair: Pair | null, cookieHeader: string | undefined): boolean {
    const value = cookieValue(cookieHeader, cookieName)
    return pair !== null && value !== null && sameSecret(value, pair.cookie)
  }

  return {
    launchToken,
    redeem: (token) => (current === null && sameSecret(token, launchToken) ? renew() : null),
    windowOf: (cookieHeader) =>
      hasCookie(current, cookieHeader) || hasCookie(previous, cookieHeader) ? windowId : null,
    windowAsking(cookieHeader, secret = '') {
      const isSecretOf = (pair: Pair | null): boolean =>
        pair !== null && sameSecret(secret, pair.secret)
      if (hasCookie(current, cookieHeader) && isSecretOf(current)) {
        previous = null
        return windowId
      }
      // What is on its way while the new secrets are: the browser has the cookie a moment before the page its secret.
      const pairs = previous === null ? [] : [current, previous]
      const shown = pairs.some((pair) => hasCookie(pair, cookieHeader)) && pairs.some(isSecretOf)
      return shown ? windowId : null
    },
    renew,
  }
}

function newSecret(): string {
  return randomBytes(32).toString('base64url')
}
