import { computed, ref, shallowReactive, shallowRef, watch, type ComputedRef, type Ref } from 'vue'

import { isConflict } from '../words/errors.ts'
import { useDraft } from './use-draft.ts'

export type EditBlock = Readonly<{
  editing: ComputedRef<boolean>
  /** Somebody else stored something different in this very block since it was opened for editing. */
  disputed: Ref<boolean>
  /** What is typed was found again after a reload. */
  restored: Ref<boolean>
  running: Ref<boolean>
  error: Ref<unknown>
  start: () => void
  cancel: () => void
  /** True when it was stored. */
  save: () => Promise<boolean>
  /** Replaces what was typed with what is stored. */
  takeStored: () => void
}>

type Options<Form> = Readonly<{
  /** Names the block's unfinished text (`case:<id>:outcome`); null when it may not be edited here. */
  draft: string | null
  /** What is stored now, in the shape of the form. */
  stored: () => Form
  /** Stores a form against the record as it is now. */
  save: (form: Form) => Promise<unknown>
  /** Reads the record again, after it turned out to have changed. */
  refresh: () => Promise<void>
  /** Told after a save, with the way back. */
  saved: (undo: () => Promise<unknown>) => void
}>

/**
 * One block edited in place. `form` is a copy that refreshes never touch. A change elsewhere in the
 * same record is no conflict; a change of this very block is shown beside what was typed.
 */
export function useEditBlock<Form extends object>(form: Form, options: Options<Form>): EditBlock {
  const kept = shallowReactive<{ open: boolean; form: object; base: string }>({
    open: false,
    form,
    base: '',
  })
  const disputed = ref(false)
  const restored = ref(false)
  const running = ref(false)
  const error = shallowRef<unknown>(null)
  const storedText = computed(() => JSON.stringify(options.stored()))
  const draft = options.draft === null ? null : useDraft(options.draft, kept)

  void draft?.loaded.then(() => {
    if (!kept.open || kept.form === form) return
    Object.assign(form, kept.form)
    kept.form = form
    restored.value = true
    noticeChange()
  })

  watch(storedText, () => {
    if (kept.open && !running.value) noticeChange()
  })

  function noticeChange(): void {
    if (storedText.value === kept.base) return
    kept.base = storedText.value
    disputed.value = JSON.stringify(form) !== storedText.value
  }

  function start(): void {
    Object.assign(form, options.stored())
    kept.base = storedText.value
    kept.open = true
  }

  function cancel(): void {
    kept.open = false
    disputed.value = false
    restored.value = false
    error.value = null
    void draft?.clear()
  }

  function takeStored(): void {
    Object.assign(form, options.stored())
    disputed.value = false
    error.value = null
  }

  async function save(): Promise<boolean> {
    if (running.value) return false
    running.value = true
    error.value = null
    const before = options.stored()
    try {
      await saveOverNeighbours()
      cancel()
      options.saved(() => options.save(before))
      return true
    } catch (failure) {
      error.value = failure
      noticeChange()
      return false
    } finally {
      running.value = false
    }
  }

  async function saveOverNeighbours(): Promise<void> {
    try {
      await options.save(form)
    } catch (failure) {
      if (!isConflict(failure)) throw failure
      await options.refresh()
      // The record moved on, but not in this block: what was typed contradicts nobody.
      if (storedText.value !== kept.base) throw failure
      await options.save(form)
    }
  }

  const editing = computed(() => kept.open)
  return { editing, disputed, restored, running, error, start, cancel, save, takeStored }
}
