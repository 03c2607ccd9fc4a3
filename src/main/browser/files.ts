import type { IncomingMessage, ServerResponse } from 'node:http'

import { MAX_FILE_BYTES } from '#shared/protocol/envelope.ts'

import type { CoreClient } from '../host/core-client.ts'
import { fileHeaders } from '../host/file-transfer.ts'
import { readBody } from './read-body.ts'
import { send, sendRefusal, sendResult } from './respond.ts'

/** Takes in `POST /files/<ticket>`: the raw bytes of one file, judged before the core sees them. */
export async function receiveFile(
  request: IncomingMessage,
  response: ServerResponse,
  windowId: string,
  ticket: string,
  core: Pick<CoreClient, 'upload'>,
): Promise<void> {
  const body = await readBody(request, MAX_FILE_BYTES)
  if (body.outcome === 'aborted') return
  if (body.outcome === 'too-large') {
    sendRefusal(response, 413, 'FILE_TOO_LARGE')
    return
  }
  if (body.bytes.byteLength === 0) {
    sendRefusal(response, 400, 'FILE_EMPTY')
    return
  }
  sendResult(response, await core.upload(windowId, ticket, body.bytes))
}

/** Hands out `GET /files/<ticket>`; a ticket that is used, foreign or unknown is not found. */
export async function handOutFile(
  response: ServerResponse,
  windowId: string,
  ticket: string,
  inline: boolean,
  core: Pick<CoreClient, 'download'>,
): Promise<void> {
  const result = await core.download(windowId, ticket)
  if (result.ok) send(response, 200, result.data.bytes, fileHeaders(result.data, inline))
  else sendResult(response, result, result.error.code === 'CORE_RESTARTED' ? 503 : 404)
}
