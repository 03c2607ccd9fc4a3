import type { ReaderMessage, ReadRequest } from '#shared/protocol/reading.ts'
import type { ParentChannel } from '../common/parent-channel.ts'
import { READING_LIMITS, type ReadingLimits, watchedReading } from './watched-reading.ts'

export type ReaderOptions = Readonly<{
  channel: ParentChannel<ReadRequest, ReaderMessage>
  /** `reading-thread`, as source or as the built file beside the entry. */
  threadUrl: URL
  /** Ends the process. */
  exit: () => void
  /** How long it may have nothing to read before it ends, in milliseconds. */
  restMs?: number
  limits?: ReadingLimits
}>

/** A fifth of the silence at which the host takes it for dead. */
const HEARTBEAT_MS = 100

const REST_MS = 60_000

/**
 * Serves a host that hands over one file after the other: says that it lives while it reads, answers, and ends when
 * nobody has had anything to read for a while, or when the host is gone.
 */
export function serveReadings(options: ReaderOptions): void {
  const { channel, threadUrl, exit, restMs = REST_MS, limits = READING_LIMITS } = options
  let resting = setTimeout(exit, restMs)

  channel.onMessage((request) => {
    clearTimeout(resting)
    const heartbeat = setInterval(() => channel.send({ type: 'alive' }), HEARTBEAT_MS)
    void watchedReading(threadUrl, request, limits).then((outcome) => {
      clearInterval(heartbeat)
      channel.send({ type: 'answer', id: request.id, outcome })
      resting = setTimeout(exit, restMs)
    })
  })
  channel.onDisconnect(exit)
  channel.send({ type: 'ready' })
}
