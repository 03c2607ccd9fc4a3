import type { ServerResponse } from 'node:http'

import type { ErrorCode, Issue } from '#core/kernel/errors.ts'
import type { Result } from '#shared/protocol/envelope.ts'

import { SECURITY_HEADERS } from '../host/security-policy.ts'

/**
 * Refusals of the transport itself have a status of their own. A refusal by a rule of the core is an
 * ordinary answer (200): the envelope says it all, and a browser console stays free of red lines.
 */
const STATUS_OF_CODE: Partial<Record<ErrorCode, number>> = {
  UNKNOWN_ROUTE: 404,
  INTERNAL: 500,
  CORE_RESTARTED: 503,
}

/** Answers with the envelope. The status follows from the code unless the transport knows better. */
export function sendResult(
  response: ServerResponse,
  result: Result<unknown>,
  status: number = result.ok ? 200 : (STATUS_OF_CODE[result.error.code] ?? 200),
  headers: Readonly<Record<string, string>> = {},
): void {
  send(response, status, JSON.stringify(result), {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    ...headers,
  })
}

/** Answers with a refusal made here, before the core. */
export function sendRefusal(
  response: ServerResponse,
  status: number,
  code: ErrorCode,
  issues: readonly Issue[] = [],
): void {
  const error = issues.length === 0 ? { code } : { code, issues }
  sendResult(response, { ok: false, error }, status)
}

/** Answers with a page, a redirect or nothing but a status. */
export function send(
  response: ServerResponse,
  status: number,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (response.headersSent || response.destroyed) return
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    ...headers,
    'Content-Length': String(Buffer.byteLength(body)),
    // A body that was refused half-way must not be taken for the next request.
    ...(response.req.complete ? {} : { Connection: 'close' }),
  })
  response.end(response.req.method === 'HEAD' ? undefined : body)
}
