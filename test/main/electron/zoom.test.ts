import { EventEmitter } from 'node:events'

import type { BrowserWindow } from 'electron'
import { expect, it } from 'vitest'

import { keepZoom, zoomAfter, type ZoomStep } from '#main/electron/zoom.ts'

it.each<[number, ZoomStep, number]>([
  [0, 'in', 0.5],
  [0, 'out', -0.5],
  [1.5, 'reset', 0],
  [4, 'in', 4],
  [3.8, 'in', 4],
  [-2, 'out', -2],
])('goes from %d by %s to %d', (level, step, after) => {
  expect(zoomAfter(level, step)).toBe(after)
})

it('shows each page at the level remembered, and hears the wheel', () => {
  const set: number[] = []
  const contents = Object.assign(new EventEmitter(), {
    setZoomLevel: (level: number) => set.push(level),
  })
  const steps: ZoomStep[] = []
  let level = 1
  keepZoom(
    { webContents: contents } as unknown as BrowserWindow,
    () => level,
    (step) => steps.push(step),
  )
  contents.emit('dom-ready')
  level = 2
  contents.emit('dom-ready')
  expect(set).toEqual([1, 2])
  contents.emit('zoom-changed', {}, 'in')
  contents.emit('zoom-changed', {}, 'out')
  expect(steps).toEqual(['in', 'out'])
})
