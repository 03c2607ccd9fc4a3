import { ApiError } from '../../api.ts'
import { useConfirm } from '../../composables/use-confirm.ts'
import { useI18n } from '../../i18n/index.ts'
import { formatMoment } from '../../words/moments.ts'

/**
 * Enters the board; where the clock of this machine disagrees with the last entry of the journal, asks whether it is
 * right and enters again when it is. Whoever does not say so is not let in: raises `CLOCK_DOUBTFUL`.
 */
export function useClockQuestion(): <Entered>(
  enter: (clockConfirmed: boolean) => Promise<Entered>,
) => Promise<Entered> {
  const { t } = useI18n()
  const { confirm } = useConfirm()

  return async (enter) => {
    try {
      return await enter(false)
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'CLOCK_DOUBTFUL') throw error
      const [issue] = error.issues
      const moments = {
        last: momentOf(issue?.params?.['last']),
        now: momentOf(issue?.params?.['now']),
      }
      const right = await confirm({
        title: t('session.clock.title', { now: moments.now }),
        text:
          issue?.code === 'CLOCK_BEHIND'
            ? t('session.clock.behind', moments)
            : t('session.clock.ahead', moments),
        act: t('session.clock.right'),
      })
      if (!right) throw error
      return enter(true)
    }
  }
}

function momentOf(instant: string | number | undefined): string {
  return typeof instant === 'string' && instant !== '' ? formatMoment(instant) : ''
}
