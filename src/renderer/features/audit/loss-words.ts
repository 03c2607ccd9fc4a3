import type { Loss } from '#core/audit/loss.ts'
import { translate } from '#renderer/i18n/index.ts'
import { formatMoment } from '#renderer/words/moments.ts'

/** What is missing, from where to where, as far as it is known. */
export function lossText(loss: Loss): string {
  const text = missingText(loss)
  return loss.restoredFrom === null
    ? text
    : translate('audit.loss.restored', { moment: formatMoment(loss.restoredFrom), text })
}

function missingText({ kind, fromSequence, toSequence, since, until }: Loss): string {
  const moment = (at: Loss['since']): string =>
    at === null ? translate('audit.loss.start') : formatMoment(at)
  switch (kind) {
    case 'behind':
      return translate('audit.loss.behind', {
        ...{ from: fromSequence ?? 1, to: toSequence ?? '', since: moment(since) },
        until: moment(until),
      })
    case 'rewritten':
      return translate('audit.loss.rewritten', { to: toSequence ?? '', until: moment(until) })
    case 'unrecorded':
      return translate('audit.loss.unrecorded')
  }
}
