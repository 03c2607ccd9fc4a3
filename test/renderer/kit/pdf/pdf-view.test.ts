// @vitest-environment happy-dom
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { byNearness, onDensityChange, sharp, whenQuiet } from '#renderer/kit/pdf/pdf-view.ts'

/** Sheets of 1000 with gaps of 16, as they lie below each other. */
const FIVE = [0, 1, 2, 3, 4].map((index) => ({ start: 16 + index * 1016, size: 1000 }))

describe('byNearness', () => {
  it.each([
    ['at the top', { start: 0, size: 700 }, [0], [1, 2, 3, 4]],
    ['between two', { start: 700, size: 700 }, [1, 0], [2, 3, 4]],
    ['where the first still fills more', { start: 500, size: 700 }, [0, 1], [2, 3, 4]],
    ['in the middle', { start: 2200, size: 600 }, [2], [1, 3, 0, 4]],
    ['at the end', { start: 4400, size: 700 }, [4], [3, 2, 1, 0]],
    ['high enough for three', { start: 1020, size: 2500 }, [1, 2, 3], [0, 4]],
    ['without a height yet', { start: 0, size: 0 }, [0], [1, 2, 3, 4]],
  ])('%s', (_, view, inView, around) => {
    expect(byNearness(view, FIVE)).toEqual({ inView, around })
  })

  it('knows of no page where there is none', () => {
    expect(byNearness({ start: 0, size: 700 }, [])).toEqual({ inView: [], around: [] })
  })

  it('names each page once, wherever the view is', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 9000 }), fc.nat(4000), (start, size) => {
        const { inView, around } = byNearness({ start, size }, FIVE)
        expect([...inView, ...around].sort()).toEqual([0, 1, 2, 3, 4])
        expect(inView.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('sharp', () => {
  it.each([1, 1.1, 1.25, 1.5, 2, 3])('is a whole number of dots at %f per pixel', (density) => {
    fc.assert(
      fc.property(fc.double({ min: 10, max: 5000, noNaN: true }), (length) => {
        const { width, height } = sharp({ width: length, height: length }, density)
        expect(width * density).toBeCloseTo(Math.round(width * density), 6)
        expect(length - width).toBeGreaterThanOrEqual(0)
        expect(length - width).toBeLessThan(1 / density + 1e-9)
        expect(height).toBe(width)
      }),
    )
  })

  it('never vanishes', () => {
    expect(sharp({ width: 0, height: 0.2 }, 1)).toEqual({ width: 1, height: 1 })
  })
})

describe('whenQuiet', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('waits for a pause', async () => {
    const waiting = whenQuiet(new AbortController().signal)
    await vi.runAllTimersAsync()
    await expect(waiting).resolves.toBe(true)
  })

  it('gives up at once when something new comes', async () => {
    const something = new AbortController()
    const waiting = whenQuiet(something.signal)
    something.abort()
    await expect(waiting).resolves.toBe(false)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('does not wait for what has been overtaken already', async () => {
    await expect(whenQuiet(AbortSignal.abort())).resolves.toBe(false)
  })
})

describe('onDensityChange', () => {
  afterEach(() => void vi.unstubAllGlobals())

  it('watches each density in turn until it is told to stop', () => {
    const queries: EventTarget[] = []
    const asked: string[] = []
    vi.stubGlobal('matchMedia', (query: string) => {
      asked.push(query)
      const target = new EventTarget()
      queries.push(target)
      return target
    })
    const call = vi.fn()
    const stop = onDensityChange(call)
    queries[0]?.dispatchEvent(new Event('change'))
    queries[0]?.dispatchEvent(new Event('change'))
    expect(call).toHaveBeenCalledTimes(1)
    queries[1]?.dispatchEvent(new Event('change'))
    expect(call).toHaveBeenCalledTimes(2)
    stop()
    queries[2]?.dispatchEvent(new Event('change'))
    expect(call).toHaveBeenCalledTimes(2)
    expect(asked[0]).toMatch(/^\(resolution: [\d.]+dppx\)$/u)
  })
})
