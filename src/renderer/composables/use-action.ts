import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'

import { formatDate, isLocalDate } from '#core/kernel/calendar.ts'
import { ApiError } from '../api.ts'
import { hasMessage, translate } from '../i18n/index.ts'

export type ActionState<Input extends unknown[], Output> = Readonly<{
  /** Runs the act. Answers `undefined` when it failed (see `error`) or was already running. */
  run: (...input: Input) => Promise<Output | undefined>
  running: Ref<boolean>
  error: ShallowRef<unknown>
  /** Forgets the last error. */
  clear: () => void
}>

/**
 * One act of a screen with its loading and error state. A second run while the first is under way is
 * ignored, so that a double click never does a thing twice.
 */
export function useAction<Input extends unknown[], Output>(
  act: (...input: Input) => Promise<Output>,
): ActionState<Input, Output> {
  const running = ref(false)
  const error = shallowRef<unknown>(null)

  async function run(...input: Input): Promise<Output | undefined> {
    if (running.value) return undefined
    running.value = true
    error.value = null
    try {
      return await act(...input)
    } catch (failure) {
      error.value = failure
      return undefined
    } finally {
      running.value = false
    }
  }

  return { run, running, error, clear: () => (error.value = null) }
}

/** What happened, what was kept and what to do, in the reader's language. Issues of the whole are said with it. */
export function errorText(error: unknown): string {
  if (!(error instanceof ApiError)) return translate('errors.INTERNAL')
  const about = error.issues
    .filter((issue) => issue.path === '')
    // What the system or the database calls it helps whoever is asked for help, and nobody else.
    .map((issue) => (hasMessage(`issues.${issue.code}`) ? issueText(issue) : `(${issue.code})`))
  const head = translate(`errors.${error.code}`)
  // The reasons of a rule and the reason of a refusal say more than the general sentence does.
  const text = [head, ...about].join(' ')
  return error.code === 'INTERNAL' && error.correlationId !== null
    ? `${text} ${translate('errors.correlation', { id: error.correlationId })}`
    : text
}

/** One issue in words; a code without its own words is shown as such rather than hidden. */
export function issueText(
  issue: Readonly<{ code: string; params?: Readonly<Record<string, string | number>> }>,
): string {
  const key = `issues.${issue.code}`
  return hasMessage(key)
    ? translate(key, readableParams(issue.params ?? {}))
    : translate('issues.unknown', { code: issue.code })
}

/** The core speaks of days as `2026-11-22` and of things by their codes; people read 22/11/2026 and names. */
function readableParams(
  params: Readonly<Record<string, string | number>>,
): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? readable(name, value) : value,
    ]),
  )
}

function readable(name: string, value: string): string {
  if (isLocalDate(value)) return formatDate(value)
  const term = `terms.${name}.${value}`
  return hasMessage(term) ? translate(term) : value
}

/** The problems of single fields by dotted path (`complainant.email`), for `FieldRow`'s `error`. */
export function fieldErrors(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof ApiError)) return {}
  const fields: Record<string, string> = {}
  for (const issue of error.issues) {
    if (issue.path !== '') fields[issue.path] ??= issueText(issue)
  }
  return fields
}

/** Whether somebody else changed the row first. Keep what was typed and show both. */
export function isConflict(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'CONFLICT'
}
