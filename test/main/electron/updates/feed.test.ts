/** How long a feed is waited for, on a clock of the test's own. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { type Door, fetchWhole } from '#main/electron/updates/feed.ts'

const BASE = 'https://updates.example/'
const HALF_A_MINUTE = 30_000

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A server that sends a byte every half minute, `bytes` of them, until it is hung up on. */
function dripping(bytes: number): Door & Readonly<{ sent: () => number }> {
  let sent = 0
  async function* body(signal: AbortSignal): AsyncGenerator<Uint8Array> {
    while (sent < bytes) {
      await new Promise((resolve) => setTimeout(resolve, HALF_A_MINUTE))
      signal.throwIfAborted()
      sent += 1
      yield new Uint8Array(1)
    }
  }
  const door: Door = async (_url, signal) => ({ status: 200, body: body(signal) })
  return Object.assign(door, { sent: () => sent })
}

/** A server that takes the question and says nothing. */
const silent: Door = (_url, signal) =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('stopped')))
  })

const outcomeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    (bytes) => bytes,
    (error: unknown) => (error instanceof Error && 'problem' in error ? error.problem : error),
  )

describe('a small file of the feed', () => {
  const ask = (door: Door, signal = new AbortController().signal): Promise<unknown> =>
    outcomeOf(fetchWhole(door, BASE, 'hoi-am-update.json', 100, signal))

  it('that drips is given up after a minute, though the server is never silent for so long', async () => {
    const door = dripping(50)
    const outcome = ask(door)
    await vi.runAllTimersAsync()
    expect(await outcome).toBe('UPDATE_UNREACHABLE')
    expect(door.sent()).toBeLessThanOrEqual(2)
  })

  it('that is there within the minute is taken, however it comes', async () => {
    const outcome = ask(dripping(1))
    await vi.runAllTimersAsync()
    expect(await outcome).toEqual(Buffer.alloc(1))
  })

  it('of a server that says nothing is given up', async () => {
    const outcome = ask(silent)
    await vi.runAllTimersAsync()
    expect(await outcome).toBe('UPDATE_UNREACHABLE')
  })

  it('is left at once on a press', async () => {
    const stopping = new AbortController()
    const outcome = ask(silent, stopping.signal)
    stopping.abort()
    expect(await outcome).toBe('UPDATE_STOPPED')
  })

  it('leaves no timer behind that would keep the program from ending', async () => {
    const outcome = ask(async () => ({ status: 404, body: dripping(0).sent() as never }))
    expect(await outcome).toBeNull()
    expect(vi.getTimerCount()).toBe(0)
  })
})
