/** The window's side of the bridge, over a bridge that copies as a structured clone does and throws as Electron's does. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { reactive } from 'vue'

import { createTransport } from '#renderer/transport.ts'
import type { Bridge } from '#shared/bridge.ts'

const DONE = { ok: true, data: 'done' }

function bridgeThat(answer: (route: string, bytes: Uint8Array) => Promise<unknown>): Bridge {
  return {
    request: (route, input) => answer(route, structuredClone(input)),
    on: () => () => undefined,
  } as Bridge
}

async function request(bridge: Bridge, input: unknown): Promise<unknown> {
  return createTransport(bridge).request('a.route', input)
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

describe('over the bridge', () => {
  it('sends what Vue made reactive as plain JSON', async () => {
    let sent = ''
    const bridge = bridgeThat(async (_, bytes) => {
      sent = textOf(bytes)
      return DONE
    })
    const form = reactive({ organisation: { sites: [{ id: 'ledu' }] }, on: null })
    expect(await request(bridge, form)).toEqual(DONE)
    expect(JSON.parse(sent)).toEqual({ organisation: { sites: [{ id: 'ledu' }] }, on: null })
  })

  it('wipes its own bytes when the answer is there', async () => {
    const kept: Uint8Array[] = []
    const bridge = { request: async (_: string, bytes: Uint8Array) => (kept.push(bytes), DONE) }
    await request(bridge as unknown as Bridge, { password: 'con chim' })
    expect(kept[0]?.every((byte) => byte === 0)).toBe(true)
  })

  it.each([
    ['a bridge that throws at once, as the context bridge does', 'CORE_RESTARTED'],
    ['a bridge that rejects', 'CORE_RESTARTED'],
    ['an answer that is none', 'INTERNAL'],
    ['a bridge that gives no promise', 'INTERNAL'],
  ] as const)('answers %s with its own error', async (what, code) => {
    const answers: Record<string, () => unknown> = {
      'a bridge that throws at once, as the context bridge does': () => {
        throw new DOMException('#<Object> could not be cloned.', 'DataCloneError')
      },
      'a bridge that rejects': () => Promise.reject(new Error('no handler')),
      'an answer that is none': () => Promise.resolve({ done: true }),
      'a bridge that gives no promise': () => 5,
    }
    const bridge = { request: answers[what] } as unknown as Bridge
    expect(await request(bridge, {})).toEqual({ ok: false, error: { code } })
  })

  it('calls input that JSON cannot say a mistake, and sends nothing', async () => {
    let calls = 0
    const bridge = bridgeThat(async () => (calls++, DONE))
    expect(await request(bridge, { n: 1n })).toEqual({ ok: false, error: { code: 'INTERNAL' } })
    expect(calls).toBe(0)
  })
})

describe('over HTTP', () => {
  afterEach(() => vi.unstubAllGlobals())

  it.each([
    ['a host that is not there', () => Promise.reject(new TypeError('fetch failed'))],
    ['an answer that is no JSON', async () => new Response('<html>')],
  ])('answers %s with its own error', async (_, fetched) => {
    vi.stubGlobal('window', { location: { hash: '' }, localStorage: { getItem: () => null } })
    vi.stubGlobal('fetch', fetched)
    const answer = await createTransport(undefined).request('a.route', { a: 1 })
    expect(answer).toEqual({ ok: false, error: { code: 'CORE_RESTARTED' } })
  })
})
