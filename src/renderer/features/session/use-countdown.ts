import { onBeforeUnmount, ref, watch, type Ref } from 'vue'

import { retryAfter } from '#renderer/features/session/retry-after.ts'

/** Counts down the seconds a refusal asks to wait; 0 when one may try again. */
export function useCountdown(error: Readonly<Ref<unknown>>): Readonly<Ref<number>> {
  const left = ref(0)
  let timer: ReturnType<typeof setInterval> | undefined

  function stop(): void {
    clearInterval(timer)
  }

  watch(error, (failure) => {
    if (failure === null) return
    stop()
    const until = Date.now() + retryAfter(failure) * 1_000
    const tick = (): void => {
      left.value = Math.max(0, Math.ceil((until - Date.now()) / 1_000))
      if (left.value === 0) stop()
    }
    tick()
    timer = setInterval(tick, 250)
  })
  onBeforeUnmount(stop)
  return left
}
