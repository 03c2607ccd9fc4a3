import { useI18n } from '#renderer/i18n/index.ts'

import { commandOf, takingBack } from '../api.ts'
import { errorText } from '../words/errors.ts'
import { useToast } from './use-toast.ts'

/**
 * Says that something was done, and for ten seconds offers to take it back. `answer` is what its command answered; `undo` sends
 * at once the command that takes it back, which the core refuses when it is too late or somebody changed the same since;
 * `refresh` reads the record before, where what stands in the rest of it is sent along.
 */
export type Offer = (
  text: string,
  answer: unknown,
  undo: () => Promise<unknown>,
  refresh?: () => Promise<void>,
) => void

/** How an act that can be taken back is told of. */
export function useTakeBack(): Offer {
  const { t } = useI18n()
  const { notify } = useToast()

  async function takeBack(
    id: string,
    undo: () => Promise<unknown>,
    refresh?: () => Promise<void>,
  ): Promise<void> {
    try {
      await refresh?.()
      await takingBack(id, undo)
      notify(t('common.undone'))
    } catch (failure) {
      notify(errorText(failure), { kind: 'problem' })
    }
  }

  return (text, answer, undo, refresh) => {
    const id = commandOf(answer)
    if (id === null) return notify(text)
    notify(text, { undo: () => void takeBack(id, undo, refresh) })
  }
}
