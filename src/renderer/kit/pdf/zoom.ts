/** The sizes offered, as shares of the size on paper. */
export const ZOOM_STEPS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const

/** The next size up or down from any size; the outermost one stays. */
export function nextZoom(from: number, direction: 1 | -1): number {
  const beyond = ZOOM_STEPS.filter((step) => (step - from) * direction > 0.01)
  return (direction === 1 ? beyond[0] : beyond.at(-1)) ?? from
}
