/** The browser host's stream of events across a sign-in, which gives out another secret and ends the streams. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { listenToHost } from '#renderer/event-stream.ts'
import { fetchAsWindow } from '#renderer/window-secret.ts'
import type { AppEvent } from '#shared/protocol/events.ts'
import { WINDOW_SECRET_HEADER } from '#shared/protocol/window-secret.ts'

const KEPT_AS = 'hoi-am-window'

let kept: Map<string, string>
/** The secret each opening of the stream showed, and the way to end the one that is open. */
let shown: (string | null)[]
let endStream: () => void
let signInAnswer: PromiseWithResolvers<Response>
let heard: AppEvent[]
let stop: () => void

beforeEach(() => {
  vi.useFakeTimers()
  kept = new Map([[KEPT_AS, 'before']])
  shown = []
  heard = []
  signInAnswer = Promise.withResolvers()
  vi.stubGlobal('window', {
    localStorage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    },
  })
  let valid = 'before'
  vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
    if (path === '/api/session.signIn') {
      valid = 'after'
      return signInAnswer.promise
    }
    const secret = new Headers(request.headers).get(WINDOW_SECRET_HEADER)
    shown.push(secret)
    if (secret !== valid) return new Response('{}', { status: 401 })
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
    endStream = () => void writable.close()
    return new Response(readable)
  })
  stop = listenToHost((event) => heard.push(event))
})
afterEach(() => {
  stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function signedIn(): void {
  signInAnswer.resolve(new Response('{}', { headers: { [WINDOW_SECRET_HEADER]: 'after' } }))
}

describe('the stream of events', () => {
  it('that a sign-in ended is opened with the secret the sign-in brings, and never with the one before', async () => {
    await vi.advanceTimersByTimeAsync(2_000)
    void fetchAsWindow('/api/session.signIn', { method: 'POST' })
    endStream()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(shown).toEqual(['before'])
    signedIn()
    await vi.advanceTimersByTimeAsync(0)
    expect(shown).toEqual(['before', 'after'])
    expect(heard).toEqual([])
  })

  it('of another tab waits for the secret before it says that nobody is signed in', async () => {
    await vi.advanceTimersByTimeAsync(2_000)
    void fetch('/api/session.signIn', {})
    endStream()
    await vi.advanceTimersByTimeAsync(500)
    expect(shown).toEqual(['before', 'before'])
    kept.set(KEPT_AS, 'after')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(shown.at(-1)).toBe('after')
    expect(heard).toEqual([])
  })

  it('says that nobody is signed in when the host has forgotten this window', async () => {
    await vi.advanceTimersByTimeAsync(2_000)
    void fetch('/api/session.signIn', {})
    endStream()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(heard).toEqual([{ type: 'signed-out', reason: 'core-restarted' }])
    expect(shown).toEqual(['before', 'before'])
  })
})
