import {
  type BrowserWindow,
  type BrowserWindowConstructorOptions,
  nativeTheme,
  screen,
} from 'electron'

import { backgroundOf, keepBackground } from './appearance.ts'
import { showContextMenu } from './context-menu.ts'
import { createPageFinder, type PageFinder } from './find.ts'
import type { ShellMessages } from './messages.ts'
import { keepPlace } from './window-keeping.ts'
import type { WindowMemory } from './window-memory.ts'
import { placeWindow } from './window-place.ts'
import { keepZoom, zoomAfter, type ZoomStep } from './zoom.ts'

export type WindowComforts = Readonly<{
  /** Where the window opens and in what colour; for its constructor. */
  options: () => BrowserWindowConstructorOptions
  /** Gives a window that was just made all that a desktop window has. */
  furnish: (window: BrowserWindow) => void
  zoom: (step: ZoomStep) => void
  /** Finds in the window now open. */
  finder: () => PageFinder | null
}>

/** What makes a page a window of this desktop: its place, zoom, right-click menu, colours and find. */
export function createWindowComforts(
  memory: WindowMemory,
  messages: () => ShellMessages,
): WindowComforts {
  let open: Readonly<{ window: BrowserWindow; finder: PageFinder }> | null = null

  function zoom(step: ZoomStep): void {
    const level = zoomAfter(memory.current().zoom, step)
    memory.remember({ zoom: level })
    open?.window.webContents.setZoomLevel(level)
  }

  return {
    options() {
      const { place } = memory.current()
      const found = placeWindow(place, screen.getAllDisplays(), screen.getPrimaryDisplay())
      const { bounds, minWidth, minHeight } = found
      return { ...bounds, minWidth, minHeight, backgroundColor: backgroundOf(nativeTheme) }
    },
    furnish(window) {
      open = { window, finder: createPageFinder(window.webContents) }
      window.on('closed', () => {
        open = null
      })
      keepPlace(window, screen, memory)
      keepZoom(window, () => memory.current().zoom, zoom)
      keepBackground(window, nativeTheme)
      showContextMenu(window, messages)
    },
    zoom,
    finder: () => open?.finder ?? null,
  }
}
