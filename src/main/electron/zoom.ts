import type { BrowserWindow } from 'electron'

import { assertNever } from '#core/kernel/errors.ts'

export type ZoomStep = 'in' | 'out' | 'reset'

/** About 70 % to 200 %: beyond it nothing of a room is left on a laptop. */
const MIN_ZOOM = -2
const MAX_ZOOM = 4
const STEP = 0.5

/** The zoom level after a step. */
export function zoomAfter(level: number, step: ZoomStep): number {
  switch (step) {
    case 'in':
      return zoomWithin(level + STEP)
    case 'out':
      return zoomWithin(level - STEP)
    case 'reset':
      return 0
    default:
      return assertNever(step)
  }
}

/** A zoom level a person can work at. */
export function zoomWithin(level: number): number {
  return Math.max(MIN_ZOOM, Math.min(level, MAX_ZOOM))
}

/**
 * Shows every page of the window at the level remembered, which the session, living in memory, forgets; Ctrl and the
 * wheel change it as the menu does.
 */
export function keepZoom(
  window: Pick<BrowserWindow, 'webContents'>,
  level: () => number,
  change: (step: ZoomStep) => void,
): void {
  window.webContents.on('dom-ready', () => window.webContents.setZoomLevel(level()))
  window.webContents.on('zoom-changed', (_event, direction) => change(direction))
}
