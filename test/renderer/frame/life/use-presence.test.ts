// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { usePresence } from '#renderer/frame/life/use-presence.ts'
import { mounted } from '../../mounted.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function window() {
  let told = 0
  const { unmount } = mounted(() =>
    usePresence(async () => {
      told += 1
      throw new Error('the core is busy')
    }),
  )
  return { told: () => told, unmount }
}

function sign(type: string, on: EventTarget = document.body): void {
  on.dispatchEvent(new Event(type, { bubbles: type !== 'scroll' }))
}

describe('whoever sits at the window', () => {
  it('is told of while they read, point or type, but not at every key', () => {
    const { told, unmount } = window()
    for (let second = 0; second < 120; second += 1) {
      vi.advanceTimersByTime(1_000)
      sign('keydown')
    }
    expect(told()).toBe(4)
    for (const type of ['pointerdown', 'pointermove', 'wheel', 'scroll']) {
      vi.advanceTimersByTime(30_000)
      sign(type)
    }
    expect(told()).toBe(8)
    unmount()
  })

  it('is not invented while nobody does anything, nor heard of after the frame is gone', () => {
    const { told, unmount } = window()
    vi.advanceTimersByTime(3_600_000)
    expect(told()).toBe(0)
    unmount()
    sign('keydown')
    expect(told()).toBe(0)
  })
})
