import { readFile } from 'node:fs/promises'

import type { CustomScheme } from 'electron'

import type { ErrorCode } from '#core/kernel/errors.ts'
import { MAX_FILE_BYTES, type Result } from '#shared/protocol/envelope.ts'

import type { CoreClient } from '../host/core-client.ts'
import { fileHeaders, ticketOf } from '../host/file-transfer.ts'
import { SECURITY_HEADERS } from '../host/security-policy.ts'
import { findStaticFile, type StaticFile, type StaticFiles } from '../host/static-files.ts'
import { APP_ORIGIN, APP_SCHEME, isAppUrl } from './app-origin.ts'

/** Like https in all but the network: standard URLs, secure context, fetch, streams; never past the CSP. */
export const APP_SCHEME_PRIVILEGES = {
  scheme: APP_SCHEME,
  privileges: {
    standard: true,
    secure: true,
    supportFetchAPI: true,
    stream: true,
    codeCache: true,
    bypassCSP: false,
    allowServiceWorkers: false,
    corsEnabled: false,
    allowExtensions: false,
  },
} as const satisfies CustomScheme

export type AppProtocolOptions = Readonly<{
  staticFiles: StaticFiles
  core: Pick<CoreClient, 'upload' | 'download'>
  /** The window now open; null between two windows. */
  windowId: () => string | null
}>

/** Answers every request under `app://`: the built window, and files by one-time ticket both ways. */
export function createAppProtocol(
  options: AppProtocolOptions,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const origin = request.headers.get('origin')
    const own = isAppUrl(request.url) && (origin === null || origin === APP_ORIGIN)
    if (!own) return refusal(403, 'FORBIDDEN')
    const { pathname, searchParams } = new URL(request.url)
    if (pathname.startsWith('/files/')) {
      const ticket = ticketOf(pathname)
      const windowId = options.windowId()
      if (ticket === null || windowId === null) return refusal(404, 'NOT_FOUND')
      if (request.method === 'POST') return receive(request, windowId, ticket, options.core)
      if (request.method !== 'GET') return refusal(405, 'FORBIDDEN')
      return handOut(windowId, ticket, searchParams.get('inline') === '1', options.core)
    }
    if (request.method !== 'GET') return refusal(405, 'FORBIDDEN')
    const file = findStaticFile(options.staticFiles, pathname)
    return file === undefined ? refusal(404, 'NOT_FOUND') : staticResponse(file)
  }
}

async function receive(
  request: Request,
  windowId: string,
  ticket: string,
  core: AppProtocolOptions['core'],
): Promise<Response> {
  const bytes = await readAtMost(request.body, MAX_FILE_BYTES)
  if (bytes === null) return refusal(413, 'FILE_TOO_LARGE')
  if (bytes.byteLength === 0) return refusal(400, 'FILE_EMPTY')
  return envelope(200, await core.upload(windowId, ticket, bytes))
}

async function handOut(
  windowId: string,
  ticket: string,
  inline: boolean,
  core: AppProtocolOptions['core'],
): Promise<Response> {
  const result = await core.download(windowId, ticket)
  if (!result.ok) return envelope(result.error.code === 'CORE_RESTARTED' ? 503 : 404, result)
  const { data } = result
  return new Response(Uint8Array.from(data.bytes), { headers: fileHeaders(data, inline) })
}

/** Reads a stream of at most `limit` bytes; from the first byte too many it is dropped and null returned. */
async function readAtMost(
  stream: ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream ?? []) {
    size += chunk.byteLength
    if (size > limit) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function staticResponse(file: StaticFile): Promise<Response> {
  return new Response(await readFile(file.path), {
    headers: {
      ...SECURITY_HEADERS,
      'Content-Type': file.mediaType,
      'Cache-Control': file.cacheControl,
    },
  })
}

function refusal(status: number, code: ErrorCode): Response {
  return envelope(status, { ok: false, error: { code } })
}

function envelope(status: number, result: Result<unknown>): Response {
  return Response.json(result, {
    status,
    headers: { ...SECURITY_HEADERS, 'Cache-Control': 'no-store' },
  })
}
