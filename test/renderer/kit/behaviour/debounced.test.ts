import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { debounced } from '#renderer/kit/behaviour/debounced.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('does it once, when nobody has asked for the whole wait', () => {
  const act = vi.fn()
  const typing = debounced(act, 300)
  typing.ask()
  vi.advanceTimersByTime(299)
  typing.ask()
  vi.advanceTimersByTime(299)
  expect(act).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(act).toHaveBeenCalledTimes(1)
})

it('gives up what waits, and does it again when asked again', () => {
  const act = vi.fn()
  const typing = debounced(act, 300)
  typing.ask()
  typing.cancel()
  vi.runAllTimers()
  expect(act).not.toHaveBeenCalled()
  typing.ask()
  vi.runAllTimers()
  expect(act).toHaveBeenCalledTimes(1)
})
