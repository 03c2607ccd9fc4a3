import type { BrowserWindowConstructorOptions, Rectangle } from 'electron'

import { screen } from './screen.ts'

/** What of the main display a window may fill. */
export function wholeScreen(): Rectangle {
  return screen.getPrimaryDisplay().workArea
}

/** A window of that size in the middle of it. */
export function centred(size: Readonly<{ width: number; height: number }>): Rectangle {
  const area = wholeScreen()
  return {
    x: Math.round(area.x + (area.width - size.width) / 2),
    y: Math.round(area.y + (area.height - size.height) / 2),
    width: size.width,
    height: size.height,
  }
}

/** Where a window opens that was told so much: in the middle where nothing else was said. */
export function placed(options: BrowserWindowConstructorOptions): Rectangle {
  const middle = centred({ width: options.width ?? 800, height: options.height ?? 600 })
  return { ...middle, x: options.x ?? middle.x, y: options.y ?? middle.y }
}
