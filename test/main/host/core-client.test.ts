import { afterEach, describe, expect, it, vi } from 'vitest'

import { type CoreChild, type CoreClient, startCoreClient } from '#main/host/core-client.ts'
import type { CopyProgress } from '#shared/protocol/copy-progress.ts'
import type { CoreMessage, HostMessage } from '#shared/protocol/core-messages.ts'
import type { AppEvent } from '#shared/protocol/events.ts'
import { encodeInput } from '#shared/protocol/wire.ts'
import { NO_READER, READY, startEchoCore } from '#test/fixtures/core-child/start.ts'

const RESTARTED = { ok: false, error: { code: 'CORE_RESTARTED' } }
const QUICK = { restartPolicy: { delaysMs: [0, 1, 1, 1, 1, 1], quickDeathMs: 60_000 } }

let client: CoreClient

afterEach(() => client.close())

async function processId(): Promise<unknown> {
  const result = await client.request('w1', 'test.echo', encodeInput({}))
  return result.ok ? (result.data as { pid: number }).pid : result
}

describe('a living core', () => {
  it('answers each request with its own result, in whatever order', async () => {
    client = startEchoCore()
    const inputs = Array.from({ length: 50 }, (_, index) => ({ index, text: 'Đỗ Thị Hoà 🌸' }))
    const results = await Promise.all(
      inputs.map((input) => client.request('w1', 'test.echo', encodeInput(input))),
    )
    expect(results).toEqual(
      inputs.map((input) => ({
        ok: true,
        data: { windowId: 'w1', input, pid: expect.any(Number) },
      })),
    )
  })

  it('carries file bytes there and back unchanged, and a ticket works once', async () => {
    client = startEchoCore()
    const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => index % 251)
    const upload = await client.request('w1', 'test.uploadTicket', encodeInput({}))
    const uploadTicket = upload.ok ? String(upload.data) : ''
    expect(await client.upload('w1', uploadTicket, bytes)).toEqual({
      ok: true,
      data: { size: 300_000 },
    })
    expect(await client.upload('w1', uploadTicket, bytes)).toMatchObject({ ok: false })

    const download = await client.request('w1', 'test.downloadTicket', encodeInput({}))
    const file = await client.download('w1', download.ok ? String(download.data) : '')
    expect(file.ok && Buffer.from(file.data.bytes).equals(bytes)).toBe(true)
    expect(await client.download('w1', 'used-or-never-given')).toMatchObject({ ok: false })
  })

  it('passes events on with the window they are for, until the listener is removed', async () => {
    client = startEchoCore()
    const heard: unknown[] = []
    const stop = client.onEvent((event, windowId) => heard.push([event, windowId]))
    await client.request('w1', 'test.event', encodeInput('w2'))
    stop()
    await client.request('w1', 'test.event', encodeInput('w2'))
    expect(heard).toEqual([
      [{ type: 'changed', topic: 'complaint', id: 'to-all' }, undefined],
      [{ type: 'signed-out', reason: 'idle' }, 'w2'],
    ])
  })

  it('is told when a window closes', async () => {
    client = startEchoCore()
    await client.whenReady()
    const heard = new Promise<AppEvent>((resolve) => client.onEvent(resolve))
    client.windowClosed('w7')
    expect(await heard).toMatchObject({ id: 'closed w7' })
  })

  it('is told when nobody sits at the machine any more, once there is a core to tell', async () => {
    client = startEchoCore()
    client.away()
    await client.whenReady()
    const heard = new Promise<AppEvent>((resolve) => client.onEvent(resolve))
    client.away()
    expect(await heard).toEqual({ type: 'signed-out', reason: 'away' })
  })
})

describe('a core that retires', () => {
  /** Starts a client; `retired` resolves when its core was told to end. */
  function startRetiring(mode?: 'ignores-shutdown') {
    const told = Promise.withResolvers<undefined>()
    const reader = { ...NO_READER, rest: () => told.resolve(undefined) }
    client = startEchoCore(mode, { reader, silenceMs: 500 })
    return async () => {
      const answer = await client.request('w1', 'test.retire', encodeInput('after'))
      await told.promise
      return answer.ok ? answer.data : answer
    }
  }

  it('is followed by a fresh one at once, which answers what came meanwhile; nobody hears of it', async () => {
    const retired = startRetiring()
    const heard: AppEvent[] = []
    client.onEvent((event) => heard.push(event))
    const before = await retired()
    const after = await Promise.all([processId(), processId(), processId()])
    expect(before).toEqual(expect.any(Number))
    expect(after).toEqual([expect.any(Number), after[0], after[0]])
    expect(after[0]).not.toBe(before)
    expect(heard).toEqual([])
  })

  it('does not while somebody waits for an answer: they may just have come in', async () => {
    client = startEchoCore()
    const stayed = await client.request('w1', 'test.retire', encodeInput('before'))
    expect(await processId()).toBe(stayed.ok && stayed.data)
  })

  it('is ended by force when it does not end', async () => {
    const before = await startRetiring('ignores-shutdown')()
    const after = await processId()
    expect(after).toEqual(expect.any(Number))
    expect(after).not.toBe(before)
  })

  it('can be closed on its way out', async () => {
    await startRetiring()()
    await client.close()
    expect(await processId()).toEqual(RESTARTED)
  })
})

