import { computed, type ComputedRef } from 'vue'
import { useRoute } from 'vue-router'

import { SIGN_OUT_REASONS, type SignOutReason } from '#shared/protocol/events.ts'

/** Why the last session at this window ended without being asked to: the page began anew since, so its address says it. */
export function useEnded(): ComputedRef<SignOutReason | null> {
  const route = useRoute()
  return computed(() => {
    const said = route.query['ended']
    return SIGN_OUT_REASONS.find((reason) => reason === said) ?? null
  })
}
