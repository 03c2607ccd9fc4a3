import { suspectedBreach } from '../breach/model.ts'
import type { DerivedDeadline } from '../deadlines/model.ts'
import type { Instant } from '../kernel/calendar.ts'
import { NOT_LATE } from '../deadlines/late.ts'
import type { Right } from '../rights/model.ts'
import { clockTable } from '../settings/clock-table.ts'
import type { Settings } from '../settings/model.ts'
import { deriveClocks } from './clocks.ts'

/** The clocks that saving would start, the earliest first, by the very function the core derives them with. */
export function intakeClocks(
  told: Readonly<{
    rights: readonly Right[]
    viaProcessor: readonly Right[]
    breachDetectedAt: Instant | null
  }>,
  receivedAt: Instant,
  settings: Settings,
): readonly DerivedDeadline[] {
  const { rights, viaProcessor, breachDetectedAt } = told
  const clocks = deriveClocks(
    {
      complaint: { receivedAt, status: 'open', endingId: null, withdrawalEvidenceId: null },
      stateChecks: [],
      letters: [],
      dispatches: [],
      rights: rights.map((kind) => ({
        id: kind,
        complaintId: '',
        version: 1,
        kind,
        viaProcessor: viaProcessor.includes(kind),
        askedAt: receivedAt,
        state: 'open',
        identity: null,
        promisedOn: null,
        ...{ settledOn: null, ...NOT_LATE },
        remark: '',
        passedOn: [],
      })),
      breach: breachDetectedAt === null ? null : suspectedBreach('', breachDetectedAt),
      notices: [],
      extensions: [],
      authority: null,
    },
    clockTable(settings),
  )
  return clocks.toSorted((one, other) => (one.endsAt < other.endsAt ? -1 : 1))
}
