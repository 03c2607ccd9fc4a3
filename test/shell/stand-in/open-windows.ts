/** What the rest of the stand-in needs of a window. Apart, so that nothing here needs each other in a circle. */
export type OpenWindow = Readonly<{
  id: number
  close: () => void
  destroy: () => void
  focus: () => void
  show: () => void
  hide: () => void
  isVisible: () => boolean
  isFocused: () => boolean
  emulate: () => void
}>

const open = new Set<OpenWindow>()

export function openWindows(): readonly OpenWindow[] {
  return [...open]
}

export function windowOpened(window: OpenWindow): void {
  open.add(window)
}

export function windowGone(window: OpenWindow): void {
  open.delete(window)
}
