import { computed, readonly, ref, type ComputedRef, type Ref } from 'vue'

import {
  instantOfMilliseconds,
  vietnamDate,
  type Instant,
  type LocalDate,
} from '#core/kernel/calendar.ts'

const now = ref<Instant>(instantOfMilliseconds(Date.now()))
const today = computed<LocalDate>(() => vietnamDate(now.value))

/** Keeps the present moving. Called once by the program's entry. */
export function startClock(): void {
  const tick = (): void => {
    now.value = instantOfMilliseconds(Date.now())
  }
  setInterval(tick, 20_000)
  // A machine that slept through midnight shows the right day the moment it is looked at.
  document.addEventListener('visibilitychange', tick)
}

/** The present moment, and the day on a Vietnamese wall. */
export function useNow(): Readonly<{ now: Readonly<Ref<Instant>>; today: ComputedRef<LocalDate> }> {
  return { now: readonly(now), today }
}
