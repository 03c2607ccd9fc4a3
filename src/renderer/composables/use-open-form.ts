import { ref, shallowReactive } from 'vue'

import { mergeThreeWays } from './three-way.ts'
import { useDraft, type Draft } from './use-draft.ts'
import type { Kept } from './use-kept-form.ts'

/** A form that is there while it is open; what is typed in it is kept when it goes by Esc, and forgotten by `drop`. */
export type OpenForm = Kept & Pick<Draft, 'send'>

/**
 * `form` is filled in with what it begins with. Where that is what is stored (`edits`), a former draft is put back only as far as
 * it was changed: what somebody else stored since stands in the rest.
 */
export function useOpenForm(
  name: string,
  form: object,
  stored: () => void,
  { edits = false }: Readonly<{ edits?: boolean }> = {},
): OpenForm {
  const begun = { ...form }
  const kept = shallowReactive<{ form: object; was: object }>({ form, was: begun })
  const { restored, unsaved, send, clear, loaded } = useDraft(name, kept, { stored })
  const opened = ref(true)

  void loaded.then(() => {
    if (kept.form === form) return
    const typed = { ...form, ...kept.form }
    Object.assign(form, edits ? mergeThreeWays({ ...kept.was }, typed, begun).form : typed)
    Object.assign(kept, { form, was: begun })
  })

  return { restored, unsaved, opened, send, leave: () => undefined, drop: () => void clear() }
}
