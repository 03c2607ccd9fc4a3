import type { CDPSession } from 'playwright-core'

/** One conversation with a page, or with the browser itself, in Chrome's DevTools protocol. */
export type Session = Pick<CDPSession, 'send'> & Readonly<{ on: CDPSession['on'] }>

export type Browser = Readonly<{ root: Session; attach: (targetId: string) => Promise<Session> }>

type Waiting = Readonly<{ done: (answer: object) => void; failed: (error: Error) => void }>

type Message = Readonly<{
  id?: number
  sessionId?: string
  method?: string
  params?: object
  result?: object
  error?: { message: string }
}>

/** Speaks with a Chromium that was started with a debugging port; one socket carries every session. */
export async function connect(endpoint: string): Promise<Browser> {
  const socket = new WebSocket(endpoint)
  await new Promise<void>((resolve, reject) => {
    socket.onopen = () => resolve()
    socket.onerror = () => reject(new Error('Chromium does not answer.'))
  })
  const waiting = new Map<number, Waiting>()
  const listeners = new Map<string, ((params: object) => void)[]>()
  let last = 0

  socket.onmessage = ({ data }: MessageEvent<string>) => {
    const message = JSON.parse(data) as Message
    if (message.id === undefined) {
      const heard = listeners.get(`${message.sessionId ?? ''} ${message.method ?? ''}`) ?? []
      for (const listener of heard) listener(message.params ?? {})
      return
    }
    const asked = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.error === undefined) asked?.done(message.result ?? {})
    else asked?.failed(new Error(message.error.message))
  }
  socket.onclose = () => {
    for (const { failed } of waiting.values()) failed(new Error('Chromium is gone.'))
    waiting.clear()
  }

  function session(sessionId?: string): Session {
    const spoken = {
      send(method: string, params: object = {}) {
        last += 1
        const id = last
        return new Promise<object>((done, failed) => {
          if (socket.readyState !== WebSocket.OPEN) {
            failed(new Error('Chromium is gone.'))
            return
          }
          waiting.set(id, { done, failed })
          socket.send(JSON.stringify({ id, method, params, sessionId }))
        })
      },
      on(method: string, listener: (params: object) => void) {
        const key = `${sessionId ?? ''} ${method}`
        listeners.set(key, [...(listeners.get(key) ?? []), listener])
        return spoken
      },
    }
    // The protocol's types are Playwright's; the messages themselves are not looked into here.
    return spoken as unknown as Session
  }

  const root = session()
  return {
    root,
    async attach(targetId) {
      const { sessionId } = await root.send('Target.attachToTarget', { targetId, flatten: true })
      return session(sessionId)
    },
  }
}
