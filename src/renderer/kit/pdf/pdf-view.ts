import type { ScreenSize } from './pdf.ts'

/** Nothing new for so long counts as a pause in typing, in milliseconds. */
const QUIET_FOR = 250

export type Nearness = Readonly<{
  /** The pages in view, the one with most to see first. */
  inView: readonly number[]
  /** All others, the nearest first. */
  around: readonly number[]
}>

type Span = Readonly<{ start: number; size: number }>

/** Orders pages by how near they are to what is in view; all lengths are measured along the scroll. */
export function byNearness(view: Span, pages: readonly Span[]): Nearness {
  const end = view.start + view.size
  const seen = pages.map(
    ({ start, size }) => Math.min(start + size, end) - Math.max(start, view.start),
  )
  const order = [...seen.keys()].sort((a, b) => (seen[b] ?? 0) - (seen[a] ?? 0) || a - b)
  const inView = order.filter((index) => (seen[index] ?? 0) > 0)
  // A view without a height, as before the first layout, still wants the page it will show.
  const some = inView.length > 0 ? inView : order.slice(0, 1)
  return { inView: some, around: order.filter((index) => !some.includes(index)) }
}

/** The size next to this one that is a whole number of dots, so that the picture is not smeared. */
export function sharp({ width, height }: ScreenSize, density: number): ScreenSize {
  const whole = (length: number): number => Math.max(1, Math.floor(length * density)) / density
  return { width: whole(width), height: whole(height) }
}

/** Waits for a pause and then for a moment to spare. False when `signal` came first. */
export async function whenQuiet(signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return false
  return new Promise((resolve) => {
    const give = (): void => {
      clearTimeout(timer)
      resolve(false)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', give)
      // Safari knows no idle moments.
      if ('requestIdleCallback' in window) {
        requestIdleCallback(() => resolve(!signal.aborted), { timeout: QUIET_FOR })
      } else resolve(true)
    }, QUIET_FOR)
    signal.addEventListener('abort', give, { once: true })
  })
}

/** Calls when the window comes to a screen with more or fewer dots, until the function returned is called. */
export function onDensityChange(call: () => void): () => void {
  let query = listen()

  function listen(): MediaQueryList {
    const next = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`)
    next.addEventListener('change', again, { once: true })
    return next
  }

  function again(): void {
    query = listen()
    call()
  }

  return () => query.removeEventListener('change', again)
}
