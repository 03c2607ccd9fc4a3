import type { ServerResponse } from 'node:http'

import type { AppEvent } from '#shared/protocol/events.ts'

import { SECURITY_HEADERS } from '../host/security-policy.ts'

/** The open server-sent event streams, several per window when it is shown in several tabs. */
export interface EventStreams {
  open(windowId: string, response: ServerResponse): void
  /** To one window, or to all when none is named. */
  send(event: AppEvent, windowId: string | undefined): void
  /** Ends those that are open: whoever may still hear opens another. */
  endAll(): void
  close(): void
}

/** The comment sent at each beat keeps the connection from being taken for dead. */
export function createEventStreams(heartbeatMs: number): EventStreams {
  const streams = new Map<ServerResponse, string>()
  const heartbeat = setInterval(() => {
    for (const stream of streams.keys()) stream.write(': still here\n\n')
  }, heartbeatMs)
  heartbeat.unref()
  const endAll = (): void => {
    for (const stream of streams.keys()) stream.end()
    streams.clear()
  }
  return {
    open(windowId, response) {
      response.writeHead(200, {
        ...SECURITY_HEADERS,
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
      })
      // So that the headers, and with them the answer, are there before the first event.
      response.write(': open\n\n')
      streams.set(response, windowId)
      response.on('close', () => streams.delete(response))
    },
    send(event, windowId) {
      for (const [stream, id] of streams) {
        if (windowId === undefined || windowId === id) {
          stream.write(`data: ${JSON.stringify(event)}\n\n`)
        }
      }
    },
    endAll,
    close() {
      clearInterval(heartbeat)
      endAll()
    },
  }
}
