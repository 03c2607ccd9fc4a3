import type { IncomingMessage } from 'node:http'

export type BodyOutcome = Readonly<
  | { outcome: 'complete'; bytes: Buffer<ArrayBuffer> }
  | { outcome: 'too-large' }
  | { outcome: 'aborted' }
>

/**
 * Reads a request body of at most `limit` bytes. From the first byte too many nothing is kept: the
 * rest is read and thrown away, so that the browser gets the answer instead of a broken connection. The pieces as they
 * came over the line are wiped: the body given out is the one copy, for its taker to wipe.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<BodyOutcome> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > limit) chunks.length = 0
      else chunks.push(chunk)
    })
    request.on('end', () => {
      if (size > limit) return resolve({ outcome: 'too-large' })
      // Not of the pool that small buffers share: it is given away whole.
      const bytes = Buffer.alloc(size)
      let at = 0
      for (const chunk of chunks) {
        at += chunk.copy(bytes, at)
        chunk.fill(0)
      }
      resolve({ outcome: 'complete', bytes })
    })
    request.on('error', () => resolve({ outcome: 'aborted' }))
    request.on('close', () => resolve({ outcome: 'aborted' }))
  })
}

/** Wipes what nobody read of a request that was refused: a password is in it as well. */
export function wipeUnread(request: IncomingMessage): void {
  if (!request.readableEnded) request.on('data', (chunk: Buffer) => chunk.fill(0))
}
