import { onBeforeUnmount, ref, unref, watch, type Ref } from 'vue'

import { call } from '../api.ts'
import { debounced } from '../kit/behaviour/debounced.ts'
import { useFlush } from './use-flush.ts'

const SAVE_AFTER = 600

export type Draft = Readonly<{
  /** True once a former draft was looked for; saving starts only then. */
  ready: Ref<boolean>
  /** Whether something unfinished was put back into the form. */
  restored: Ref<boolean>
  /** Whether the last save failed: what is typed is then only on this screen. */
  unsaved: Ref<boolean>
  /** Resolves when the former draft, if any, is back in the form. */
  loaded: Promise<void>
  /** Saves now. */
  flush: () => Promise<void>
  /** Forgets the draft: call it when the form was stored or thrown away. */
  clear: () => Promise<void>
}>

/**
 * Keeps what is typed in a form across reloads, crashes and sign-outs, inside the encrypted store.
 * `form` names it (`intake`, `case:<id>:cause`); `state` is the reactive object (or ref of one) of the
 * form. A former draft is put back field by field where the kind of value still fits.
 */
export function useDraft(form: string, state: object | Ref<object>): Draft {
  const ready = ref(false)
  const restored = ref(false)
  const unsaved = ref(false)
  const typing = debounced(flush, SAVE_AFTER)
  let written = serialise()
  let saving: Promise<void> = Promise.resolve()

  function serialise(): string {
    return JSON.stringify(unref(state))
  }

  function save(body: string): Promise<void> {
    if (body === written) return saving
    written = body
    saving = saving.then(async () => {
      try {
        await call('drafts.save', { form, body })
        unsaved.value = false
      } catch {
        // Said quietly by the form, and tried again with the next key: a toast per key would shout.
        unsaved.value = true
        written = ''
      }
    })
    return saving
  }

  function flush(): Promise<void> {
    typing.cancel()
    return ready.value ? save(serialise()) : saving
  }

  async function load(): Promise<void> {
    try {
      const typedMeanwhile = serialise() !== written
      const { body } = await call('drafts.load', { form })
      if (body !== null && !typedMeanwhile && serialise() === written) {
        restored.value = restoreFields(unref(state), body)
        written = serialise()
      }
    } catch {
      unsaved.value = true
    }
    ready.value = true
    if (serialise() !== written) typing.ask()
  }

  async function clear(): Promise<void> {
    typing.cancel()
    await saving
    written = serialise()
    restored.value = false
    try {
      await call('drafts.remove', { form })
    } catch {
      // A draft that stays behind is offered again; nothing is lost by it.
    }
  }

  watch(
    () => serialise(),
    () => {
      if (ready.value) typing.ask()
    },
  )
  useFlush(flush)
  onBeforeUnmount(() => void flush())

  return { ready, restored, unsaved, loaded: load(), flush, clear }
}

/** Puts saved values back where the form has a field of the same kind. True when anything changed. */
export function restoreFields(state: object, body: string): boolean {
  const saved = parseObject(body)
  const before = JSON.stringify(state)
  for (const [key, value] of Object.entries(saved)) {
    if (!Object.hasOwn(state, key)) continue
    const present: unknown = Reflect.get(state, key)
    if (sameKind(present, value)) Reflect.set(state, key, merged(present, value))
  }
  return JSON.stringify(state) !== before
}

function merged(present: unknown, value: unknown): unknown {
  if (!isPlainObject(present) || !isPlainObject(value)) return value
  // What is kept under names of its own (texts by their place) is empty before anything is typed.
  if (Object.keys(present).length === 0) return value
  const known = Object.entries(value).filter(
    ([key, inner]) => Object.hasOwn(present, key) && sameKind(present[key], inner),
  )
  return {
    ...present,
    ...Object.fromEntries(known.map(([key, inner]) => [key, merged(present[key], inner)])),
  }
}

function sameKind(present: unknown, value: unknown): boolean {
  // A field that may be empty (null) takes any saved value: only its own form can know better.
  if (present === null || value === null) return true
  return typeof present === typeof value && Array.isArray(present) === Array.isArray(value)
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parseObject(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body)
    return isPlainObject(value) ? value : {}
  } catch {
    return {}
  }
}
