import type { Deadline } from '../deadlines/model.ts'
import { RULE } from '../deadlines/rule-table.ts'
import type { Finding, RootCause, StateCheck } from '../investigation/model.ts'
import type { Issue } from '../kernel/errors.ts'
import type { Settings } from '../settings/model.ts'
import { CAUSES_OF_VIOLATION } from '../taxonomies/causes.ts'
import type { Breach } from './model.ts'

/** Who a notice the law asks for usually goes to; empty where that differs from case to case. */
export function usualRecipient(
  rule: string,
  { notices, organisation }: Pick<Settings, 'notices' | 'organisation'>,
): string {
  switch (rule) {
    case RULE.breachNotice:
      return notices.authorityName
    case RULE.breachRecord:
      return organisation.boardName
    default:
      return ''
  }
}

/** What of a case tells whether a violation stands behind it. */
export type ViolationFacts = Readonly<{
  stateChecks: readonly Pick<StateCheck, 'finding'>[]
  rootCause: Pick<RootCause, 'state' | 'category' | 'contributing'> | null
}>

/** Findings that say so; what was stopped had leaked, or been misused, before. */
const VIOLATIONS: readonly Finding[] = ['leaked', 'misused', 'contained']

/** Whether a finding or a confirmed cause says that information leaked or was used wrongly. */
export function saysViolation({ stateChecks, rootCause }: ViolationFacts): boolean {
  return (
    stateChecks.some(({ finding }) => VIOLATIONS.includes(finding)) ||
    (rootCause?.state === 'established' &&
      [rootCause.category ?? '', ...rootCause.contributing].some((cause) =>
        CAUSES_OF_VIOLATION.includes(cause),
      ))
  )
}

/**
 * Whether it is still to be decided that a violation must be notified (Law 91/2025, Articles 23.1 and 23.3): while it is, no
 * result of the complaint is answered.
 */
export function missingOfNotification(
  facts: ViolationFacts &
    Readonly<{ breach: Breach | null; deadlines: readonly Pick<Deadline, 'rule' | 'state'>[] }>,
): readonly Issue[] {
  const isOpen =
    facts.breach === null
      ? saysViolation(facts)
      : facts.deadlines.some(
          ({ rule, state }) => rule === RULE.breachQuestion && state === 'running',
        )
  return isOpen ? [{ path: 'breach', code: 'NOTIFICATION_UNDECIDED' }] : []
}
