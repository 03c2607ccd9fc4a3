import { computed, ref, shallowReactive, type ComputedRef, type Ref } from 'vue'

import { useDraft } from './use-draft.ts'

export type KeptForm<Form extends object> = Readonly<{
  isOpen: ComputedRef<boolean>
  /** It was left with something typed in it, which comes back when it is opened. */
  isWaiting: ComputedRef<boolean>
  /** What stands in it was typed before the page began anew, or before it was left. */
  restored: Ref<boolean>
  /** What is typed is on this screen only. */
  unsaved: Ref<boolean>
  /** Somebody opened it just now, and goes on in its first field; one that was found open takes nobody's focus. */
  opened: Ref<boolean>
  /** Opens it: with what was left in it, else as it is fresh, with these fields filled in. */
  begin: (filled?: Partial<Form>) => void
  /** Closes it; what was typed is kept. */
  leave: () => void
  /** Closes it and forgets what was typed: it was stored, or thrown away on purpose. */
  drop: () => void
  /** See `Draft.send`. */
  send: <Answer>(command: (commandId: string) => Promise<Answer>) => Promise<Answer>
}>

/** What a form foot needs of a form. */
export type Kept = Pick<KeptForm<object>, 'restored' | 'unsaved' | 'opened' | 'leave' | 'drop'>

/**
 * A form that is opened by an act and keeps what is typed in it, open or left, until it is stored or thrown away; `name` is
 * that of its draft. `form` is the reactive object its fields are bound to; `fresh` is what it begins with.
 */
export function useKeptForm<Form extends object>(
  name: string,
  form: Form,
  fresh: () => Form,
): KeptForm<Form> {
  const kept = shallowReactive<{ open: boolean; waiting: boolean; form: object }>({
    open: false,
    waiting: false,
    form,
  })
  const draft = useDraft(name, kept, { stored: drop })
  const opened = ref(false)
  /** The form as it was opened: left like this, nothing was typed. */
  let asOpened = ''

  void draft.loaded.then(() => {
    if (kept.form === form) return
    Object.assign(form, kept.form)
    kept.form = form
  })

  function begin(filled: Partial<Form> = {}): void {
    if (!kept.waiting) {
      Object.assign(form, fresh(), filled)
      draft.restored.value = false
    } else {
      draft.restored.value = true
    }
    asOpened = kept.waiting ? '' : JSON.stringify(form)
    opened.value = true
    Object.assign(kept, { open: true, waiting: false })
  }

  function leave(): void {
    if (JSON.stringify(form) === asOpened) return drop()
    Object.assign(kept, { open: false, waiting: true })
  }

  function drop(): void {
    Object.assign(kept, { open: false, waiting: false })
    Object.assign(form, fresh())
    void draft.clear()
  }

  return {
    isOpen: computed(() => kept.open),
    isWaiting: computed(() => kept.waiting && !kept.open),
    restored: draft.restored,
    unsaved: draft.unsaved,
    opened,
    begin,
    leave,
    drop,
    send: draft.send,
  }
}
