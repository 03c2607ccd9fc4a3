/** In Electron's device-independent pixels, which know of scaling already: 1920×1080 at 150 % is 1280×720. */
export type Rect = Readonly<{ x: number; y: number; width: number; height: number }>

/** A display: `workArea` is what the taskbar, the dock and the menu bar leave of it. */
export type DisplayFacts = Readonly<{ workArea: Rect }>

/** Where a window stood. `bounds` are those of the window when it is neither maximised nor full-screen. */
export type SavedPlace = Readonly<{ bounds: Rect; maximised: boolean; fullScreen: boolean }>

export type WindowPlace = SavedPlace & Readonly<{ minWidth: number; minHeight: number }>

/** A comfortable window on a display that has the room. */
const WANTED = { width: 1440, height: 900 } as const

/** Below this the rooms crowd; a display that is smaller still goes before. */
const SMALLEST = { width: 1024, height: 640 } as const

/** So much of the title bar must be on a display for a hand to take hold of the window. */
const GRIP = { width: 120, height: 32 } as const

/**
 * Where the window opens, or is brought back to: on the display that showed most of it, whole inside what the taskbar
 * leaves free. A place that no display shows any more becomes the middle of the main one, of the same size where
 * there is the room.
 */
export function placeWindow(
  saved: SavedPlace | null,
  displays: readonly DisplayFacts[],
  main: DisplayFacts,
): WindowPlace {
  const state = { maximised: saved?.maximised ?? false, fullScreen: saved?.fullScreen ?? false }
  const shownOn = saved === null ? null : displayShowing(saved.bounds, displays)
  const { workArea } = shownOn ?? main
  const smallest = smallestOn(workArea)
  const size = {
    width: between(smallest.minWidth, saved?.bounds.width ?? WANTED.width, workArea.width),
    height: between(smallest.minHeight, saved?.bounds.height ?? WANTED.height, workArea.height),
  }
  const wanted = saved === null || shownOn === null ? middleOf(workArea, size) : saved.bounds
  const bounds = {
    x: between(workArea.x, wanted.x, workArea.x + workArea.width - size.width),
    y: between(workArea.y, wanted.y, workArea.y + workArea.height - size.height),
    ...size,
  }
  return { bounds, ...smallest, ...state }
}

/** The smallest size of the window on a display; never larger than what it can show. */
export function smallestOn(workArea: Rect): Readonly<{ minWidth: number; minHeight: number }> {
  return {
    minWidth: Math.min(SMALLEST.width, workArea.width),
    minHeight: Math.min(SMALLEST.height, workArea.height),
  }
}

/** The display that shows most of the window, of those on which its title bar can be taken hold of. */
function displayShowing(bounds: Rect, displays: readonly DisplayFacts[]): DisplayFacts | null {
  const grip = { ...bounds, height: GRIP.height }
  const holding = displays.filter(({ workArea }) => {
    const shown = overlap(grip, workArea)
    return shown.width >= GRIP.width && shown.height > 0
  })
  const area = ({ workArea }: DisplayFacts): number => {
    const { width, height } = overlap(bounds, workArea)
    return width * height
  }
  return holding.toSorted((one, other) => area(other) - area(one))[0] ?? null
}

function overlap(one: Rect, other: Rect): Readonly<{ width: number; height: number }> {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  return { width: Math.max(0, width), height: Math.max(0, height) }
}

function middleOf(
  workArea: Rect,
  size: Readonly<{ width: number; height: number }>,
): Readonly<{ x: number; y: number }> {
  return {
    x: workArea.x + Math.round((workArea.width - size.width) / 2),
    y: workArea.y + Math.round((workArea.height - size.height) / 2),
  }
}

function between(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(value, most))
}
