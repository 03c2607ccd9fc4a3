import { formatDate } from '#core/kernel/calendar.ts'
import type { PromisesLeft } from '#core/remediation/model.ts'
import { translate } from '#renderer/i18n/index.ts'

/** How many promises of a case remain, and until when; nothing where none does. */
export function promisesText({ count, until, undated }: PromisesLeft): string {
  if (count === 0) return ''
  const left =
    until === null
      ? translate('case.closing.promises', { n: count })
      : translate('case.closing.promisesUntil', { n: count, date: formatDate(until) })
  return undated === 0 || until === null
    ? left
    : `${left} ${translate('case.closing.promisesUndated', { n: undated })}`
}
