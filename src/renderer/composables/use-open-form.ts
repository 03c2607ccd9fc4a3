import { ref } from 'vue'

import { useDraft, type Draft } from './use-draft.ts'
import type { Kept } from './use-kept-form.ts'

/** A form that is there while it is open; what is typed in it is kept when it goes by Esc, and forgotten by `drop`. */
export type OpenForm = Kept & Pick<Draft, 'send'>

export function useOpenForm(name: string, form: object, stored: () => void): OpenForm {
  const { restored, unsaved, send, clear } = useDraft(name, form, { stored })
  const opened = ref(true)
  return { restored, unsaved, opened, send, leave: () => undefined, drop: () => void clear() }
}
