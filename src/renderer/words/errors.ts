import { formatDate, isLocalDate } from '#core/kernel/calendar.ts'
import { lowerFirst } from '#core/kernel/text.ts'
import { dutyName } from '#core/settings/clock-table.ts'
import { DATA_ITEMS } from '#core/taxonomies/data-items.ts'
import { nameOf } from '#core/taxonomies/term.ts'

import { ApiError } from '../api.ts'
import { hasMessage, i18n, messageOr, translate } from '../i18n/index.ts'
import { languageOf } from './codes.ts'

/** Duties are called as they are shipped: an error may come before the board's settings are read. */
const SHIPPED = { rules: [] }

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

/** The same of an error that may not be there; null for none. */
export function failureText(error: unknown): string | null {
  return error === null || error === undefined ? null : errorText(error)
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
  if (name === 'dataItem') {
    return lowerFirst(nameOf(DATA_ITEMS, value, languageOf(i18n.global.locale.value)))
  }
  if (name === 'rule') {
    return lowerFirst(dutyName(SHIPPED, value, languageOf(i18n.global.locale.value)))
  }
  return messageOr(`terms.${name}.${value}`, messageOr(`duties.${name}.${value}`, value))
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

/** Whether nobody answered: what was asked is to be asked again. */
export function isUnanswered(error: unknown): boolean {
  return error instanceof ApiError && ['CORE_RESTARTED', 'NOT_READ'].includes(error.code)
}

/** Whether it is not known what became of an act: whoever is put out may have sent it before the core died. */
export function isUnheard(error: unknown): boolean {
  return isUnanswered(error) || (error instanceof ApiError && error.code === 'UNAUTHENTICATED')
}
