import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { PAUSES_MS, untilHeard, useChecking } from '#renderer/lost-answer.ts'
import type { Result } from '#shared/protocol/envelope.ts'

const LOST: Result<unknown> = { ok: false, error: { code: 'CORE_RESTARTED' } }
const DONE: Result<unknown> = { ok: true, data: 7 }
const REFUSED: Result<unknown> = { ok: false, error: { code: 'FORBIDDEN' } }

function answers(...given: readonly Result<unknown>[]) {
  const left = [...given]
  return vi.fn(async () => left.shift() ?? LOST)
}

describe('a command whose answer is lost', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it.each([DONE, REFUSED])('is sent once when it is answered: %j', async (answer) => {
    const send = answers(answer)
    expect(await untilHeard(send)).toBe(answer)
    expect(send).toHaveBeenCalledTimes(1)
  })

  it('is asked after until somebody answers, and says so meanwhile', async () => {
    const send = answers(LOST, LOST, DONE)
    const heard = untilHeard(send)
    await vi.advanceTimersByTimeAsync(PAUSES_MS[0])
    expect(useChecking().value).toBe(1)
    await vi.advanceTimersByTimeAsync(PAUSES_MS[1])
    expect(await heard).toBe(DONE)
    expect([send.mock.calls.length, useChecking().value]).toEqual([3, 0])
  })

  it('is given up when nobody answers', async () => {
    const send = answers()
    const heard = untilHeard(send)
    await vi.runAllTimersAsync()
    expect(await heard).toBe(LOST)
    expect([send.mock.calls.length, useChecking().value]).toEqual([1 + PAUSES_MS.length, 0])
  })
})
