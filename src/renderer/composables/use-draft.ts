import { onBeforeUnmount, ref, unref, watch, type Ref } from 'vue'

import { ApiError, call } from '../api.ts'
import { isUnanswered, isUnheard } from '../words/errors.ts'
import { debounced } from '../kit/behaviour/debounced.ts'
import { noteKept } from './kept-forms.ts'
import { loadDraft } from './load-drafts.ts'
import { mergeThreeWays } from './three-way.ts'
import { forgetUnkept, isUnkept, keepDraft, unkeptBody } from './unkept-drafts.ts'
import { useFlush } from './use-flush.ts'

const SAVE_AFTER = 600

/** Beside the fields of a form: the id of the command it was sent as, while the answer is not known. No form has such a field. */
const SENT_AS = 'sentAs'

/** How long after a draft could not be looked for it is looked for again, in milliseconds. */
const LOOK_AGAIN_MS = 2_000

export type Draft = Readonly<{
  /** True once a former draft was looked for; saving starts only then. */
  ready: Ref<boolean>
  /** Whether something unfinished was put back into the form. */
  restored: Ref<boolean>
  /** What is typed is in this window only, because nobody heard the last save; it is tried again. */
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
  let sentAs: string | null = null
  /** The form as it was sent last. */
  let sentText = ''
  let gone = false
  const ready = ref(false)
  const restored = ref(false)
  const unsaved = isUnkept(form)
  const typing = debounced(flush, SAVE_AFTER)
  let written = serialise()
  let saving: Promise<void> = Promise.resolve()

  function serialise(): string {
    return JSON.stringify(sentAs === null ? unref(state) : { ...unref(state), [SENT_AS]: sentAs })
  }

  function save(body: string): Promise<void> {
    if (body === written) return saving
    written = body
    saving = saving.then(() => (written === body ? keepDraft(form, body) : undefined))
    return saving
  }

  function flush(): Promise<void> {
    typing.cancel()
    return ready.value ? save(serialise()) : saving
  }

  /** Nothing is saved before it is known what there was: what is typed meanwhile must not take its place. */
  async function load(): Promise<void> {
    const before = serialise()
    for (;;) {
      try {
        takeUp(before, await forgottenIfStored(unkeptBody(form) ?? (await loadDraft(form))))
        break
      } catch (failure) {
        if (gone || !isUnanswered(failure)) break
        await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
      }
    }
    ready.value = true
    if (serialise() !== written) typing.ask()
  }

  /** Puts a former draft back, but for the fields somebody typed into before it was there. */
  function takeUp(before: string, body: string | null): void {
    if (body === null) return
    const draft = parseObject(before)
    if (!restoreFields(draft, body)) return
    const present = unref(state)
    const { form: merged } = mergeThreeWays(parseObject(before), { ...present }, draft)
    restored.value = true
    const isTyped = serialise() !== before
    Object.assign(present, merged)
    if (!isTyped) written = serialise()
    noteKept(form, true)
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
    const id = sentAs ?? crypto.randomUUID()
    sentAs = id
    sentText = JSON.stringify(unref(state))
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

  /** What had arrived after all is not sent again. Where nothing was changed since, the form is done with. */
  async function refuseWhenDone(id: string): Promise<void> {
    const { madeId } = await call('drafts.outcome', { commandId: id })
    if (madeId === null) return
    if (JSON.stringify(unref(state)) === sentText) {
      await clear()
      options.stored?.(madeId)
    }
    throw new ApiError({ code: 'DONE_BEFORE' })
  }

  async function clear(): Promise<void> {
    typing.cancel()
    sentAs = null
    written = serialise()
    restored.value = false
    forgetUnkept(form)
    noteKept(form, false)
    await saving
    forgetUnkept(form)
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
    gone = true
    void flush()
  })

  return { ready, restored, unsaved, loaded: load(), flush, send, clear }
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
