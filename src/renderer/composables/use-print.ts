import { onBeforeUnmount, onMounted } from 'vue'
import { useI18n, type MessageKey } from '#renderer/i18n/index.ts'

import { errorText } from '../words/errors.ts'
import { useToast } from './use-toast.ts'
import { shortcutText } from '../kit/behaviour/use-shortcut.ts'

/** What Ctrl/⌘ P prints in a room, or the message key of why there is nothing to print yet. */
export type PrintTarget = Readonly<{ print: () => Promise<void> | void } | { nothing: MessageKey }>

/** The rooms on screen that have something to say about printing; the newest counts. */
const rooms: (() => PrintTarget)[] = []
let printing = false

/** Says what Ctrl/⌘ P prints while the component is on screen. */
export function usePrintTarget(target: () => PrintTarget): void {
  onMounted(() => rooms.push(target))
  onBeforeUnmount(() => {
    const at = rooms.indexOf(target)
    if (at >= 0) rooms.splice(at, 1)
  })
}

/** Prints what the room on screen is about, never the window; where there is nothing, says what can be printed. */
export function usePrint(): () => Promise<void> {
  const { t } = useI18n()
  const { notify } = useToast()
  return async () => {
    if (printing) return
    const target: PrintTarget = rooms.at(-1)?.() ?? { nothing: 'print.elsewhere' }
    if ('nothing' in target) {
      notify(t(target.nothing, { keys: shortcutText('P') }), { kind: 'hint' })
      return
    }
    printing = true
    try {
      await target.print()
    } catch (error) {
      notify(errorText(error), { kind: 'problem' })
    } finally {
      printing = false
    }
  }
}
