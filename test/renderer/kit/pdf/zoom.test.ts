import { expect, it } from 'vitest'

import { nextZoom } from '#renderer/kit/pdf/zoom.ts'

it.each([
  [1, 1, 1.25],
  [1, -1, 0.75],
  [0.74, 1, 0.75],
  [1.18, -1, 1],
  [3, 1, 3],
  [0.5, -1, 0.5],
] as const)('from %f one step %i is %f', (from, direction, expected) => {
  expect(nextZoom(from, direction)).toBe(expected)
})
