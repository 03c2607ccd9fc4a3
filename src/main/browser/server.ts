import { createReadStream } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'

import { assertNever } from '#core/kernel/errors.ts'

import type { RouteName } from '#shared/contract/index.ts'
import type { Result } from '#shared/protocol/envelope.ts'
import { WINDOW_SECRET_FRAGMENT, WINDOW_SECRET_HEADER } from '#shared/protocol/window-secret.ts'

import type { CoreClient } from '../host/core-client.ts'
import { SECURITY_HEADERS } from '../host/security-policy.ts'
import { findStaticFile, listStaticFiles, type StaticFile } from '../host/static-files.ts'
import { createWindowDispatch } from '../host/window-dispatch.ts'
import { browserAbilities } from './abilities.ts'
import { answerApiCall } from './api.ts'
import { createEventStreams } from './event-streams.ts'
import { handOutFile, receiveFile } from './files.ts'
import { createLineWiper } from './line-wiper.ts'
import { LOCKED_PAGE } from './locked-page.ts'
import { wipeUnread } from './read-body.ts'
import { send, sendRefusal } from './respond.ts'
import { destinationOf } from './routing.ts'
import { refusalOf } from './security.ts'
import { createWindowKey } from './window-key.ts'

const LOOPBACK = '127.0.0.1'
const HEARTBEAT_MS = 15_000

/** After these another person may sit at the window: whatever somebody knew of it before is worth nothing any more. */
const SIGNING_IN: ReadonlySet<string> = new Set<RouteName>([
  'session.signIn',
  'session.secondStep',
  'session.recover',
  'session.restore',
  'setup.create',
])

export type BrowserHostOptions = Readonly<{
  core: CoreClient
  /** The built window. */
  rendererDir: string
  /** 0 for any free port. */
  port: number
  heartbeatMs?: number
}>

export interface BrowserHost {
  readonly origin: string
  /** Opens the window, once. */
  readonly launchUrl: string
  close(): Promise<void>
}

/**
 * Serves the window on 127.0.0.1 and nowhere else.
 * @throws the system's error when the port is taken (`EADDRINUSE`) or the window was not built.
 */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const { core } = options
  const staticFiles = listStaticFiles(options.rendererDir)
  const server = createServer()
  const port = await listen(server, options.port)
  const origin = new URL(`http://${LOOPBACK}:${port}`).origin
  const key = createWindowKey(port)
  const streams = createEventStreams(options.heartbeatMs ?? HEARTBEAT_MS)
  const stopEvents = core.onEvent((event, windowId) => streams.send(event, windowId))
  const dispatch = createWindowDispatch(core, browserAbilities(process.platform))
  const wiper = createLineWiper(LOOPBACK, port)

  server.on('request', (request, response) => {
    response.once('finish', () => wipeUnread(request))
    request.once('close', wiper.touched)
    answer(request, response).catch(() => {
      if (response.headersSent) response.destroy()
      else sendRefusal(response, 500, 'INTERNAL')
    })
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? ''
    const target = request.url ?? ''
    const refusal = refusalOf(
      {
        method,
        target,
        hosts: request.headersDistinct['host'] ?? [],
        origin: request.headers.origin,
        fetchSite: request.headers['sec-fetch-site']?.toString(),
      },
      origin,
    )
    if (refusal !== null) {
      sendRefusal(response, refusal === 'METHOD' ? 405 : 403, 'FORBIDDEN')
      return
    }

    const [path, query] = splitOnce(target, '?')
    const windowId = key.windowOf(request.headers.cookie)
    const token = new URLSearchParams(query).get('launch')
    // Only GET: a link preview that asks for the head must not use the token up.
    if (path === '/' && token !== null && method === 'GET') {
      launch(response, token, windowId !== null)
      return
    }
    const secret = request.headersDistinct[WINDOW_SECRET_HEADER.toLowerCase()]?.join()
    const asks = needsSecret(method, path)
    if (windowId === null || (asks && key.windowAsking(request.headers.cookie, secret) === null)) {
      refuseStranger(response, path)
      return
    }
    return answerWindow(request, response, windowId, path, query)
  }

  function launch(response: ServerResponse, token: string, known: boolean): void {
    const secrets = known ? null : key.redeem(token)
    if (!known && secrets === null) {
      refuseStranger(response, '/')
      return
    }
    send(response, 303, '', {
      Location: secrets === null ? '/' : `/${WINDOW_SECRET_FRAGMENT}${secrets.secret}`,
      'Cache-Control': 'no-store',
      ...(secrets === null ? {} : { 'Set-Cookie': secrets.cookie }),
    })
  }

  function renewed(route: string, result: Result<unknown>): Readonly<Record<string, string>> {
    if (!result.ok || !SIGNING_IN.has(route)) return {}
    const { cookie, secret } = key.renew()
    streams.endAll()
    return { 'Set-Cookie': cookie, [WINDOW_SECRET_HEADER]: secret }
  }

  async function answerWindow(
    request: IncomingMessage,
    response: ServerResponse,
    windowId: string,
    path: string,
    query: string,
  ): Promise<void> {
    const destination = destinationOf(request.method ?? '', path)
    switch (destination.kind) {
      case 'events':
        streams.open(windowId, response)
        return
      case 'call':
        return answerApiCall(request, response, windowId, destination.route, dispatch, renewed)
      case 'upload':
        return receiveFile(request, response, windowId, destination.ticket, core)
      case 'download': {
        const inline = new URLSearchParams(query).get('inline') === '1'
        return handOutFile(response, windowId, destination.ticket, inline, core)
      }
      case 'page':
        return sendStaticFile(response, findStaticFile(staticFiles, path))
      case 'refused':
        sendRefusal(response, destination.status, destination.code)
        return
      default:
        return assertNever(destination)
    }
  }

  return {
    origin,
    launchUrl: `${origin}/?launch=${key.launchToken}`,
    async close() {
      stopEvents()
      wiper.close()
      streams.close()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}

/** A page holds no data, and a file is fetched by a ticket that only the page was given; all else is asked by the page. */
function needsSecret(method: string, path: string): boolean {
  return path.startsWith('/api/') || (path.startsWith('/files/') && method === 'POST')
}

function refuseStranger(response: ServerResponse, path: string): void {
  if (path.startsWith('/api/') || path.startsWith('/files/')) {
    sendRefusal(response, 401, 'UNAUTHENTICATED', [{ path: '', code: 'NO_WINDOW' }])
    return
  }
  send(response, 401, LOCKED_PAGE, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
  })
}

async function sendStaticFile(
  response: ServerResponse,
  file: StaticFile | undefined,
): Promise<void> {
  if (file === undefined) {
    sendRefusal(response, 404, 'NOT_FOUND')
    return
  }
  response.writeHead(200, {
    ...SECURITY_HEADERS,
    'Content-Type': file.mediaType,
    'Cache-Control': file.cacheControl,
  })
  if (response.req.method === 'HEAD') response.end()
  else await pipeline(createReadStream(file.path), response)
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: LOOPBACK, port, exclusive: true }, () => {
      server.off('error', reject)
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

function splitOnce(text: string, separator: string): readonly [string, string] {
  const index = text.indexOf(separator)
  return index === -1 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)]
}
