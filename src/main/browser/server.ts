import { createReadStream } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'

import type { CoreClient } from '../core-client.ts'
import { ticketOf } from '../file-transfer.ts'
import { SECURITY_HEADERS } from '../security-policy.ts'
import { findStaticFile, listStaticFiles, type StaticFile } from '../static-files.ts'
import { createWindowDispatch } from '../window-dispatch.ts'
import { answerApiCall } from './api.ts'
import { createEventStreams } from './event-streams.ts'
import { handOutFile, receiveFile } from './files.ts'
import { LOCKED_PAGE } from './locked-page.ts'
import { send, sendRefusal } from './respond.ts'
import { refusalOf } from './security.ts'
import { createWindowKey } from './window-key.ts'

const LOOPBACK = '127.0.0.1'
const HEARTBEAT_MS = 15_000
const API_PREFIX = '/api/'

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
  const staticFiles = listStaticFiles(options.rendererDir)
  const server = createServer()
  const port = await listen(server, options.port)
  const origin = new URL(`http://${LOOPBACK}:${port}`).origin
  const key = createWindowKey(port)
  const streams = createEventStreams(options.heartbeatMs ?? HEARTBEAT_MS)
  const stopEvents = options.core.onEvent((event, windowId) => streams.send(event, windowId))
  const dispatch = createWindowDispatch(options.core, {
    info: { kind: 'browser', platform: process.platform },
    // Here the window saves by following its download link; the browser asks where.
    saveFile: async () => ({
      ok: false,
      error: { code: 'NOT_ALLOWED', issues: [{ path: '', code: 'NOT_IN_BROWSER_HOST' }] },
    }),
  })

  server.on('request', (request, response) => {
    answer(request, response).catch(() => {
      if (response.headersSent) response.destroy()
      else sendRefusal(response, 500, 'INTERNAL')
    })
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: target = '' } = request
    const { host: hosts = [] } = request.headersDistinct
    const { origin: claimedOrigin, 'sec-fetch-site': fetchSite } = request.headers
    const refusal = refusalOf(
      { method, target, hosts, origin: claimedOrigin, fetchSite: single(fetchSite) },
      origin,
    )
    if (refusal !== null)
      return sendRefusal(response, refusal === 'METHOD' ? 405 : 403, 'FORBIDDEN')

    const [path = '', query = ''] = splitOnce(target, '?')
    const windowId = key.windowOf(request.headers.cookie)
    const token = new URLSearchParams(query).get('launch')
    // Only GET: a link preview that asks for the head must not use the token up.
    if (path === '/' && token !== null && method === 'GET')
      return launch(response, token, windowId !== null)
    if (windowId === null) return refuseStranger(response, path)
    return answerWindow(request, response, windowId, path, query)
  }

  function launch(response: ServerResponse, token: string, known: boolean): void {
    const cookie = known ? null : key.redeem(token)
    if (!known && cookie === null) return refuseStranger(response, '/')
    send(response, 303, '', {
      Location: '/',
      'Cache-Control': 'no-store',
      ...(cookie === null ? {} : { 'Set-Cookie': cookie }),
    })
  }

  async function answerWindow(
    request: IncomingMessage,
    response: ServerResponse,
    windowId: string,
    path: string,
    query: string,
  ): Promise<void> {
    const posted = request.method === 'POST'
    if (path === '/api/events' && request.method === 'GET') return streams.open(windowId, response)
    if (path.startsWith(API_PREFIX)) {
      if (!posted) return sendRefusal(response, 405, 'FORBIDDEN')
      const route = path.slice(API_PREFIX.length)
      return answerApiCall(request, response, windowId, route, dispatch)
    }
    if (path.startsWith('/files/')) {
      const ticket = ticketOf(path)
      if (ticket === null) return sendRefusal(response, 404, 'NOT_FOUND')
      if (posted) return receiveFile(request, response, windowId, ticket, options.core)
      if (request.method === 'HEAD') return sendRefusal(response, 405, 'FORBIDDEN')
      const inline = new URLSearchParams(query).get('inline') === '1'
      return handOutFile(response, windowId, ticket, inline, options.core)
    }
    const file = posted ? undefined : findStaticFile(staticFiles, path)
    if (file === undefined) return sendRefusal(response, 404, 'NOT_FOUND')
    return sendStaticFile(response, file)
  }

  return {
    origin,
    launchUrl: `${origin}/?launch=${key.launchToken}`,
    async close() {
      stopEvents()
      streams.close()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}

function refuseStranger(response: ServerResponse, path: string): void {
  if (path.startsWith(API_PREFIX) || path.startsWith('/files/')) {
    sendRefusal(response, 401, 'UNAUTHENTICATED', [{ path: '', code: 'NO_WINDOW' }])
    return
  }
  send(response, 401, LOCKED_PAGE, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
  })
}

async function sendStaticFile(response: ServerResponse, file: StaticFile): Promise<void> {
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

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(', ') : value
}

function splitOnce(text: string, separator: string): readonly [string, string] {
  const index = text.indexOf(separator)
  return index === -1 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)]
}
