import type { IncomingMessage, ServerResponse } from 'node:http'

import { MAX_REQUEST_BYTES, type Result } from '#shared/protocol/envelope.ts'

import type { WindowDispatch } from '../host/window-dispatch.ts'
import { readBody } from './read-body.ts'
import { sendRefusal, sendResult } from './respond.ts'

const JSON_MEDIA_TYPE = /^application\/json(?:\s*;\s*charset=utf-8)?$/i

/** Answers `POST /api/<route>`: the body is the route's input as JSON, the answer is the envelope with the headers it brings. */
export async function answerApiCall(
  request: IncomingMessage,
  response: ServerResponse,
  windowId: string,
  route: string,
  dispatch: WindowDispatch,
  headersOf: (route: string, result: Result<unknown>) => Readonly<Record<string, string>>,
): Promise<void> {
  const mediaType = request.headers['content-type'] ?? ''
  if (!JSON_MEDIA_TYPE.test(mediaType) || request.headers['content-encoding'] !== undefined) {
    sendRefusal(response, 415, 'INVALID_INPUT', [{ path: '', code: 'NOT_JSON' }])
    return
  }
  const body = await readBody(request, MAX_REQUEST_BYTES)
  if (body.outcome === 'aborted') return
  if (body.outcome === 'too-large') {
    sendRefusal(response, 413, 'TOO_LARGE')
    return
  }
  const result = await dispatch(windowId, route, body.bytes)
  sendResult(response, result, undefined, headersOf(route, result))
}
