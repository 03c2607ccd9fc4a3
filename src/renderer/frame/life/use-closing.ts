import { onBeforeUnmount, shallowRef, type Ref } from 'vue'

import type { CopyProgress } from '#shared/protocol/copy-progress.ts'

import { call, onEvent } from '../../api.ts'
import { flushAll } from '../../composables/use-flush.ts'

export type ClosingState = Readonly<{
  /** How far the copy is that the closed program still makes; null while it is open. */
  copying: Readonly<Ref<CopyProgress | null>>
  /** Ends the program without that copy. */
  leave: () => Promise<void>
}>

/**
 * Answers the program around the window when that is about to close, or to sign everybody out: first what is half
 * typed is kept. Called once, by the root component.
 */
export function useClosing(): ClosingState {
  const copying = shallowRef<CopyProgress | null>(null)

  const stop = onEvent((event) => {
    if (event.type === 'closing') void answer()
    if (event.type === 'copying') copying.value = event.progress
  })
  onBeforeUnmount(stop)

  async function answer(): Promise<void> {
    await flushAll()
    // Whoever asked does not wait for ever, and may be gone.
    await call('host.readyToClose', {}).catch(() => undefined)
  }

  async function leave(): Promise<void> {
    await call('host.leaveCopy', {})
  }

  return { copying, leave }
}
