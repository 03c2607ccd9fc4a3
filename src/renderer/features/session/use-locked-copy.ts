import { computed, onBeforeUnmount, shallowRef, type ComputedRef } from 'vue'

import { type CopyProgress, percentCopied } from '#shared/protocol/copy-progress.ts'

import { onEvent } from '../../api.ts'
import { useI18n } from '../../i18n/index.ts'

/** What to say of the copy that is made after the last one left; empty while there is none. */
export function useLockedCopy(): ComputedRef<string> {
  const { t } = useI18n()
  const progress = shallowRef<CopyProgress | null>(null)
  onBeforeUnmount(
    onEvent((event) => {
      if (event.type === 'locked-copy') progress.value = event.progress
    }),
  )
  return computed(() => {
    if (progress.value === null) return ''
    return t(`session.copy.${progress.value.step}`, { percent: percentCopied(progress.value) })
  })
}
