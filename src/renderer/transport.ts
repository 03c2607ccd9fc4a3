import type { ErrorCode } from '#core/kernel/errors.ts'
import type { Bridge } from '#shared/bridge.ts'
import { MAX_FILE_BYTES, type Result } from '#shared/protocol/envelope.ts'
import type { AppEvent } from '#shared/protocol/events.ts'
import { encodeInput, UnsayableInput } from '#shared/protocol/wire.ts'

import { noteHost } from './lost-answer.ts'
import { listenToHost } from './event-stream.ts'
import { fetchAsWindow, takeWindowSecret, windowSecret } from './window-secret.ts'

export type EventListener = (event: AppEvent) => void

/** The window's way to the core, the same in both hosts. Nothing here ever throws: failures are results. */
export interface Transport {
  request(route: string, input: unknown): Promise<Result<unknown>>
  /** Hears what the core tells the windows, until the returned function is called. */
  onEvent(listener: EventListener): () => void
  /** Sends one file; `onProgress` hears the share sent, from 0 to 1. */
  upload(ticket: string, file: Blob, onProgress?: (share: number) => void): Promise<Result<unknown>>
  /** Fetches the bytes of a download ticket, for a preview. The ticket is used up. */
  download(ticket: string): Promise<Result<Blob>>
  /** Where a download ticket can be fetched once; `inline` shows a PDF instead of saving it. */
  fileUrl(ticket: string, options?: Readonly<{ inline?: boolean }>): string
}

/** Talks through the preload object in Electron, over HTTP in the browser host. */
export function createTransport(bridge: Bridge | undefined = window.hoiAm): Transport {
  const files = { upload, download, fileUrl }
  if (bridge === undefined) {
    takeWindowSecret()
    return { request: requestOverHttp, onEvent: eventStream(), ...files }
  }
  return {
    request: (route, input) => resultOf(() => send(input, (bytes) => bridge.request(route, bytes))),
    onEvent: (listener) => bridge.on(listener),
    ...files,
  }
}

function requestOverHttp(route: string, input: unknown): Promise<Result<unknown>> {
  return resultOf(() =>
    send(input, async (body) => {
      const headers = { 'Content-Type': 'application/json' }
      const path = `/api/${encodeURIComponent(route)}`
      const response = await reached(fetchAsWindow(path, { method: 'POST', headers, body }))
      return response.json()
    }),
  )
}

/** What the host says to it, noting whether there is one. */
async function reached(answer: Promise<Response>): Promise<Response> {
  try {
    const response = await answer
    noteHost(true)
    return response
  } catch (error) {
    noteHost(false)
    throw error
  }
}

/** Hands input over as bytes and wipes them when the answer is there: what was typed must not lie about twice. */
async function send(
  input: unknown,
  over: (bytes: Uint8Array<ArrayBuffer>) => Promise<unknown>,
): Promise<unknown> {
  const bytes = encodeInput(input)
  try {
    return await over(bytes)
  } finally {
    bytes.fill(0)
  }
}

/** One stream for all listeners, open while there are any. */
function eventStream(): Transport['onEvent'] {
  const listeners = new Set<EventListener>()
  let stop: (() => void) | undefined

  return (listener) => {
    listeners.add(listener)
    stop ??= listenToHost((event) => {
      for (const each of listeners) each(event)
    })
    return () => {
      listeners.delete(listener)
      if (listeners.size > 0) return
      stop?.()
      stop = undefined
    }
  }
}

function upload(
  ticket: string,
  file: Blob,
  onProgress: (share: number) => void = () => undefined,
): Promise<Result<unknown>> {
  if (file.size === 0) return Promise.resolve(failure('FILE_EMPTY'))
  if (file.size > MAX_FILE_BYTES) return Promise.resolve(failure('FILE_TOO_LARGE'))
  return new Promise((resolve) => {
    // `fetch` cannot tell how much of a body has been sent.
    const request = new XMLHttpRequest()
    request.open('POST', fileUrl(ticket))
    request.responseType = 'json'
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    for (const [name, value] of Object.entries(windowSecret()))
      request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded }) => onProgress(Math.min(1, loaded / file.size))
    request.onload = () => resolve(asResult(request.response))
    request.onerror = () => resolve(failure('CORE_RESTARTED'))
    request.onabort = () => resolve(failure('CORE_RESTARTED'))
    request.send(file)
  })
}

async function download(ticket: string): Promise<Result<Blob>> {
  try {
    const response = await fetch(fileUrl(ticket))
    if (response.ok) return { ok: true, data: await response.blob() }
    const refused = asResult(await response.json())
    return refused.ok ? failure('INTERNAL') : refused
  } catch {
    return failure('CORE_RESTARTED')
  }
}

function fileUrl(ticket: string, options: Readonly<{ inline?: boolean }> = {}): string {
  return `/files/${encodeURIComponent(ticket)}${options.inline === true ? '?inline=1' : ''}`
}

/**
 * A host that cannot be reached looks to the person like one that is starting again: try once more. The bridge may
 * also throw before there is any promise; input that JSON cannot say is a mistake of ours and is called one.
 */
async function resultOf(ask: () => Promise<unknown>): Promise<Result<unknown>> {
  try {
    return asResult(await ask())
  } catch (error) {
    return failure(error instanceof UnsayableInput ? 'INTERNAL' : 'CORE_RESTARTED')
  }
}

function asResult(value: unknown): Result<unknown> {
  return isResult(value) ? value : failure('INTERNAL')
}

function isResult(value: unknown): value is Result<unknown> {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false
  return value.ok === true ? 'data' in value : value.ok === false && 'error' in value
}

function failure(code: ErrorCode): Extract<Result<never>, { ok: false }> {
  return { ok: false, error: { code } }
}
