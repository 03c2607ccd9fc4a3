import { computed, shallowReactive, type ComputedRef } from 'vue'

import type { ErrorCode } from '#core/kernel/errors.ts'
import { ApiError, call } from '../api.ts'
import { noteKept } from './kept-forms.ts'

/** How long after a save that nobody heard it is tried again, in milliseconds. */
const AGAIN_MS = 3_000

/** What is typed in forms and could not be kept yet, also of forms that are gone from the screen: form and body. */
const unkept = shallowReactive(new Map<string, string>())
let timer: ReturnType<typeof setTimeout> | undefined

/** Whether anything typed is in this window only. */
export function isAnythingUnkept(): boolean {
  return unkept.size > 0
}

/** Whether what was typed in this form is in this window only. */
export function isUnkept(form: string): ComputedRef<boolean> {
  return computed(() => unkept.has(form))
}

/** What was typed in a form and not kept yet; undefined when there is nothing. */
export function unkeptBody(form: string): string | undefined {
  return unkept.get(form)
}

/** Notes that a form needs no keeping any more: it was stored, or thrown away. */
export function forgetUnkept(form: string): void {
  unkept.delete(form)
}

/** Keeps what is typed in a form; while nobody hears it, it stays in this window and is tried again. Never rejects. */
export async function keepDraft(form: string, body: string): Promise<void> {
  unkept.set(form, body)
  await tryToKeep(form, body)
}

async function tryToKeep(form: string, body: string): Promise<void> {
  try {
    await call('drafts.save', { form, body })
    // What was typed since waits for its own turn; what was thrown away since is not brought back.
    if (unkept.get(form) === body) unkept.delete(form)
    noteKept(form, true)
  } catch (failure) {
    if (isRefused(failure)) unkept.delete(form)
    // What is longer than a draft may be waits for the next key, which may shorten it.
    else if (!isOf(failure, ['INVALID_INPUT'])) askAgain()
  }
}

function askAgain(): void {
  timer ??= setTimeout(() => {
    timer = undefined
    for (const [form, body] of unkept) void tryToKeep(form, body)
  }, AGAIN_MS)
}

/** Whether it will never be kept: its case was erased, or is closed to whoever types; or nobody sits here any more. */
function isRefused(failure: unknown): boolean {
  return isOf(failure, ['NOT_ALLOWED', 'NOT_FOUND', 'FORBIDDEN', 'UNAUTHENTICATED'])
}

function isOf(failure: unknown, codes: readonly ErrorCode[]): boolean {
  return failure instanceof ApiError && codes.includes(failure.code)
}
