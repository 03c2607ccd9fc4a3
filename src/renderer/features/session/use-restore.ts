import type { KeptCopy } from '#shared/contract/copies.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { ApiError } from '../../api.ts'
import { useAction, type ActionState } from '../../composables/use-action.ts'
import { useConfirm } from '../../composables/use-confirm.ts'
import { useToast } from '../../composables/use-toast.ts'
import { translate, useI18n } from '../../i18n/index.ts'
import { useSession } from '../../stores/session.store.ts'
import { formatMoment } from '../../words/moments.ts'
import { useClockQuestion } from './use-clock-question.ts'

/** Who goes back to a copy: with a password, or with the recovery key and a new password. */
export type Restorer = Readonly<{ username: string; password: string; recoveryKey: string | null }>

/** Goes back to a copy of a place after asking, and says of when the one is that was brought back. */
export function useRestore(): ActionState<[Restorer, string | null, KeptCopy], void> {
  const { t } = useI18n()
  const session = useSession()
  const { confirm } = useConfirm()
  const { notify } = useToast()
  const asked = useClockQuestion()
  return useAction(async (restorer, place, copy) => {
    const sure = await confirm({
      title: t('session.restore.title'),
      text: t('session.restore.text', { moment: formatMoment(copy.at) }),
      act: t('session.restore.act'),
      danger: true,
    })
    if (!sure) return
    const restored = await asked((clockConfirmed) =>
      session.restore({ ...restorer, place, from: copy.name, clockConfirmed }),
    )
    notify(restoredText(restored), { kind: 'problem' })
  })
}

/** What was brought back, and what is to be done again or looked through. */
function restoredText({
  madeAt,
  filesLost,
  salvaged,
}: Omit<OutputOf<'session.restore'>, 'person'>): string {
  const { entries, complete, complaints } = salvaged
  const moment = formatMoment(madeAt)
  const texts = [
    complete
      ? translate('session.restore.doneWhole', { moment, n: entries }, entries)
      : translate('session.restore.done', { moment }),
    complete || complaints.length === 0
      ? ''
      : translate('session.restore.partly', { codes: complaints.join(', ') }),
    filesLost === 0 ? '' : translate('session.restore.filesLost', { n: filesLost }, filesLost),
  ]
  return texts.filter((text) => text !== '').join(' ')
}

/** Whether going back to a copy is what helps. */
export function isDamage(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'DATABASE_DAMAGED'
}
