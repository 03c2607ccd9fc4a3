import { changedFields } from '../../audit/model.ts'
import { caseCommand } from '../../case/command/case-command.ts'
import type { HeldCase } from '../../case/command/held-case.ts'
import { requireNotShutOut } from '../../conflicts/rules.ts'
import { DomainError, invalid } from '../../kernel/errors.ts'
import { requirePastDay, requireVersion } from '../../kernel/guards.ts'
import { requireActivePerson } from '../../people/commands/active-person.ts'
import type { CommandContext } from '../../ports/context.ts'
import { auditedFacts, checkFacts, type ComplainantInput } from '../facts.ts'
import { takesMandate } from '../mandate.ts'
import type { Mandate, Complaint, ComplaintFacts, Outcome, ReviewFinding } from '../model.ts'
import { isReview } from '../review.ts'
import { requireUnanswered } from '../status.ts'
import { requireUndivided } from './points.ts'
import { GOES_ON, storeComplaint } from './store-complaint.ts'

/** Corrects what was written down at intake. Receipt, channel and code stay: see the receipt correction. */
export async function updateComplaint(
  context: CommandContext,
  input: ComplaintFacts & Readonly<{ id: string; version: number; complainant: ComplainantInput }>,
): Promise<Complaint> {
  const { id, version, complainant: told, ...changed } = input
  const { file } = await caseCommand(context, id, async (held) => {
    const { complaint } = held.file
    requireVersion(complaint, version)
    const { facts, complainant } = checkFacts(changed, told, held.settings)
    // A paper of mandate speaks of one person.
    const same = complainant.actingFor === complaint.complainant.actingFor
    const mandate = same && takesMandate({ complainant, ...facts }) ? complaint.mandate : null
    await storeComplaint(context, held, {
      after: { ...complaint, ...facts, complainant, mandate },
      action: 'complaint.updated',
      from: auditedFacts(complaint, complaint.complainant),
      to: auditedFacts(facts, complainant),
    })
  })
  return file.complaint
}

/** Gives the case to somebody, or to nobody. */
export async function assignComplaint(
  context: CommandContext,
  input: Readonly<{ id: string; version: number; assigneeId: string | null }>,
): Promise<Complaint> {
  const { id, version, assigneeId } = input
  const { file } = await caseCommand(context, id, async (held) => {
    requireVersion(held.file.complaint, version)
    await giveTo(context, held, assigneeId)
  })
  return file.complaint
}

/** Gives a held case to somebody who can still sign in, or to nobody, on record. */
export async function giveTo(
  context: CommandContext,
  held: HeldCase,
  assigneeId: string | null,
): Promise<void> {
  const { complaint } = held.file
  if (assigneeId !== null) {
    await requireActivePerson(context, assigneeId)
    requireNotShutOut(held.file.conflicts, assigneeId)
  }
  await storeComplaint(context, held, {
    after: { ...complaint, assigneeId },
    action: 'complaint.assigned',
    from: { assigneeId: complaint.assigneeId },
    to: { assigneeId },
  })
}

/**
 * Records the outcome with its reason; null takes it back, and with it what two persons decided on its ending: it is
 * answered then. An answered complaint keeps its outcome. Raises `NOT_ALLOWED` where it is divided into points.
 */
export async function concludeComplaint(
  context: CommandContext,
  input: Readonly<{
    id: string
    version: number
    outcome: Outcome | null
    reason: string
    /** Of a review, what becomes of the earlier answer. */
    finding: ReviewFinding | null
  }>,
): Promise<Complaint> {
  const { id, version, outcome, reason, finding } = input
  const { file } = await caseCommand(context, id, async (held) => {
    const { complaint } = held.file
    requireVersion(complaint, version)
    requireUnanswered(complaint)
    requireUndivided(complaint)
    if (outcome !== null && reason === '') throw invalid('reason', 'REQUIRED')
    const isDecided = outcome !== null && isReview(complaint)
    if (isDecided && finding === null) throw invalid('finding', 'REQUIRED')
    const outcomeReason = outcome === null ? null : reason
    const reviewFinding = isDecided ? finding : null
    await storeComplaint(context, held, {
      after: { ...complaint, ...GOES_ON, outcome, outcomeReason, reviewFinding },
      action: 'complaint.concluded',
      from: pick(complaint),
      to: { outcome, outcomeReason, reviewFinding },
    })
  })
  return file.complaint
}

/** What a conclusion changes, for the record. */
function pick({
  outcome,
  outcomeReason,
  reviewFinding,
}: Complaint): Parameters<typeof changedFields>[0] {
  return { outcome, outcomeReason, reviewFinding }
}

/**
 * Puts on record by which paper whoever complains may act for somebody, or takes that back with null. Raises `NOT_ALLOWED`
 * where they act for nobody, `INVALID_INPUT` for a day still to come.
 */
export async function recordMandate(
  context: CommandContext,
  input: Readonly<{
    id: string
    version: number
    mandate: Omit<Mandate, 'seenBy'> | null
  }>,
): Promise<Complaint> {
  const { file } = await caseCommand(context, input.id, async ({ file: { complaint }, write }) => {
    requireVersion(complaint, input.version)
    if (!takesMandate(complaint)) {
      throw new DomainError('NOT_ALLOWED', [{ path: 'actingFor', code: 'ACTS_FOR_NOBODY' }])
    }
    if (input.mandate !== null) {
      // For a child who speaks for itself nobody but a parent or guardian can be put on record.
      if (complaint.complainant.actingFor === null && !input.mandate.guardian) {
        throw invalid('mandate.guardian', 'GUARDIAN_MISSING')
      }
      requirePastDay('seenOn', input.mandate.seenOn, context.clock.now(), 'DAY_IN_FUTURE')
    }
    const mandate =
      input.mandate === null ? null : { ...input.mandate, seenBy: context.actor.personId }
    await write.complaint.update({ ...complaint, mandate })
    const facts = (of: Mandate | null) => ({
      ...{ mandatePaper: of?.paper ?? null, mandateSeenOn: of?.seenOn ?? null },
      guardian: of?.guardian ?? null,
    })
    context.audit({
      action: 'complaint.mandateRecorded',
      complaintId: complaint.id,
      entity: 'complaint',
      entityId: complaint.id,
      changes: changedFields(facts(complaint.mandate), facts(mandate)),
    })
  })
  return file.complaint
}
