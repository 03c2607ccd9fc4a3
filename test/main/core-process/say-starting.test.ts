import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { type CoreChild, startCoreClient } from '#main/host/core-client.ts'
import { sayStarting } from '#main/core-process/say-starting.ts'
import type { CoreMessage } from '#shared/protocol/core-messages.ts'
import { encodeInput } from '#shared/protocol/wire.ts'
import { NO_READER, READY } from '#test/fixtures/core-child/start.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('a core at work on its start says so once a second, until it is over', () => {
  const said: string[] = []
  const over = sayStarting(({ type }) => said.push(type))
  vi.advanceTimersByTime(3_500)
  expect(said).toEqual(['starting', 'starting', 'starting'])
  over()
  vi.advanceTimersByTime(10_000)
  expect(said).toHaveLength(3)
})

describe('whoever waits for a core that starts', () => {
  /** A core that says what the test says, and answers every request with its route. */
  function aCore() {
    let say: (message: CoreMessage) => void = () => undefined
    let exit = (): void => undefined
    const child: CoreChild = {
      send(message) {
        if (message.type === 'shutdown') exit()
        if (message.type !== 'request') return
        say({ type: 'response', id: message.id, result: { ok: true, data: message.route } })
      },
      kill: () => exit(),
      onMessage: (listener) => void (say = listener),
      onExit: (listener) => void (exit = listener),
    }
    const client = startCoreClient({ spawn: () => child, reader: NO_READER })
    return { client, say: (message: CoreMessage) => say(message) }
  }

  const STARTING = { type: 'starting' } as const

  it('waits for as long as it says that it is at work, and hears so', async () => {
    const { client, say } = aCore()
    const heard: string[] = []
    client.onEvent(({ type }) => heard.push(type))
    const answer = client.request('w1', 'app.status', encodeInput({}))
    for (let minute = 0; minute < 5; minute += 1) {
      for (let part = 0; part < 3; part += 1) {
        vi.advanceTimersByTime(20_000)
        say(STARTING)
      }
    }
    say(READY)
    expect(await answer).toEqual({ ok: true, data: 'app.status' })
    expect(new Set(heard)).toEqual(new Set(['starting']))
    await client.close()
  })

  it('is answered without it once it has said nothing for half a minute, as one that hangs', async () => {
    const { client, say } = aCore()
    const answer = client.request('w1', 'app.status', encodeInput({}))
    vi.advanceTimersByTime(20_000)
    say(STARTING)
    vi.advanceTimersByTime(30_000)
    expect(await answer).toEqual({ ok: false, error: { code: 'CORE_RESTARTED' } })
    await client.close()
  })
})
