import { onBeforeUnmount, ref, type Ref } from 'vue'

import { onEvent } from '../api.ts'

/** Whether the core has said that it is still at work on its start: whoever waits is told so. Called by the root component. */
export function useStarting(): Readonly<Ref<boolean>> {
  const starting = ref(false)
  onBeforeUnmount(
    onEvent((event) => {
      if (event.type === 'starting') starting.value = true
    }),
  )
  return starting
}
