/** An act that waits; `cancel` gives up the one that is waiting. */
export type Debounced = Readonly<{ ask: () => void; cancel: () => void }>

/** Does something once nobody has asked for it during `wait` milliseconds, however often it was asked for before. */
export function debounced(act: () => unknown, wait: number): Debounced {
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    ask() {
      clearTimeout(timer)
      timer = setTimeout(() => void act(), wait)
    },
    cancel: () => clearTimeout(timer),
  }
}
