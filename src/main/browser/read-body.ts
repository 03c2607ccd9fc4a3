import type { IncomingMessage } from 'node:http'

export type BodyOutcome = Readonly<
  | { outcome: 'complete'; bytes: Buffer<ArrayBuffer> }
  | { outcome: 'too-large' }
  | { outcome: 'aborted' }
>

/**
 * Reads a request body of at most `limit` bytes. From the first byte too many nothing is kept: the
 * rest is read and thrown away, so that the browser gets the answer instead of a broken connection.
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
      resolve(
        size > limit
          ? { outcome: 'too-large' }
          : { outcome: 'complete', bytes: Buffer.concat(chunks) },
      )
    })
    request.on('error', () => resolve({ outcome: 'aborted' }))
    request.on('close', () => resolve({ outcome: 'aborted' }))
  })
}
