import { onBeforeUnmount, ref, shallowReactive, unref, watch, type Ref } from 'vue'

import { ApiError, call } from '../api.ts'
import { debounced } from '../kit/behaviour/debounced.ts'
import { noteKept } from './kept-forms.ts'
import { loadDraft } from './load-drafts.ts'
import { useFlush } from './use-flush.ts'

const SAVE_AFTER = 600

/** Beside the fields of a form: the id of the command it was sent as, while the answer is not known. No form has such a field. */
const SENT_AS = 'sentAs'

/** The forms whose text is on this screen only, because the last save of it failed. */
const onlyHere = shallowReactive(new Set<symbol>())

/** Whether anything typed is on this screen only. */
export function isAnythingUnkept(): boolean {
  return onlyHere.size > 0
}

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
  /**
   * Sends the form by a command that goes under one id until its answer is known: also after the page, the core or the host
   * began anew it is done once. Raises what the command raised, `DONE_BEFORE` when an earlier sending of it had arrived.
   */
  send: <Answer>(command: (commandId: string) => Promise<Answer>) => Promise<Answer>
  /** Forgets the draft: call it when the form was stored or thrown away. */
  clear: () => Promise<void>
}>

type Options = Readonly<{
  /** Told when a form that was left half sent turns out to be stored: its draft is forgotten, `madeId` is what became of it. */
  stored?: (madeId: string) => void
}>

/**
 * Keeps what is typed in a form across reloads, crashes and sign-outs, inside the encrypted store.
 * `form` names it (`intake`, `case:<id>:cause`); `state` is the reactive object (or ref of one) of the
 * form. A former draft is put back field by field where the kind of value still fits.
 */
export function useDraft(form: string, state: object | Ref<object>, options: Options = {}): Draft {
  const here = Symbol(form)
  let sentAs: string | null = null
  const ready = ref(false)
  const restored = ref(false)
  const unsaved = ref(false)
  const typing = debounced(flush, SAVE_AFTER)
  let written = serialise()
  let saving: Promise<void> = Promise.resolve()

  function serialise(): string {
    return JSON.stringify(sentAs === null ? unref(state) : { ...unref(state), [SENT_AS]: sentAs })
  }

  function setUnsaved(isUnsaved: boolean): void {
    unsaved.value = isUnsaved
    if (isUnsaved) onlyHere.add(here)
    else onlyHere.delete(here)
  }

  function save(body: string): Promise<void> {
    if (body === written) return saving
    written = body
    saving = saving.then(async () => {
      try {
        await call('drafts.save', { form, body })
        setUnsaved(false)
        noteKept(form, true)
      } catch {
        // Said quietly by the form, and tried again with the next key: a toast per key would shout.
        setUnsaved(true)
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
      const body = await forgottenIfStored(await loadDraft(form))
      if (body !== null && !typedMeanwhile && serialise() === written) {
        restored.value = restoreFields(unref(state), body)
        written = serialise()
        noteKept(form, true)
      }
    } catch {
      setUnsaved(true)
    }
    ready.value = true
    if (serialise() !== written) typing.ask()
  }

  /** A form that was sent before the page began anew: nothing is left of it when that arrived. */
  async function forgottenIfStored(body: string | null): Promise<string | null> {
    const id = body === null ? undefined : parseObject(body)[SENT_AS]
    if (typeof id !== 'string') return body
    const { madeId } = await call('drafts.outcome', { commandId: id })
    if (madeId === null) return body
    await call('drafts.remove', { form })
    options.stored?.(madeId)
    return null
  }

  async function send<Answer>(command: (commandId: string) => Promise<Answer>): Promise<Answer> {
    if (sentAs !== null) await refuseWhenDone(sentAs)
    const id = crypto.randomUUID()
    sentAs = id
    await flush()
    try {
      const answer = await command(id)
      sentAs = null
      return answer
    } catch (failure) {
      if (!isUnheard(failure)) sentAs = null
      throw failure
    }
  }

  async function refuseWhenDone(id: string): Promise<void> {
    const { madeId } = await call('drafts.outcome', { commandId: id })
    sentAs = null
    if (madeId !== null) throw new ApiError({ code: 'DONE_BEFORE' })
  }

  async function clear(): Promise<void> {
    typing.cancel()
    sentAs = null
    written = serialise()
    restored.value = false
    noteKept(form, false)
    await saving
    noteKept(form, false)
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
  onBeforeUnmount(() => {
    void flush()
    onlyHere.delete(here)
  })

  return { ready, restored, unsaved, loaded: load(), flush, send, clear }
}

/** Whether it is not known what became of a command: whoever is put out may have sent it before the core died. */
function isUnheard(failure: unknown): boolean {
  if (!(failure instanceof ApiError)) return false
  return failure.code === 'CORE_RESTARTED' || failure.code === 'UNAUTHENTICATED'
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
