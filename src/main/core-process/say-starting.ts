import type { CoreMessage } from '#shared/protocol/core-messages.ts'

/** Well below what the host takes for silence. */
const EVERY_MS = 1_000

/**
 * Tells the host once a second that a core is at work on its start: a demonstration board on a busy machine, or a
 * large board brought up to date, takes longer than anybody waits for one that may be dead. A core that hangs says
 * nothing. Stops when the returned function is called.
 */
export function sayStarting(send: (message: CoreMessage) => void): () => void {
  const timer = setInterval(() => send({ type: 'starting' }), EVERY_MS)
  return () => clearInterval(timer)
}