describe('a core that dies', () => {
  it('answers what it had received, tells the windows, and comes back as a new process', async () => {
    client = startEchoCore('normal', QUICK)
    const before = await processId()
    const told = new Promise<AppEvent>((resolve) => client.onEvent(resolve))
    const hanging = client.request('w1', 'test.hang', encodeInput({}))
    const crashing = client.request('w1', 'test.crash', encodeInput({}))
    expect(await Promise.all([hanging, crashing])).toEqual([RESTARTED, RESTARTED])
    expect(await told).toEqual({ type: 'signed-out', reason: 'core-restarted' })

    const after = await processId()
    expect(after).toEqual(expect.any(Number))
    expect(after).not.toBe(before)
  })

  it('keeps requests made while it restarts and answers them from the new process', async () => {
    client = startEchoCore('normal', {
      restartPolicy: { delaysMs: [0, 50], quickDeathMs: 60_000 },
    })
    await client.request('w1', 'test.crash', encodeInput({}))
    const results = await Promise.all(
      [1, 2, 3].map((n) => client.request('w1', 'test.echo', encodeInput(n))),
    )
    expect(results.every((result) => result.ok)).toBe(true)
  })

  it('that four requests kill one after the other is back for the fifth, and the program goes on', async () => {
    let gaveUp = 0
    client = startEchoCore('normal', {
      restartPolicy: { delaysMs: [0, 1, 1], quickDeathMs: 60_000 },
      onGaveUp: () => gaveUp++,
    })
    for (let death = 0; death < 4; death += 1) {
      // Answered, and not asked again of the next core.
      expect(await client.request('w1', 'test.crash', encodeInput({}))).toEqual(RESTARTED)
    }
    expect(await processId()).toEqual(expect.any(Number))
    expect(gaveUp).toBe(0)
  })

  it('is given up after its last quick death: told once, and every call answered', async () => {
    let gaveUp = 0
    client = startEchoCore('dies-at-start', {
      restartPolicy: { delaysMs: [0, 1, 1], quickDeathMs: 60_000 },
      onGaveUp: () => gaveUp++,
    })
    const waiting = client.request('w1', 'test.echo', encodeInput({}))
    expect(await client.whenReady()).toBe(false)
    expect(await waiting).toEqual(RESTARTED)
    expect(await client.request('w1', 'test.echo', encodeInput({}))).toEqual(RESTARTED)
    expect(gaveUp).toBe(1)
  })

  it('answers a request that waited longer than the limit for it to start', async () => {
    client = startEchoCore('never-ready', { waitForReadyMs: 30, silenceMs: 30 })
    expect(await client.request('w1', 'test.echo', encodeInput({}))).toEqual(RESTARTED)
  })
})

describe('a message that cannot be sent', () => {
  it.each(['at once', 'when the core is ready'])(
    'is answered, and those behind it go out: %s',
    async (when) => {
      let hear: (message: CoreMessage) => void = () => undefined
      let leave = (): void => undefined
      const child: CoreChild = {
        send(message) {
          if (message.type !== 'request') return
          if (message.route === 'bad') throw new RangeError('Maximum call stack size exceeded')
          hear({ type: 'response', id: message.id, result: { ok: true, data: message.route } })
        },
        kill: () => leave(),
        onMessage: (listener) => void (hear = listener),
        onExit: (listener) => void (leave = listener),
      }
      client = startCoreClient({ spawn: () => child, reader: NO_READER, silenceMs: 1 })
      if (when === 'at once') hear(READY)
      const answers = ['bad', 'good'].map((route) => client.request('w1', route, encodeInput({})))
      hear(READY)
      expect(await Promise.all(answers)).toEqual([
        { ok: false, error: { code: 'INTERNAL' } },
        { ok: true, data: 'good' },
      ])
    },
  )
})

