import { computed, ref, shallowReactive, shallowRef, watch, type ComputedRef, type Ref } from 'vue'

import { isConflict } from '../words/errors.ts'
import { mergeThreeWays, valueAt, withValueAt } from './three-way.ts'
import { useDraft } from './use-draft.ts'
import type { Kept } from './use-kept-form.ts'

/** A field that two people changed, each differently: as it is stored, and as it is typed here. */
export type Dispute = Readonly<{ field: string; theirs: unknown; mine: unknown }>

export type EditBlock = Readonly<{
  /** Resolves when what was left in it, if anything, is known. */
  loaded: Promise<void>
  editing: ComputedRef<boolean>
  /** It was left with something typed in it, which comes back when it is opened. */
  waiting: ComputedRef<boolean>
  /** Somebody else stored something else in fields of this very block that were changed here too. */
  disputed: ComputedRef<boolean>
  disputes: ComputedRef<readonly Dispute[]>
  /** The fields that somebody else changed meanwhile and nobody here: they are as stored. */
  followed: Ref<readonly string[]>
  /** What is typed was found again, after a reload or because it had been left. */
  restored: Ref<boolean>
  /** What is typed is on this screen only. */
  unsaved: Ref<boolean>
  /** The same for the foot of its form. */
  kept: Kept
  running: Ref<boolean>
  error: Ref<unknown>
  start: () => void
  /** Closes it and forgets what was typed. */
  cancel: () => void
  /** Closes it; what was typed is kept. */
  leave: () => void
  /** True when it was stored. */
  save: () => Promise<boolean>
  /** Replaces what was typed with what is stored: in one disputed field, or in the whole block. */
  takeStored: (field?: string) => void
}>

type Options<Form> = Readonly<{
  /** Names the block's unfinished text (`case:<id>:outcome`); null when it may not be edited here. */
  draft: string | null
  /** What is stored now, in the shape of the form. */
  stored: () => Form
  /** What a form begins with where nothing is stored, as "now": it is nobody's change, and stays as it was typed. */
  fresh?: () => Partial<Form>
  /** Stores a form against the record as it is now, by a command under this id where the block has a draft. */
  save: (form: Form, commandId?: string) => Promise<unknown>
  /** Reads the record again, after it turned out to have changed. */
  refresh: () => Promise<void>
  /** Told after a save, with its answer and the way back. */
  saved: (answer: unknown, undo: () => Promise<unknown>) => void
}>

/**
 * One block edited in place. `form` is a copy that refreshes never touch. A change elsewhere in the same record is no
 * conflict; of this very block, what only the other changed is followed, and what both changed stands side by side.
 */
export function useEditBlock<Form extends object>(form: Form, options: Options<Form>): EditBlock {
  const kept = shallowReactive<{
    open: boolean
    waiting: boolean
    form: object
    base: string
    /** The fields both changed, until one of the two is chosen or what is typed is saved. */
    disputed: readonly string[]
  }>({ open: false, waiting: false, form, base: '', disputed: [] })
  /** The form as it was opened: left like this, nothing was typed. */
  let asOpened = ''
  const followed = shallowRef<readonly string[]>([])
  const restored = ref(false)
  const unsaved = ref(false)
  const opened = ref(false)
  const running = ref(false)
  const error = shallowRef<unknown>(null)
  const storedText = computed(() => JSON.stringify(options.stored()))
  const draft = options.draft === null ? null : useDraft(options.draft, kept)

  const loaded = takeUp()

  async function takeUp(): Promise<void> {
    await draft?.loaded
    if (kept.form === form || !(kept.open || kept.waiting)) return
    Object.assign(form, kept.form)
    kept.form = form
    restored.value = kept.open
    noticeChange()
  }

  watch(storedText, () => {
    if (kept.open && !running.value) noticeChange()
  })

  /** Follows what somebody else stored since the form was filled in. Says whether anything in it needs to be looked at. */
  function noticeChange(): boolean {
    if (storedText.value === kept.base) return false
    const merged = mergeThreeWays(recordOf(kept.base), form, options.stored())
    kept.base = storedText.value
    Object.assign(form, merged.form)
    followed.value = [...new Set([...followed.value, ...merged.followed])]
    const stillDiffering = kept.disputed.filter(
      (field) => !isAlike(valueAt(form, field), valueAt(options.stored(), field)),
    )
    kept.disputed = [...new Set([...stillDiffering, ...merged.disputed])]
    return merged.disputed.length > 0
  }

  function start(): void {
    restored.value = kept.waiting
    if (!kept.waiting) {
      Object.assign(form, options.stored(), options.fresh?.())
      kept.base = storedText.value
      kept.disputed = []
    }
    asOpened = kept.waiting ? '' : JSON.stringify(form)
    opened.value = true
    Object.assign(kept, { open: true, waiting: false })
    noticeChange()
  }

  function settle(): void {
    followed.value = []
    restored.value = false
    error.value = null
  }

  function cancel(): void {
    Object.assign(kept, { open: false, waiting: false, disputed: [] })
    settle()
    void draft?.clear()
  }

  function leave(): void {
    if (draft === null || JSON.stringify(form) === asOpened) return cancel()
    Object.assign(kept, { open: false, waiting: true })
    settle()
  }

  function takeStored(field?: string): void {
    const stored = options.stored()
    if (field === undefined) {
      Object.assign(form, stored)
      kept.disputed = []
      settle()
      return
    }
    Object.assign(form, withValueAt(form, field, valueAt(stored, field)))
    kept.disputed = kept.disputed.filter((each) => each !== field)
  }

  async function save(): Promise<boolean> {
    if (running.value) return false
    running.value = true
    error.value = null
    try {
      const { before, answer } = await saveOverNeighbours()
      const after = recordOf(storedText.value)
      cancel()
      // What somebody else changed in it since stays; that they changed the same is refused by the core.
      options.saved(answer, () => {
        const { form: back } = mergeThreeWays(after, before, options.stored())
        return options.save(back)
      })
      return true
    } catch (failure) {
      error.value = failure
      noticeChange()
      return false
    } finally {
      running.value = false
    }
  }

  /** Stores the form; answers what was stored before, too. */
  async function saveOverNeighbours(): Promise<Readonly<{ before: Form; answer: unknown }>> {
    const before = options.stored()
    try {
      return { before, answer: await send() }
    } catch (failure) {
      if (!isConflict(failure)) throw failure
      await options.refresh()
      // The record moved on; what was typed contradicts nobody unless both changed the same field.
      if (noticeChange()) throw failure
      return { before: options.stored(), answer: await send() }
    }
  }

  function send(): Promise<unknown> {
    return draft === null ? options.save(form) : draft.send((id) => options.save(form, id))
  }

  return {
    loaded,
    editing: computed(() => kept.open),
    waiting: computed(() => kept.waiting && !kept.open),
    disputed: computed(() => kept.disputed.length > 0),
    disputes: computed(() =>
      kept.disputed.map((field) => ({
        field,
        theirs: valueAt(options.stored(), field),
        mine: valueAt(form, field),
      })),
    ),
    followed,
    restored,
    unsaved: draft?.unsaved ?? unsaved,
    kept: { restored, unsaved: draft?.unsaved ?? unsaved, opened, leave, drop: cancel },
    running,
    error,
    start,
    cancel,
    leave,
    save,
    takeStored,
  }
}

function isAlike(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}

function recordOf(text: string): Readonly<Record<string, unknown>> {
  const value: unknown = text === '' ? {} : JSON.parse(text)
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
