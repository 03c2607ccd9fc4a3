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
    const changed = changedOf(event)
    if (changed?.topic !== topic) return
    const wanted = toValue(id)
    if (wanted !== null && wanted !== changed.id) return
    again.ask()
  })
  onBeforeUnmount(() => {
    again.cancel()
    stop()
  })
}

/** What an event says has changed: to whoever is kept from a case now, that case is no more. */
function changedOf(event: AppEvent): Readonly<{ topic: Topic; id: string }> | null {
  if (event.type === 'changed') return event
  return event.type === 'case-closed' ? { topic: 'complaint', id: event.id } : null
}
