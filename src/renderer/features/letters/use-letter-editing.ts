import {
  computed,
  onBeforeUnmount,
  reactive,
  ref,
  shallowRef,
  watch,
  type ComputedRef,
  type Ref,
} from 'vue'

import { cleanText } from '#core/kernel/text.ts'
import type { Letter } from '#core/letters/model.ts'
import { isConflict } from '#renderer/composables/use-action.ts'
import { useSession } from '#renderer/stores/session.store.ts'

import { useLetterStore } from './letter.store.ts'
import { hasChanges, mergeFields, type Fields } from './merge-fields.ts'

/** How long a pause in typing counts as "have a look", in milliseconds. */
const SAVE_AFTER = 700

export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed'

export type LetterEditing = Readonly<{
  /** The texts by field: `part:<key>` and `signatory:<field>`. */
  fields: Record<string, string>
  /** What somebody else stored in a field that was changed here too, by field. */
  disputed: Ref<Fields>
  state: ComputedRef<SaveState>
  error: Ref<unknown>
  /** Stores what is typed, now. True when nothing is left unsaved. */
  flush: () => Promise<boolean>
  /** Ends a dispute: by what was typed, or by what is stored. */
  settle: (key: string, choice: 'mine' | 'stored') => void
}>

/**
 * Keeps the texts of a draft and stores them as the author goes: typing never waits, one save runs at a
 * time, and the newest text always gets its turn. Other people's changes flow into fields not touched here.
 */
export function useLetterEditing(letter: Letter): LetterEditing {
  const store = useLetterStore()
  const key = `${useSession().person?.id ?? ''}:${letter.id}`
  const fields: Record<string, string> = reactive({
    ...fieldsOf(letter),
    ...store.unsent.get(key),
  })
  const base = shallowRef<Fields>(fieldsOf(letter))
  const disputed = shallowRef<Fields>({})
  const error = shallowRef<unknown>(null)
  const saving = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<boolean> = Promise.resolve(true)

  const changed = computed(() => hasChanges(base.value, fields, cleanText))
  const state = computed<SaveState>(() => {
    if (saving.value) return 'saving'
    if (error.value !== null) return 'failed'
    return changed.value ? 'waiting' : 'saved'
  })

  watch(
    () => store.letter,
    (now) => {
      if (now?.id === letter.id && !saving.value) adopt(fieldsOf(now))
    },
  )
  watch(fields, schedule)

  function adopt(stored: Fields): void {
    const merged = mergeFields(base.value, fields, stored, cleanText)
    for (const name of Object.keys(fields)) {
      if (!Object.hasOwn(stored, name)) Reflect.deleteProperty(fields, name)
    }
    for (const [name, text] of Object.entries(merged.fields)) {
      if (fields[name] !== text) fields[name] = text
    }
    base.value = stored
    disputed.value = { ...disputed.value, ...merged.disputed }
  }

  function schedule(): void {
    clearTimeout(timer)
    if (changed.value) timer = setTimeout(() => void flush(), SAVE_AFTER)
  }

  function flush(): Promise<boolean> {
    clearTimeout(timer)
    running = running.then(save)
    return running
  }

  async function save(): Promise<boolean> {
    if (!changed.value) return true
    if (Object.keys(disputed.value).length > 0) return false
    saving.value = true
    try {
      base.value = fieldsOf(await storeFields())
      error.value = null
      void store.draw()
      return !changed.value
    } catch (failure) {
      error.value = failure
      return false
    } finally {
      saving.value = false
      if (store.letter?.id === letter.id) adopt(fieldsOf(store.letter))
      if (error.value === null) schedule()
    }
  }

  /** A newer version that does not touch the same texts is no conflict: the save is sent again on top of it. */
  async function storeFields(): Promise<Letter> {
    try {
      return await store.edit(inputOf(store.letter ?? letter, fields))
    } catch (failure) {
      if (!isConflict(failure) || store.id !== letter.id) throw failure
      await store.refresh()
      const now = store.letter
      if (now === null) throw failure
      adopt(fieldsOf(now))
      if (Object.keys(disputed.value).length > 0) throw failure
      return store.edit(inputOf(now, fields))
    }
  }

  function settle(name: string, choice: 'mine' | 'stored'): void {
    const { [name]: stored, ...rest } = disputed.value
    disputed.value = rest
    if (choice === 'stored' && stored !== undefined) fields[name] = stored
    error.value = null
    schedule()
  }

  function onHide(): void {
    if (document.visibilityState === 'hidden') void flush()
  }
  document.addEventListener('visibilitychange', onHide)
  onBeforeUnmount(() => {
    document.removeEventListener('visibilitychange', onHide)
    clearTimeout(timer)
    store.unsent.delete(key)
    if (!changed.value) return
    // Kept until it is stored: a session that ended would refuse it now, and the author comes back to it.
    store.unsent.set(key, { ...fields })
    void flush().then((stored) => {
      if (stored) store.unsent.delete(key)
    })
  })

  if (changed.value) schedule()
  return { fields, disputed, state, error, flush, settle }
}

/** The name of a part's field. */
export function partField(key: string): string {
  return `part:${key}`
}

/** The names of the signatory's fields. */
export const SIGNATORY_FIELDS = ['authority', 'title', 'name'] as const

export function signatoryField(name: (typeof SIGNATORY_FIELDS)[number]): string {
  return `signatory:${name}`
}

function fieldsOf(letter: Letter): Fields {
  return Object.fromEntries([
    ...letter.parts.map((part) => [partField(part.key), part.text] as const),
    ...SIGNATORY_FIELDS.map((name) => [signatoryField(name), letter.signatory[name]] as const),
  ])
}

function inputOf(letter: Letter, fields: Fields) {
  return {
    id: letter.id,
    version: letter.version,
    parts: letter.parts.map((part) => ({
      key: part.key,
      text: fields[partField(part.key)] ?? part.text,
    })),
    signatory: {
      authority: fields[signatoryField('authority')] ?? letter.signatory.authority,
      title: fields[signatoryField('title')] ?? letter.signatory.title,
      name: fields[signatoryField('name')] ?? letter.signatory.name,
    },
  }
}
