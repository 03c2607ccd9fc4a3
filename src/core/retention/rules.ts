import type { Approval } from '../approvals/model.ts'
import { coverPersons } from '../complaints/cover.ts'
import type { Complainant, Complaint } from '../complaints/model.ts'
import { isActive } from '../complaints/status.ts'
import type { Deadline } from '../deadlines/model.ts'
import { openClocks } from '../deadlines/open-clocks.ts'
import {
  addDays,
  addMonths,
  startOfVietnamDay,
  vietnamDate,
  type Instant,
} from '../kernel/calendar.ts'
import { decide, type Decision } from '../kernel/decision.ts'
import { DomainError, invalid, type Issue } from '../kernel/errors.ts'
import { promisesLeft, type RemediationStep } from '../remediation/model.ts'
import type { RetentionSettings } from '../settings/model.ts'
import type { Hold } from './model.ts'

/** What decides whether a case may be made anonymous. */
export type RetentionFacts = Readonly<{
  complaint: Complaint
  deadlines: readonly Pick<Deadline, 'state' | 'rule' | 'legalEnd'>[]
  holds: readonly Hold[]
  approvals: readonly Approval[]
  steps: readonly RemediationStep[]
}>

/** The holds that keep a case as it is. */
export function standingHolds(holds: readonly Hold[]): readonly Hold[] {
  return holds.filter(({ state }) => state === 'set')
}

/**
 * The moment before which a case must have been closed for its period to be over: the end of the day so many months ago, so
 * a case is never due a day early in a month that is shorter.
 */
export function closedBefore(months: number, now: Instant): Instant {
  return startOfVietnamDay(addDays(addMonths(vietnamDate(now), -months), 1))
}

/**
 * Whether what tells of persons in a case may be erased: the board has set a period, it is over, nothing keeps the case, and
 * nobody waits on it. `request`: the request that is being decided, which does not stand in its own way.
 */
export function canErase(
  { complaint, deadlines, holds, approvals, steps }: RetentionFacts,
  { months }: RetentionSettings,
  now: Instant,
  request: string | null = null,
): Decision {
  const reasons: Issue[] = []
  const { closedAt, anonymisedAt } = complaint
  if (anonymisedAt !== null) reasons.push({ path: '', code: 'CASE_ANONYMISED' })
  if (months === null) reasons.push({ path: '', code: 'RETENTION_OFF' })
  if (isActive(complaint) || closedAt === null) {
    reasons.push({ path: '', code: 'COMPLAINT_NOT_ENDED' })
  } else if (months !== null && closedAt >= closedBefore(months, now)) {
    reasons.push({ path: '', code: 'RETENTION_NOT_OVER' })
  }
  if (standingHolds(holds).length > 0) reasons.push({ path: '', code: 'CASE_ON_HOLD' })
  reasons.push(...openClocks(deadlines))
  if (promisesLeft(steps).count > 0) reasons.push({ path: '', code: 'PROMISES_OPEN' })
  if (approvals.some(({ state, id }) => state === 'pending' && id !== request)) {
    reasons.push({ path: '', code: 'APPROVAL_PENDING' })
  }
  return decide(reasons)
}

/** Raises `NOT_ALLOWED` for a case of which everything that tells of persons was erased: nothing is written on it any more. */
export function requireWhole({ anonymisedAt }: Pick<Complaint, 'anonymisedAt'>): void {
  if (anonymisedAt !== null) {
    throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'CASE_ANONYMISED' }])
  }
}

/** Raises `INVALID_INPUT` for words that stay when the case is anonymous and tell whose it was. */
export function requireImpersonal(
  field: string,
  words: string,
  complainant: Pick<Complainant, 'fullName' | 'actingFor'>,
): void {
  if (coverPersons(words, complainant) !== words) throw invalid(field, 'REASON_NAMES_PERSON')
}
