import { onMounted, ref, type Ref } from 'vue'

import { hasShell, openLog, supportReport } from '../host.ts'
import { translate } from '../i18n/index.ts'
import { useAction, type ActionState } from './use-action.ts'
import { useToast } from './use-toast.ts'

/** What helps whoever is asked for help. */
export type Support = Readonly<{
  /** Whether the shell around the window has a log to show. */
  offered: Ref<boolean>
  log: ActionState<[], void>
  report: ActionState<[], void>
}>

/** The log and the report for support, where the window stands in a shell of its own. */
export function useSupport(): Support {
  const { notify } = useToast()
  const offered = ref(false)
  onMounted(async () => {
    offered.value = await hasShell()
  })
  const report = useAction(async () => {
    await supportReport()
    notify(translate('support.copied'))
  })
  return { offered, log: useAction(openLog), report }
}
