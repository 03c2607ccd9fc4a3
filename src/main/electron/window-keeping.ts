import type { BrowserWindow, Screen } from 'electron'

import type { WindowMemory } from './window-memory.ts'
import { placeWindow, type SavedPlace, smallestOn } from './window-place.ts'

type KeptWindow = Pick<
  BrowserWindow,
  | 'once'
  | 'on'
  | 'getNormalBounds'
  | 'isMaximized'
  | 'isMinimized'
  | 'isFullScreen'
  | 'maximize'
  | 'setFullScreen'
  | 'setBounds'
  | 'setMinimumSize'
>

type Displays = Pick<
  Screen,
  'on' | 'off' | 'getAllDisplays' | 'getPrimaryDisplay' | 'getDisplayMatching'
>

/**
 * Remembers where the window stands whenever that has changed, opens it maximised or full-screen where it was so,
 * and brings it back on when a display is taken away or made smaller under it.
 */
export function keepPlace(window: KeptWindow, displays: Displays, memory: WindowMemory): void {
  const { place: last } = memory.current()

  function place(): SavedPlace {
    return {
      bounds: window.getNormalBounds(),
      maximised: window.isMaximized(),
      fullScreen: window.isFullScreen(),
    }
  }

  const remember = (): void => memory.remember({ place: place() })

  function moved(): void {
    const { workArea } = displays.getDisplayMatching(window.getNormalBounds())
    const { minWidth, minHeight } = smallestOn(workArea)
    window.setMinimumSize(minWidth, minHeight)
    remember()
  }

  /** A window that fills its display is moved by the system itself, and is looked at again when it no longer does. */
  function bringBack(): void {
    if (window.isMaximized() || window.isFullScreen() || window.isMinimized()) return
    const now = place()
    const found = placeWindow(now, displays.getAllDisplays(), displays.getPrimaryDisplay())
    window.setMinimumSize(found.minWidth, found.minHeight)
    if (same(found.bounds, now.bounds)) return
    window.setBounds(found.bounds)
    remember()
  }

  function released(): void {
    bringBack()
    remember()
  }

  // Before that maximising would show an empty window.
  window.once('ready-to-show', () => {
    if (last?.fullScreen === true) window.setFullScreen(true)
    else if (last?.maximised === true) window.maximize()
  })
  window.on('moved', moved)
  window.on('resized', remember)
  window.on('maximize', remember)
  window.on('enter-full-screen', remember)
  window.on('unmaximize', released)
  window.on('leave-full-screen', released)
  window.on('restore', released)
  displays.on('display-removed', bringBack)
  displays.on('display-metrics-changed', bringBack)
  // The one event that every system sends, also where moving sends none.
  window.on('close', remember)
  window.on('closed', () => {
    displays.off('display-removed', bringBack)
    displays.off('display-metrics-changed', bringBack)
  })
}

function same(one: SavedPlace['bounds'], other: SavedPlace['bounds']): boolean {
  return (
    one.x === other.x &&
    one.y === other.y &&
    one.width === other.width &&
    one.height === other.height
  )
}
