import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  type DisplayFacts,
  placeWindow,
  type Rect,
  type SavedPlace,
} from '#main/electron/window-place.ts'

const rect = (x: number, y: number, width: number, height: number): Rect => ({
  x,
  y,
  width,
  height,
})
/** A display whose taskbar takes 48 at the foot, as Windows 11's does. */
const display = (x: number, y: number, width: number, height: number): DisplayFacts => ({
  workArea: rect(x, y, width, height - 48),
})
const saved = (bounds: Rect): SavedPlace => ({ bounds, maximised: false, fullScreen: false })

const FULL_HD = display(0, 0, 1920, 1080)
const LAPTOP = display(0, 0, 1366, 768)
/** 1920×1080 at 150 %. */
const SCALED = display(0, 0, 1280, 720)
/** 1366×768 at 125 %. */
const SMALL = display(0, 0, 1093, 614)
const RIGHT = display(1920, 0, 1920, 1080)
const LEFT_ABOVE = display(-1280, -300, 1280, 720)
/** A Mac with its menu bar above and its dock at the foot. */
const MAC: DisplayFacts = { workArea: rect(0, 38, 1512, 872) }

describe('a window that was never placed', () => {
  it.each<[string, DisplayFacts, Rect]>([
    ['1920×1080', FULL_HD, rect(240, 66, 1440, 900)],
    ['1366×768', LAPTOP, rect(0, 0, 1366, 720)],
    ['1920×1080 at 150 %', SCALED, rect(0, 0, 1280, 672)],
    ['1366×768 at 125 %', SMALL, rect(0, 0, 1093, 566)],
    ['a MacBook', MAC, rect(36, 38, 1440, 872)],
    ['a display that is not at the origin', LEFT_ABOVE, rect(-1280, -300, 1280, 672)],
  ])('stands whole in the middle of %s', (_, main, bounds) => {
    expect(placeWindow(null, [main], main).bounds).toEqual(bounds)
  })

  it.each<[string, DisplayFacts, number, number]>([
    ['1920×1080', FULL_HD, 1024, 640],
    ['1920×1080 at 150 %', SCALED, 1024, 640],
    ['1366×768 at 125 %', SMALL, 1024, 566],
    ['800×600', display(0, 0, 800, 600), 800, 552],
  ])(
    'cannot be made smaller than is useful, nor must be larger than %s',
    (_, main, ...smallest) => {
      const { minWidth, minHeight } = placeWindow(null, [main], main)
      expect([minWidth, minHeight]).toEqual(smallest)
    },
  )
})

describe('a window placed before', () => {
  it.each<[string, Rect, readonly DisplayFacts[], Rect]>([
    ['where it stood', rect(100, 80, 1200, 700), [FULL_HD], rect(100, 80, 1200, 700)],
    [
      'on the second display',
      rect(2000, 80, 1200, 700),
      [FULL_HD, RIGHT],
      rect(2000, 80, 1200, 700),
    ],
    [
      'on a display left of the main one',
      rect(-1200, -290, 1100, 650),
      [FULL_HD, LEFT_ABOVE],
      rect(-1200, -290, 1100, 650),
    ],
    [
      'in the middle of the main one when its display is gone',
      rect(2000, 80, 1200, 700),
      [FULL_HD],
      rect(360, 166, 1200, 700),
    ],
    [
      'whole, when it hung over the edge',
      rect(1500, 600, 1200, 700),
      [FULL_HD],
      rect(720, 332, 1200, 700),
    ],
    [
      'on the display that showed most of it',
      rect(1700, 80, 1200, 700),
      [FULL_HD, RIGHT],
      rect(1920, 80, 1200, 700),
    ],
    [
      'no larger than a display that was made smaller',
      rect(0, 0, 1800, 1000),
      [SMALL],
      rect(0, 0, 1093, 566),
    ],
    ['no smaller than is useful', rect(10, 10, 300, 200), [FULL_HD], rect(10, 10, 1024, 640)],
    [
      'where its title bar can be taken hold of, not where a corner shows',
      rect(-1190, 100, 1200, 700),
      [FULL_HD],
      rect(360, 166, 1200, 700),
    ],
    ['below the menu bar of a Mac', rect(0, 10, 1200, 700), [MAC], rect(0, 38, 1200, 700)],
    [
      'in the middle when its title bar is above every display',
      rect(100, -400, 1200, 700),
      [FULL_HD],
      rect(360, 166, 1200, 700),
    ],
  ])('opens %s', (_, before, displays, bounds) => {
    const [main = FULL_HD] = displays
    expect(placeWindow(saved(before), displays, main).bounds).toEqual(bounds)
  })

  it.each([
    [true, false],
    [false, true],
    [false, false],
  ])('keeps being maximised (%s) or full-screen (%s)', (maximised, fullScreen) => {
    const before = { bounds: rect(0, 0, 1200, 700), maximised, fullScreen }
    expect(placeWindow(before, [FULL_HD], FULL_HD)).toMatchObject({ maximised, fullScreen })
  })
})

it('is whole on one display, whatever was remembered and whatever displays there are', () => {
  const area = fc.record({
    x: fc.integer({ min: -5000, max: 5000 }),
    y: fc.integer({ min: -5000, max: 5000 }),
    width: fc.integer({ min: 320, max: 5000 }),
    height: fc.integer({ min: 240, max: 3000 }),
  })
  const displays = fc.array(area, { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(fc.option(area), displays, (before, areas) => {
      const all = areas.map((workArea) => ({ workArea }))
      const [main = FULL_HD] = all
      const place = placeWindow(before === null ? null : saved(before), all, main)
      const { bounds, minWidth, minHeight } = place
      expect(bounds.width).toBeGreaterThanOrEqual(minWidth)
      expect(bounds.height).toBeGreaterThanOrEqual(minHeight)
      expect(all.some(({ workArea }) => inside(bounds, workArea))).toBe(true)
      // Placed again where it now stands, it stays.
      expect(placeWindow(place, all, main).bounds).toEqual(bounds)
    }),
  )
})

function inside(inner: Rect, outer: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  )
}
