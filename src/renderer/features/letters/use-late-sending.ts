import { computed, type ComputedRef } from 'vue'

import { lateClocks } from '#core/case/late-clocks.ts'
import { formatDate, type LocalDate } from '#core/kernel/calendar.ts'
import type { LateReason } from '#core/deadlines/late.ts'
import { useNow } from '#renderer/kit/behaviour/use-now.ts'
import { useI18n } from '#renderer/i18n/index.ts'

import { useLetterStore } from './letter.store.ts'

/** When the open letter left, and why it is late, as a form has it. */
export type LateForm = {
  sentOn: LocalDate | null
  lateReason: LateReason | null
  lateExplanation: string
}

/** Whether the open letter is late when it leaves on the day of a form, what is said then, and what the core is told. */
export function useLateSending(form: LateForm): Readonly<{
  isLate: ComputedRef<boolean>
  help: ComputedRef<string>
  /** What the schema cannot know: the reason is asked for only where it is late. */
  errors: ComputedRef<Readonly<Record<string, string>>>
  told(): Partial<Pick<LateForm, 'lateReason' | 'lateExplanation'>>
}> {
  const { t } = useI18n()
  const store = useLetterStore()
  const { now } = useNow()
  const late = computed(() => {
    const { letter, about } = store
    if (letter === null || about === null || form.sentOn === null) return []
    return lateClocks(about, letter, { sentOn: form.sentOn, recordedAt: now.value })
  })
  const isLate = computed(() => late.value.length > 0)
  return {
    isLate,
    help: computed(() => {
      const days = [...new Set(late.value.map(({ legalEnd }) => formatDate(legalEnd)))]
      return t('letters.dispatch.lateHelp', { days: days.join(', ') })
    }),
    errors: computed(() =>
      isLate.value
        ? {
            ...(form.lateReason === null ? { lateReason: t('issues.LATE_WITHOUT_REASON') } : {}),
            ...(form.lateExplanation.trim() === ''
              ? { lateExplanation: t('issues.LATE_WITHOUT_WORDS') }
              : {}),
          }
        : {},
    ),
    told() {
      const { lateReason, lateExplanation } = form
      return isLate.value ? { lateReason, lateExplanation } : {}
    },
  }
}
