import type { ErrorCode } from '#core/kernel/errors.ts'

import { ticketOf } from '../host/file-transfer.ts'

/** What a request that has shown whose window it is asks for. */
export type Destination = Readonly<
  | { kind: 'events' }
  | { kind: 'call'; route: string }
  | { kind: 'upload'; ticket: string }
  | { kind: 'download'; ticket: string }
  | { kind: 'page' }
  | { kind: 'refused'; status: 404 | 405; code: ErrorCode }
>

const NOT_FOUND: Destination = { kind: 'refused', status: 404, code: 'NOT_FOUND' }
const WRONG_METHOD: Destination = { kind: 'refused', status: 405, code: 'FORBIDDEN' }

/** Reads method and path, as sent, into a destination. The name of a route is judged by the core. */
export function destinationOf(method: string, path: string): Destination {
  if (path === '/api/events' && method === 'GET') return { kind: 'events' }
  if (path.startsWith('/api/')) {
    return method === 'POST' ? { kind: 'call', route: path.slice('/api/'.length) } : WRONG_METHOD
  }
  if (path.startsWith('/files/')) {
    const ticket = ticketOf(path)
    if (ticket === null) return NOT_FOUND
    if (method === 'POST') return { kind: 'upload', ticket }
    // A ticket is good for one use: asking for the head alone would spend it on nothing.
    return method === 'GET' ? { kind: 'download', ticket } : WRONG_METHOD
  }
  return method === 'POST' ? NOT_FOUND : { kind: 'page' }
}
