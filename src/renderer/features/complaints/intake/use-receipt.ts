import { computed, ref, watch, type Ref, type WritableComputedRef } from 'vue'

import type { Channel } from '#core/complaints/model.ts'
import type { Instant } from '#core/kernel/calendar.ts'
import { isBlank, isTakenNow, type IntakeForm } from './intake-form.ts'

/**
 * When the complaint reached the board. For a call that is now, running along until the first word is
 * written down and standing still from then on; what came in writing has its arrival typed in.
 */
export function useReceipt(
  form: IntakeForm,
  now: Readonly<Ref<Instant>>,
): Readonly<{
  receivedAt: WritableComputedRef<Instant | null>
  setChannel: (channel: Channel) => void
  /** Keeps the clock still while the field has the focus, so that it does not type over the clerk. */
  hold: () => void
  release: () => void
}> {
  const held = ref<Instant | null>(null)

  const receivedAt = computed({
    get: () => {
      if (form.receivedAt !== null || form.receivedByHand) return form.receivedAt
      return isTakenNow(form.channel) && isBlank(form) ? (held.value ?? now.value) : null
    },
    set: (instant) => {
      form.receivedAt = instant
      form.receivedByHand = true
    },
  })

  watch(
    () => isBlank(form),
    (blank) => {
      if (!blank) standStill()
    },
    { flush: 'sync' },
  )

  function standStill(): void {
    if (form.receivedAt !== null || form.receivedByHand || !isTakenNow(form.channel)) return
    form.receivedAt = held.value ?? now.value
  }

  function setChannel(channel: Channel): void {
    form.channel = channel
    if (form.receivedByHand) return
    form.receivedAt = null
    if (!isBlank(form)) standStill()
  }

  function hold(): void {
    held.value = now.value
  }

  function release(): void {
    held.value = null
  }

  return { receivedAt, setChannel, hold, release }
}
