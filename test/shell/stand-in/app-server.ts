import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'

import type { Session } from './session.ts'

/** The real address behind a page's own one, and back: Chromium cannot be given a scheme from outside. */
export type AppServer = Readonly<{
  /** What the page sees as its origin. `*.localhost` is a secure context, as `app://` is. */
  origin: string
  toApp: (url: string) => string
  toPage: (url: string) => string
  close: () => void
}>

const NOT_PASSED_ON: ReadonlySet<string> = new Set(['host', 'connection', 'content-length'])

/** Serves one origin of a scheme the program handles, by the program's own handler, on a loopback port. */
export async function serveScheme(
  session: Session,
  scheme: string,
  host: string,
): Promise<AppServer> {
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const origin = `http://${host}.localhost:${port}`
  const inApp = `${scheme}://${host}`

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const handler = session.handlers.get(scheme)
    if (handler === undefined) throw new Error(`Nobody handles ${scheme}.`)
    const method = request.method ?? 'GET'
    const headers = new Headers()
    for (const [name, value] of Object.entries(request.headers)) {
      if (!NOT_PASSED_ON.has(name)) headers.set(name, String(value).replace(origin, inApp))
    }
    const init: RequestInit & { duplex?: 'half' } = { method, headers }
    if (method !== 'GET' && method !== 'HEAD') {
      init.body = Readable.toWeb(request) as never
      init.duplex = 'half'
    }
    const answered = await handler(new Request(`${inApp}${request.url ?? '/'}`, init))
    response.writeHead(answered.status, Object.fromEntries(answered.headers))
    if (answered.body === null) response.end()
    else Readable.fromWeb(answered.body as never).pipe(response)
  }

  return {
    origin,
    toApp: (url) => (url.startsWith(`${origin}/`) ? inApp + url.slice(origin.length) : url),
    toPage: (url) => (url.startsWith(`${inApp}/`) ? origin + url.slice(inApp.length) : url),
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
