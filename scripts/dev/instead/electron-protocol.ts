import { isAppUrl } from '#main/electron/app-origin.ts'
import {
  type AppProtocolOptions,
  createAppProtocol as createRealProtocol,
} from '#main/electron/protocol.ts'
import { SECURITY_HEADERS } from '#main/host/security-policy.ts'

import { developmentVariable, WINDOW_ORIGIN_VARIABLE } from '../variables.ts'

export * from '#main/electron/protocol.ts'

/** As the real one, but the page and its modules are fetched from Vite, with the policy that lets its socket through. */
export function createAppProtocol(
  options: AppProtocolOptions,
): (request: Request) => Promise<Response> {
  const origin = developmentVariable(WINDOW_ORIGIN_VARIABLE)
  const answerReally = createRealProtocol(options)
  return async (request) => {
    const { pathname, search } = new URL(request.url)
    const isPage = request.method === 'GET' && isAppUrl(request.url)
    if (!isPage || pathname.startsWith('/files/')) return answerReally(request)
    const accept = request.headers.get('accept') ?? '*/*'
    const found = await fetch(`${origin}${pathname}${search}`, { headers: { accept } })
    return new Response(await found.arrayBuffer(), {
      status: found.status,
      headers: {
        ...headersWithSocket(origin),
        'Content-Type': found.headers.get('content-type') ?? 'application/octet-stream',
        'Cache-Control': 'no-store',
      },
    })
  }
}

/** The page's own origin is `app://`, so Vite's socket is a foreign address to it and needs to be named. */
function headersWithSocket(origin: string): Readonly<Record<string, string>> {
  const name = 'Content-Security-Policy'
  const strict = SECURITY_HEADERS[name] ?? ''
  const socket = origin.replace(/^http:/, 'ws:')
  return {
    ...SECURITY_HEADERS,
    [name]: strict.replace("connect-src 'self'", `connect-src 'self' ${socket}`),
  }
}
