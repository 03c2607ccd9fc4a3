import { scaleTextLayer, type ScreenSize } from './pdf.ts'

/** One page as a sheet of paper on the screen. It stays while its picture changes, so nothing jumps. */
export type Sheet = Readonly<{
  element: HTMLElement
  /** Takes its size at once; a picture of another size is stretched until the right one is there. */
  resize(size: ScreenSize, zoom: number): void
  /** A canvas out of sight to paint the next picture on. */
  easel(): HTMLCanvasElement
  /** Shows what was painted. `picture` names it. */
  show(canvas: HTMLCanvasElement, picture: string): void
  /** Whether this very picture is shown. */
  shows(picture: string): boolean
  /** Puts the text over the picture that can be selected; `key` names it. */
  cover(layer: HTMLElement, key: string): void
  /** Whether this very text lies over the picture. */
  isCoveredWith(key: string): boolean
  /** Gives the memory of its pictures back. */
  clear(): void
}>

/** A blank sheet. It is for the eye and the mouse only: screen readers get the page's text elsewhere. */
export function createSheet(): Sheet {
  const element = document.createElement('div')
  element.className = 'pdf-sheet'
  element.setAttribute('aria-hidden', 'true')
  let shown: HTMLCanvasElement | null = null
  let spare: HTMLCanvasElement | null = null
  let picture: string | null = null
  let layer: HTMLElement | null = null
  let layerKey: string | null = null
  let scale = 1

  return {
    element,
    resize({ width, height }, zoom) {
      element.style.inlineSize = `${width}px`
      element.style.blockSize = `${height}px`
      scale = zoom
      if (layer !== null) scaleTextLayer(layer, zoom)
    },
    easel() {
      spare ??= document.createElement('canvas')
      return spare
    },
    show(canvas, name) {
      if (shown === null) element.prepend(canvas)
      else shown.replaceWith(canvas)
      spare = shown
      shown = canvas
      picture = name
    },
    shows: (name) => picture === name,
    cover(next, key) {
      scaleTextLayer(next, scale)
      layer?.remove()
      element.append(next)
      layer = next
      layerKey = key
    },
    isCoveredWith: (key) => layerKey === key,
    clear() {
      element.replaceChildren()
      shown = null
      spare = null
      picture = null
      layer = null
      layerKey = null
    },
  }
}
