import type { LocalDate } from '../kernel/calendar.ts'
import { decide, type Decision } from '../kernel/decision.ts'
import type { Issue } from '../kernel/errors.ts'
import type { Firm } from './model.ts'

/**
 * Whether a firm may be given personal data on a day: it is in use, and both its contract and its
 * non-disclosure agreement hold. Policy clause 2.5; sharing without defined duties is fined (Decree 330/2026 art. 52.1).
 */
export function canEngage(firm: Firm, on: LocalDate): Decision {
  const reasons: Issue[] = []
  if (!firm.active) reasons.push({ path: 'firmId', code: 'FIRM_INACTIVE' })
  reasons.push(...validity('CONTRACT', firm.contractValidUntil, on))
  reasons.push(...validity('NDA', firm.ndaValidUntil, on))
  return decide(reasons)
}

export type Validity = 'valid' | 'expired' | 'none'

/** Whether a contract or agreement holds on a day; its last day still counts. */
export function validityOf(until: LocalDate | null, on: LocalDate): Validity {
  if (until === null) return 'none'
  return until < on ? 'expired' : 'valid'
}

function validity(
  what: 'CONTRACT' | 'NDA',
  until: LocalDate | null,
  on: LocalDate,
): readonly Issue[] {
  if (until === null) return [{ path: 'firmId', code: `${what}_MISSING` }]
  if (validityOf(until, on) === 'valid') return []
  return [{ path: 'firmId', code: `${what}_EXPIRED`, params: { until } }]
}
