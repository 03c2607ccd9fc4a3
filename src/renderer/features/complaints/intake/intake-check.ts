import { requirePast } from '#core/kernel/guards.ts'
import { requirePastReceipt, requireLikelyReceipt } from '#core/complaints/receipt.ts'
import { checkFacts } from '#core/complaints/facts.ts'
import type { Instant } from '#core/kernel/calendar.ts'
import { DomainError, type Issue } from '#core/kernel/errors.ts'
import type { Settings } from '#core/settings/model.ts'
import { newComplaint } from '#shared/contract/complaints.ts'
import { issuesOf } from '#shared/protocol/issues.ts'
import type { IntakeInput } from './intake-form.ts'

/**
 * Everything the core would refuse, before asking it: the contract's own schema, then the core's own
 * rules. Empty when the complaint can be taken on record.
 */
export function intakeIssues(
  input: IntakeInput,
  settings: Settings,
  now: Instant,
): readonly Issue[] {
  const parsed = newComplaint.safeParse(input)
  if (!parsed.success) {
    return issuesOf(parsed.error).map((issue) =>
      // An empty field is missing, not misshapen.
      issue.path === 'receivedAt' && input.receivedAt === ''
        ? { path: issue.path, code: 'REQUIRED' }
        : issue,
    )
  }
  const {
    complainant,
    receivedAt,
    channel: _channel,
    assigneeId: _assignee,
    rights: _rights,
    breachDetectedAt,
    ...facts
  } = parsed.data
  return [
    ...raisedBy(() => requirePastReceipt(receivedAt, now)),
    ...raisedBy(() => requireLikelyReceipt(receivedAt)),
    ...raisedBy(() => {
      if (breachDetectedAt !== null) requirePast('breachDetectedAt', breachDetectedAt, now)
    }),
    ...raisedBy(() => checkFacts(facts, complainant, settings)),
  ]
}

function raisedBy(rule: () => unknown): readonly Issue[] {
  try {
    rule()
    return []
  } catch (error) {
    if (error instanceof DomainError) return error.issues
    throw error
  }
}
