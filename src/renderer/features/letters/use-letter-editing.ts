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

import type { Issue } from '#core/kernel/errors.ts'
import type { Letter } from '#core/letters/model.ts'
import { call } from '#renderer/api.ts'
import { isConflict } from '#renderer/words/errors.ts'
import { useFlush } from '#renderer/composables/use-flush.ts'
import { useSession } from '#renderer/stores/session.store.ts'
import { debounced } from '#renderer/kit/behaviour/debounced.ts'

import {
  cleanField,
  faultsOf,
  fieldsOf,
  particularKeys,
  particularsInput,
  textKeys,
  textsOf,
} from './letter-fields.ts'
import { useLetterStore } from './letter.store.ts'
import { hasChanges, mergeFields, mergeOwn, type Fields } from './merge-fields.ts'

/** How long a pause in typing counts as "have a look", in milliseconds. */
const SAVE_AFTER = 700

/** Long enough to take the keys of one accented letter together, too short to be noticed. */
const DRAW_AFTER = 10

export type SaveState = 'saved' | 'waiting' | 'held' | 'saving' | 'failed'

export type LetterEditing = Readonly<{
  /** What is typed, by field; see `letter-fields.ts`. */
  fields: Record<string, string>
  /** What somebody else stored in a field that was changed here too, by field. */
  disputed: Readonly<Ref<Fields>>
  /** What the core would refuse; not stored until it is put right. */
  faults: ComputedRef<Readonly<Record<string, Issue>>>
  /** `held`: all is stored but for fields disputed or at fault. */
  state: ComputedRef<SaveState>
  error: Readonly<Ref<unknown>>
  /** Stores what is typed, now. True when nothing is left unsaved. */
  flush: () => Promise<boolean>
  /** Does an act once everything typed is stored, and before anything typed meanwhile is. False when it was not stored. */
  after: (act: () => Promise<unknown>) => Promise<boolean>
  /** Composes a part (or with null all nobody edited) anew. */
  recompose: (part: string | null) => Promise<boolean>
  /** Ends a dispute: by what was typed, or by what is stored. */
  settle: (field: string, choice: 'mine' | 'stored') => void
}>

/**
 * Keeps what is typed in a draft and stores it as the author goes: typing never waits, acts on the letter
 * follow one another in one queue, and the newest text always gets its turn. Other people's changes flow
 * into fields not touched here; what a field holds that cannot be stored holds up no other field.
 */
