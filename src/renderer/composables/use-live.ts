import { onBeforeUnmount, toValue, type MaybeRefOrGetter } from 'vue'

import type { AppEvent } from '#shared/protocol/events.ts'
import { onEvent } from '../api.ts'
import { debounced } from '../kit/behaviour/debounced.ts'

export type Topic = Extract<AppEvent, { type: 'changed' }>['topic']

const DEBOUNCE_MS = 120

/**
 * Fetches again when the core says that something of this topic changed. With an `id` only for that
 * row; with `null` for any. Changes in quick succession count once.
 */
export function useLive(
  topic: Topic,
  id: MaybeRefOrGetter<string | null>,
  fetchAgain: () => unknown,
): void {
  const again = debounced(fetchAgain, DEBOUNCE_MS)
  const stop = onEvent((event) => {
    if (event.type !== 'changed' || event.topic !== topic) return
    const wanted = toValue(id)
    if (wanted !== null && wanted !== event.id) return
    again.ask()
  })
  onBeforeUnmount(() => {
    again.cancel()
    stop()
  })
}
