import { readonly, ref, type Ref } from 'vue'

import type { Result } from '#shared/protocol/envelope.ts'

/** How long to wait before the same is sent again, in milliseconds: a core that died is back within seconds. */
export const PAUSES_MS = [300, 700, 1_500, 3_000, 5_000] as const

const checking = ref(0)
const there = ref(true)

/** How many commands were sent whose answer was lost, and are asked after just now. */
export function useChecking(): Readonly<Ref<number>> {
  return readonly(checking)
}

/** Whether the host of this page answers; in Electron it always does. */
export function useHostThere(): Readonly<Ref<boolean>> {
  return readonly(there)
}

export function noteHost(isThere: boolean): void {
  there.value = isThere
}

/**
 * Sends a command again for as long as its answer is lost: under its id it is done once, so that asking again is how to learn
 * what became of it. Answers the loss itself when nobody answered within some ten seconds.
 */
export async function untilHeard(send: () => Promise<Result<unknown>>): Promise<Result<unknown>> {
  let result = await send()
  if (!isLost(result)) return result
  checking.value += 1
  try {
    for (const pause of PAUSES_MS) {
      await new Promise((resolve) => setTimeout(resolve, pause))
      result = await send()
      if (!isLost(result)) return result
    }
    return result
  } finally {
    checking.value -= 1
  }
}

function isLost(result: Result<unknown>): boolean {
  return !result.ok && result.error.code === 'CORE_RESTARTED'
}
