import type { AppEvent } from '#shared/protocol/events.ts'

import { noteHost } from './lost-answer.ts'
import { answeredSoFar, fetchAsWindow, windowSecret } from './window-secret.ts'

/** How long to wait before a stream that did not last is opened again, in milliseconds. */
const AGAIN_MS = 1_000

/** The host sends a beat every 15 s; one that was opened and said nothing for this long did not last. */
const SHORT_MS = 1_000

/**
 * Hears the events of the browser host over one stream, opened anew whenever it ends, until the returned function is
 * called. Not an `EventSource`: that cannot show whose window it is.
 *
 * At a sign-in the host gives out another secret and ends the streams, often before the answer with the secret is here:
 * in this page that answer is waited for, in another tab of the same window for as long as a stream waits anyway. A host
 * that refuses the secret there is then has forgotten this window, so whoever was signed in is not.
 */
export function listenToHost(tell: (event: AppEvent) => void): () => void {
  const stop = new AbortController()
  void (async () => {
    for (;;) {
      const begun = performance.now()
      const shown = JSON.stringify(windowSecret())
      const outcome = await readEvents(tell, stop.signal)
      const lasted = outcome === 'ended' && performance.now() - begun > SHORT_MS
      if (!lasted) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
      await answeredSoFar()
      if (stop.signal.aborted) return
      if (outcome === 'refused' && JSON.stringify(windowSecret()) === shown) {
        tell({ type: 'signed-out', reason: 'core-restarted' })
        return
      }
    }
  })()
  return () => stop.abort()
}

async function readEvents(
  tell: (event: AppEvent) => void,
  signal: AbortSignal,
): Promise<'ended' | 'refused' | 'failed'> {
  try {
    const response = await fetchAsWindow('/api/events', { signal })
    noteHost(true)
    if (!response.ok || response.body === null) {
      // Left unread, it would hold its connection for as long as the page lives.
      await response.body?.cancel()
      return 'refused'
    }
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    let rest = ''
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return 'ended'
      const blocks = (rest + value).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        if (!block.startsWith('data: ')) continue
        const event: AppEvent = JSON.parse(block.slice('data: '.length))
        tell(event)
      }
    }
  } catch {
    if (!signal.aborted) noteHost(false)
    return 'failed'
  }
}
