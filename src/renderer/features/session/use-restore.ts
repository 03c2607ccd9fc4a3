import { ApiError } from '../../api.ts'
import { useAction, type ActionState } from '../../composables/use-action.ts'
import { useConfirm } from '../../composables/use-confirm.ts'
import { useToast } from '../../composables/use-toast.ts'
import { useI18n } from '../../i18n/index.ts'
import { useSession } from '../../stores/session.store.ts'
import { formatMoment } from '../../words/moments.ts'
import { useClockQuestion } from './use-clock-question.ts'

/** Who goes back to a copy: with a password, or with the recovery key and a new password. */
export type Restorer = Readonly<{ username: string; password: string; recoveryKey: string | null }>

/** Goes back to the newest whole copy after asking, and says of when it is. */
export function useRestore(who: () => Restorer): ActionState<[], void> {
  const { t } = useI18n()
  const session = useSession()
  const { confirm } = useConfirm()
  const { notify } = useToast()
  const asked = useClockQuestion()
  return useAction(async () => {
    const sure = await confirm({
      title: t('session.restore.title'),
      text: t('session.restore.text'),
      act: t('session.restore.act'),
      danger: true,
    })
    if (!sure) return
    const { username, password, recoveryKey } = who()
    const madeAt = await asked((clockConfirmed) =>
      session.restore(username, password, recoveryKey, clockConfirmed),
    )
    notify(t('session.restore.done', { moment: formatMoment(madeAt) }), { kind: 'problem' })
  })
}

/** Whether going back to a copy is what helps. */
export function isDamage(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'DATABASE_DAMAGED'
}
