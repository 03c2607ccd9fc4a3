import type { RecordedRehearsal } from '#core/copies/rehearsal.ts'
import { translate } from '#renderer/i18n/index.ts'
import { formatMoment } from '#renderer/words/moments.ts'

/** How going back to a copy went when it was last tried, in one paragraph. */
export function rehearsalText(rehearsal: RecordedRehearsal): string {
  const { complaints, files, faults } = rehearsal
  const moments = { at: formatMoment(rehearsal.at), madeAt: formatMoment(rehearsal.madeAt) }
  if (faults.length === 0) {
    return translate('snapshots.wentWell', { ...moments, files, n: complaints }, complaints)
  }
  const named = faults.map((fault) => translate(`snapshots.fault.${fault}`)).join(', ')
  return translate('snapshots.wentBadly', { ...moments, faults: named })
}
