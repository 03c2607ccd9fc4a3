import type { AuditAction } from '../../audit/actions.ts'
import { changedFields } from '../../audit/model.ts'
import { caseCommand } from '../../case/command/case-command.ts'
import type { HeldCase } from '../../case/command/held-case.ts'
import { requireNotShutOut } from '../../conflicts/rules.ts'
import { invalid } from '../../kernel/errors.ts'
import { requireVersion } from '../../kernel/guards.ts'
import { requireActivePerson } from '../../people/commands/active-person.ts'
import type { CommandContext } from '../../ports/context.ts'
import { auditedFacts, checkFacts, type ComplainantInput } from '../facts.ts'
import type { Complaint, ComplaintFacts, Outcome } from '../model.ts'
import { requireUnanswered } from '../status.ts'

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
    await store(context, held, {
      after: { ...complaint, ...facts, complainant },
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
  await store(context, held, {
    after: { ...complaint, assigneeId },
    action: 'complaint.assigned',
    from: { assigneeId: complaint.assigneeId },
    to: { assigneeId },
  })
}

/** Records the outcome with its reason; null takes it back. An answered complaint keeps its outcome. */
export async function concludeComplaint(
  context: CommandContext,
  input: Readonly<{ id: string; version: number; outcome: Outcome | null; reason: string }>,
): Promise<Complaint> {
  const { id, version, outcome, reason } = input
  const { file } = await caseCommand(context, id, async (held) => {
    const { complaint } = held.file
    requireVersion(complaint, version)
    requireUnanswered(complaint)
    if (outcome !== null && reason === '') throw invalid('reason', 'REQUIRED')
    const outcomeReason = outcome === null ? null : reason
    await store(context, held, {
      after: { ...complaint, outcome, outcomeReason },
      action: 'complaint.concluded',
      from: { outcome: complaint.outcome, outcomeReason: complaint.outcomeReason },
      to: { outcome, outcomeReason },
    })
  })
  return file.complaint
}

/** Ends a complaint without a result letter: withdrawn, outside the remit, or the same as another. */
export async function endComplaint(
  context: CommandContext,
  input: Readonly<{
    id: string
    version: number
    status: 'withdrawn' | 'rejected' | 'duplicate'
    reason: string
    duplicateOfCode: string | null
  }>,
): Promise<Complaint> {
  const { id, version, status, reason, duplicateOfCode } = input
  const { file } = await caseCommand(context, id, async (held) => {
    const { complaint } = held.file
    requireVersion(complaint, version)
    requireUnanswered(complaint)
    const duplicateOfId =
      status === 'duplicate' ? await findOriginal(context, complaint, duplicateOfCode) : null
    const closedAt = context.clock.now()
    await store(context, held, {
      after: { ...complaint, status, endReason: reason, duplicateOfId, closedAt },
      action: 'complaint.ended',
      from: { status: complaint.status, endReason: null, duplicateOf: null },
      to: { status, endReason: reason, duplicateOf: duplicateOfCode },
    })
  })
  return file.complaint
}

async function findOriginal(
  context: CommandContext,
  complaint: Complaint,
  code: string | null,
): Promise<string> {
  const original =
    code === null
      ? null
      : await context.repositories.complaints.findByCode(code.trim().toUpperCase())
  if (original === null) throw invalid('duplicateOfCode', 'COMPLAINT_UNKNOWN')
  if (original.id === complaint.id) throw invalid('duplicateOfCode', 'DUPLICATE_OF_ITSELF')
  return original.id
}

type Change = Readonly<{
  after: Complaint
  action: AuditAction
  from: Parameters<typeof changedFields>[0]
  to: Parameters<typeof changedFields>[1]
}>

async function store(
  context: CommandContext,
  { write }: HeldCase,
  { after, action, from, to }: Change,
): Promise<void> {
  await write.complaint.update(after)
  context.audit({
    action,
    complaintId: after.id,
    entity: 'complaint',
    entityId: after.id,
    changes: changedFields(from, to),
  })
}