export function useLetterEditing(letter: Letter): LetterEditing {
  const store = useLetterStore()
  const key = `${useSession().person?.id ?? ''}:${letter.id}`
  const kept = store.unsent.get(key)
  const fields: Record<string, string> = reactive({ ...(kept?.fields ?? fieldsOf(letter)) })
  const base = shallowRef<Fields>(kept?.base ?? fieldsOf(letter))
  const known = shallowRef(letter)
  const disputed = shallowRef<Fields>({})
  const error = shallowRef<unknown>(null)
  const busy = ref(false)
  const saving = debounced(flush, SAVE_AFTER)
  const drawing = debounced(draw, DRAW_AFTER)
  let queue: Promise<unknown> = Promise.resolve()

  const faults = computed(() => faultsOf(known.value, fields))
  const asStored = (held: readonly string[]): Fields => ({
    ...fields,
    ...Object.fromEntries(held.map((field) => [field, base.value[field] ?? ''])),
  })
  /** What can be stored: in fields disputed or at fault, what is stored already. */
  const ready = computed(() =>
    asStored([...Object.keys(faults.value), ...Object.keys(disputed.value)]),
  )
  const differs = (mine: Fields, keys: readonly string[]): boolean =>
    hasChanges(base.value, mine, cleanField, keys)
  const textsDue = computed(() => differs(ready.value, textKeys(known.value)))
  const particularsDue = computed(() =>
    differs(ready.value, particularKeys(known.value, ready.value)),
  )
  const changed = computed(() =>
    differs(fields, [...textKeys(known.value), ...particularKeys(known.value, fields)]),
  )
  const state = computed<SaveState>(() => {
    if (busy.value) return 'saving'
    if (error.value !== null) return 'failed'
    if (textsDue.value || particularsDue.value) return 'waiting'
    return changed.value ? 'held' : 'saved'
  })

  watch(
    () => store.letter,
    () => {
      if (!busy.value) catchUp()
    },
  )
  watch([fields, base], () => {
    schedule()
    drawing.ask()
  })

  /** Takes up what became of the letter while nobody here changed it. */
  function catchUp(): void {
    const now = store.letter
    if (now?.id === letter.id && now.version > known.value.version) adopt(now)
  }

  /** Somebody else's change. */
  function adopt(now: Letter): void {
    const merged = mergeFields(base.value, fields, fieldsOf(now), cleanField)
    take(now, merged.fields)
    disputed.value = { ...disputed.value, ...merged.disputed }
  }

  /** The answer to an own act, which stored these fields. */
  function adoptOwn(now: Letter, sent: Fields): void {
    const merged = mergeOwn(base.value, sent, fields, fieldsOf(now), cleanField)
    const asked = new Set([...textKeys(now), ...particularKeys(now, merged)])
    // What another wording asked for stays in the form: whoever goes back to that wording finds it again.
    const others = Object.entries(fields).filter(([field]) => !asked.has(field))
    take(now, { ...merged, ...Object.fromEntries(others) })
  }

  function take(now: Letter, merged: Fields): void {
    const stored = fieldsOf(now)
    for (const field of Object.keys(fields)) {
      if (!Object.hasOwn(stored, field)) Reflect.deleteProperty(fields, field)
    }
    for (const field of Object.keys(stored)) {
      const text = merged[field] ?? ''
      if (fields[field] !== text) fields[field] = text
    }
    base.value = stored
    known.value = now
  }

  /** The page follows the keys. What cannot be printed as typed is shown as stored. */
  function draw(): void {
    const shown = asStored(Object.keys(faults.value))
    const unsaved = differs(shown, textKeys(known.value))
    store.type(unsaved ? { id: letter.id, ...textsOf(known.value, shown) } : null)
  }

  function schedule(): void {
    saving.cancel()
    if (textsDue.value || particularsDue.value) saving.ask()
  }

  function inTurn<Result>(job: () => Promise<Result>): Promise<Result> {
    const done = queue.then(job)
    queue = done.catch(() => undefined)
    return done
  }

  function flush(): Promise<boolean> {
    saving.cancel()
    return inTurn(save)
  }

  function after(act: () => Promise<unknown>): Promise<boolean> {
    saving.cancel()
    return inTurn(async () => {
      if (!(await save())) return false
      await act()
      return true
    })
  }

  function recompose(part: string | null): Promise<boolean> {
    return after(async () => {
      busy.value = true
      try {
        const { id, version } = known.value
        adoptOwn(await store.keep(call('letters.recompose', { id, version, part })), {})
      } finally {
        busy.value = false
      }
    })
  }

  async function save(): Promise<boolean> {
    catchUp()
    if (!textsDue.value && !particularsDue.value) return !changed.value
    // Storing it would take a letter back that was submitted meanwhile.
    if (isUnderWay()) return false
    busy.value = true
    try {
      await send(sendTexts, () => textsDue.value)
      await send(sendParticulars, () => particularsDue.value)
      error.value = null
    } catch (failure) {
      error.value = failure
    } finally {
      busy.value = false
      catchUp()
      if (error.value === null) schedule()
    }
    return error.value === null && !changed.value
  }

  /** A newer version that does not touch the same texts is no conflict: the save is sent again on top of it. */
  async function send(once: () => Promise<void>, due: () => boolean): Promise<void> {
    if (!due()) return
    try {
      await once()
    } catch (failure) {
      if (!isConflict(failure) || store.id !== letter.id) throw failure
      await store.refresh()
      catchUp()
      if (due()) await once()
    }
  }

  async function sendTexts(): Promise<void> {
    const { id, version } = known.value
    const sent = only(ready.value, textKeys(known.value))
    const texts = textsOf(known.value, sent)
    adoptOwn(await store.keep(call('letters.edit', { id, version, ...texts })), sent)
  }

  async function sendParticulars(): Promise<void> {
    const { id, version } = known.value
    const sent = only(ready.value, particularKeys(known.value, ready.value))
    const input = particularsInput(known.value, sent)
    adoptOwn(await store.keep(call('letters.setParticulars', { id, version, ...input })), sent)
  }

  function isUnderWay(): boolean {
    return store.letter?.id === letter.id && store.letter.state !== 'draft'
  }

  function settle(field: string, choice: 'mine' | 'stored'): void {
    const { [field]: stored, ...rest } = disputed.value
    disputed.value = rest
    if (choice === 'stored' && stored !== undefined) fields[field] = stored
    error.value = null
    schedule()
  }

  useFlush(flush)
  onBeforeUnmount(() => {
    saving.cancel()
    drawing.cancel()
    store.type(null)
    store.unsent.delete(key)
    if (!changed.value) return
    // Kept until it is stored: a session that ended would refuse it now, and the author comes back to it.
    store.unsent.set(key, { base: base.value, fields: { ...fields } })
    if (isUnderWay()) return
    void flush().then((stored) => {
      if (stored) store.unsent.delete(key)
    })
  })

  if (kept !== undefined) {
    adopt(letter)
    schedule()
    drawing.ask()
  }
  return { fields, disputed, faults, state, error, flush, after, recompose, settle }
}

function only(fields: Fields, keys: readonly string[]): Fields {
  return Object.fromEntries(keys.map((key) => [key, fields[key] ?? '']))
}
