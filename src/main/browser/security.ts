import { createHash, timingSafeEqual } from 'node:crypto'

/** What is known of a request before anything in it is believed. Header values as they were sent. */
export type RequestFacts = Readonly<{
  method: string
  target: string
  hosts: readonly string[]
  origin: string | undefined
  fetchSite: string | undefined
}>

export type RequestRefusal = 'METHOD' | 'TARGET' | 'HOST' | 'ORIGIN' | 'CROSS_SITE'

/**
 * Whether a request may come from our own window. The Host header must be this server's own address,
 * so a foreign name pointed at 127.0.0.1 (DNS rebinding) gets nothing; a request that changes
 * something must say it comes from our origin; and the browser must not call it cross-site.
 * Returns why not, or null.
 */
export function refusalOf(facts: RequestFacts, ownOrigin: string): RequestRefusal | null {
  const reads = facts.method === 'GET' || facts.method === 'HEAD'
  if (!reads && facts.method !== 'POST') return 'METHOD'
  if (!facts.target.startsWith('/') || facts.target.startsWith('//')) return 'TARGET'
  if (facts.hosts.length !== 1 || facts.hosts[0] !== new URL(ownOrigin).host) return 'HOST'
  if (facts.origin === undefined ? !reads : facts.origin !== ownOrigin) return 'ORIGIN'
  const ownSite = facts.fetchSite === undefined || facts.fetchSite === 'same-origin'
  const typedByUser = reads && facts.fetchSite === 'none'
  return ownSite || typedByUser ? null : 'CROSS_SITE'
}

/** Compares two secrets in a time that tells nothing about where they differ. */
export function sameSecret(left: string, right: string): boolean {
  return timingSafeEqual(sha256(left), sha256(right))
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** The value of one cookie, or null. A name sent twice is nobody's: a neighbour on this host set the other. */
export function cookieValue(header: string | undefined, name: string): string | null {
  const values = (header ?? '').split(';').flatMap((part) => {
    const separator = part.indexOf('=')
    return part.slice(0, separator).trim() === name ? [part.slice(separator + 1).trim()] : []
  })
  return values.length === 1 ? (values[0] ?? null) : null
}
