import { EventEmitter } from 'node:events'

import type { Point, Rectangle } from 'electron'

import { onlyAfterReady } from './ready.ts'
import { strict } from './strict.ts'

type StandInDisplay = Readonly<{
  id: number
  bounds: Rectangle
  workArea: Rectangle
  size: Readonly<{ width: number; height: number }>
  workAreaSize: Readonly<{ width: number; height: number }>
  scaleFactor: number
  rotation: number
  internal: boolean
  label: string
}>

/** One display of full-HD size, unless the test says otherwise: `STAND_IN_DISPLAYS` is a list of rectangles. */
const RECTANGLES = JSON.parse(
  process.env['STAND_IN_DISPLAYS'] ?? '[{"x":0,"y":0,"width":1920,"height":1080}]',
) as readonly (Rectangle & { scaleFactor?: number })[]

class Screen extends EventEmitter {
  #displays = RECTANGLES.map(({ scaleFactor, ...rectangle }, index) =>
    displayOf(index + 1, rectangle, scaleFactor),
  )

  getAllDisplays(): StandInDisplay[] {
    onlyAfterReady('screen')
    return [...this.#displays]
  }

  getPrimaryDisplay(): StandInDisplay {
    const [first] = this.getAllDisplays()
    if (first === undefined) throw new Error('The stand-in has no display left.')
    return first
  }

  /** The display on which most of the rectangle lies; the main one when it lies on none. */
  getDisplayMatching(rectangle: Rectangle): StandInDisplay {
    const shared = (display: StandInDisplay): number => overlap(display.bounds, rectangle)
    const [best] = this.getAllDisplays().toSorted((a, b) => shared(b) - shared(a))
    return best ?? this.getPrimaryDisplay()
  }

  getDisplayNearestPoint({ x, y }: Point): StandInDisplay {
    return this.getDisplayMatching({ x, y, width: 1, height: 1 })
  }

  getCursorScreenPoint(): Point {
    return { x: 0, y: 0 }
  }

  /** The stand-in's own: somebody pulls the cable of all displays but the main one. */
  unplug(): void {
    const [kept, ...gone] = this.#displays
    this.#displays = kept === undefined ? [] : [kept]
    for (const display of gone) this.emit('display-removed', {}, display)
  }
}

function displayOf(id: number, bounds: Rectangle, scaleFactor = 1): StandInDisplay {
  // A bar of the system takes its share, as on every desktop.
  const workArea = { ...bounds, height: bounds.height - 40 }
  return {
    id,
    bounds,
    workArea,
    size: { width: bounds.width, height: bounds.height },
    workAreaSize: { width: workArea.width, height: workArea.height },
    scaleFactor,
    rotation: 0,
    internal: id === 1,
    label: `Display ${id}`,
  }
}

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, width) * Math.max(0, height)
}

export const screen = strict('screen', new Screen())
