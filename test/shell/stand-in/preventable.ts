import type { EventEmitter } from 'node:events'

export type Preventable = {
  defaultPrevented: boolean
  preventDefault: () => void
}

/** An event as Electron gives it to listeners, with these facts on it. */
export function preventable<Facts extends object>(facts: Facts): Facts & Preventable {
  const event = {
    ...facts,
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true
    },
  }
  return event
}

/** Tells the listeners, and says whether one of them prevented what usually follows. */
export function prevented(
  emitter: EventEmitter,
  name: string,
  facts: object = {},
  ...details: readonly unknown[]
): boolean {
  const event = preventable(facts)
  emitter.emit(name, event, ...details)
  return event.defaultPrevented
}
