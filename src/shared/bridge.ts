import type { Result } from './protocol/envelope.ts'
import type { AppEvent } from './protocol/events.ts'

/** The two channels between an Electron window and its shell. There is no third. */
export const REQUEST_CHANNEL = 'hoi-am:request'
export const EVENT_CHANNEL = 'hoi-am:event'

/** The only object the preload script adds to the window. */
export interface Bridge {
  /** Calls one route of the contract with its input as {@link encodeInput} made it. Answers failures as a result. */
  request(route: string, input: Uint8Array): Promise<Result<unknown>>
  /** Hears what the core tells the windows, until the returned function is called. */
  on(listener: (event: AppEvent) => void): () => void
}

declare global {
  interface Window {
    readonly hoiAm?: Bridge
  }
}