describe('closing', () => {
  it('ends the process in order and answers what was still open', async () => {
    client = startEchoCore()
    const pid = Number(await processId())
    const hanging = client.request('w1', 'test.hang', encodeInput({}))
    await client.close()
    expect(await hanging).toEqual(RESTARTED)
    expect(() => process.kill(pid, 0)).toThrow()
    expect(await client.request('w1', 'test.echo', encodeInput({}))).toEqual(RESTARTED)
  })

  it('kills a process that ignores the request to end', async () => {
    client = startEchoCore('ignores-shutdown', { silenceMs: 30 })
    const pid = Number(await processId())
    await client.close()
    expect(() => process.kill(pid, 0)).toThrow()
  })

  it('cancels a restart that is still waiting', async () => {
    client = startEchoCore('normal', {
      restartPolicy: { delaysMs: [0, 3_600_000], quickDeathMs: 60_000 },
    })
    await client.request('w1', 'test.crash', encodeInput({}))
    const waiting = client.request('w1', 'test.echo', encodeInput({}))
    await client.close()
    expect(await waiting).toEqual(RESTARTED)
  })

  it('may be asked for twice', async () => {
    client = startEchoCore()
    await Promise.all([client.close(), client.close()])
    expect(await client.whenReady()).toBe(false)
  })
})

describe('closing while a copy is being made', () => {
  const LIMITS = { silenceMs: 10_000, leaveMs: 2_000 }
  const progress = (done: number): CopyProgress => ({ step: 'copying', done, total: 400 })

  /** A core in the test's own hand: it ends when it is killed or the test says so. */
  function inHand() {
    const sent: HostMessage['type'][] = []
    let hear: (message: CoreMessage) => void = () => undefined
    let leave = (): void => undefined
    let killed = false
    const child: CoreChild = {
      send: ({ type }) => void sent.push(type),
      kill() {
        killed = true
        leave()
      },
      onMessage: (listener) => void (hear = listener),
      onExit: (listener) => void (leave = listener),
    }
    client = startCoreClient({ spawn: () => child, reader: NO_READER, ...LIMITS })
    hear(READY)
    return {
      sent,
      killed: () => killed,
      say: (message: CoreMessage) => hear(message),
      end: () => leave(),
    }
  }

  afterEach(() => void vi.useRealTimers())

  it('waits for as long as it says how far it is, and kills it once it is silent', async () => {
    vi.useFakeTimers()
    const core = inHand()
    const heard: number[] = []
    const closed = client.close(({ done }) => heard.push(done))
    for (let second = 1; second <= 60; second += 1) {
      vi.advanceTimersByTime(1_000)
      core.say({ type: 'copying', progress: progress(second) })
    }
    expect([heard.length, heard.at(-1), core.killed()]).toEqual([60, 60, false])
    vi.advanceTimersByTime(LIMITS.silenceMs - 1)
    expect(core.killed()).toBe(false)
    vi.advanceTimersByTime(1)
    expect(core.killed()).toBe(true)
    await closed
  })

  it('ends with the core, not before', async () => {
    vi.useFakeTimers()
    const core = inHand()
    const closed = client.close()
    core.say({ type: 'copying', progress: progress(1) })
    core.end()
    await closed
    vi.advanceTimersByTime(1_000_000)
    expect(core.killed()).toBe(false)
  })

  it('once it is given up, nothing the core says keeps it alive', async () => {
    vi.useFakeTimers()
    const core = inHand()
    client.leaveCopy()
    const closed = client.close()
    client.leaveCopy()
    core.say({ type: 'copying', progress: progress(1) })
    vi.advanceTimersByTime(LIMITS.leaveMs - 1)
    expect(core.killed()).toBe(false)
    vi.advanceTimersByTime(1)
    await closed
    expect([core.killed(), core.sent]).toEqual([true, ['shutdown', 'leave-copy']])
  })

  it('tells nobody of a copy made while people come and go', () => {
    const core = inHand()
    const events: unknown[] = []
    client.onEvent((event) => events.push(event))
    core.say({ type: 'copying', progress: progress(1) })
    expect(events).toEqual([])
    core.end()
  })

  it.each(['copies-for-ever', 'ignores-leaving'] as const)(
    'leaves a real process that %s',
    async (mode) => {
      client = startEchoCore(mode, { leaveMs: 200 })
      const pid = Number(await processId())
      await client.close(() => client.leaveCopy())
      expect(() => process.kill(pid, 0)).toThrow()
    },
  )
})
