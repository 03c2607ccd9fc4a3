import { reactive, watch } from 'vue'

import { loadDraft } from './load-drafts.ts'

/** The forms that have something kept for them, as far as it was asked after or written at this window. */
const kept = reactive(new Set<string>())

/** Notes that something is kept for a form, or nothing any more. */
export function noteKept(form: string, isKept: boolean): void {
  if (isKept) kept.add(form)
  else kept.delete(form)
}

/** Whether something is kept for one of these forms, which are asked after together and may be closed. */
export function useKeptForms(forms: () => readonly string[]): (form: string) => boolean {
  const asked = new Set<string>()
  watch(
    forms,
    (named) => {
      for (const form of named) {
        if (asked.has(form)) continue
        asked.add(form)
        // A mark that is missing hides nothing: the form brings back what it kept when it is opened.
        loadDraft(form).then(
          (body) => noteKept(form, body !== null),
          () => asked.delete(form),
        )
      }
    },
    { immediate: true },
  )
  return (form) => kept.has(form)
}
