import { requireStatus } from '../status.ts'
import { changedFields } from '../../audit/model.ts'
import type { CommandContext } from '../../ports/context.ts'
import { invalid } from '../../kernel/errors.ts'
import { loadSettings } from '../../ports/load-settings.ts'
import { lockActiveCase } from '../../case/command/load.ts'
import { settleCase } from '../../case/command/case-command.ts'
import { requireVersion } from '../../kernel/guards.ts'
import { requireActivePerson } from '../../people/commands/active-person.ts'
import { auditedFacts, checkFacts, type ComplainantInput } from '../facts.ts'
import type { Complaint, ComplaintFacts, Outcome } from '../model.ts'

/** Corrects what was written down at intake. Receipt, channel and code stay: see the receipt correction. */
export async function updateComplaint(
  context: CommandContext,
  input: ComplaintFacts & Readonly<{ id: string; version: number; complainant: ComplainantInput }>,
): Promise<Complaint> {
  const { id, version, complainant: told, ...changed } = input
  const { complaint } = await lockActiveCase(context.repositories, id)
  requireVersion(complaint, version)
  const settings = await loadSettings(context.repositories)
  const { facts, complainant } = checkFacts(changed, told, settings)
  return store(
    context,
    complaint,
    { ...complaint, ...facts, complainant },
    'complaint.updated',
    auditedFacts(complaint, complaint.complainant),
    auditedFacts(facts, complainant),
  )
}

/** Gives the case to somebody, or to nobody. */
export async function assignComplaint(
  context: CommandContext,
  input: Readonly<{ id: string; version: number; assigneeId: string | null }>,
): Promise<Complaint> {
  const { complaint } = await lockActiveCase(context.repositories, input.id)
  requireVersion(complaint, input.version)
  if (input.assigneeId !== null) await requireActivePerson(context, input.assigneeId)
  const { assigneeId } = input
  return store(
    context,
    complaint,
    { ...complaint, assigneeId },
    'complaint.assigned',
    { assigneeId: complaint.assigneeId },
    { assigneeId },
  )
}

/** Records the outcome with its reason; null takes it back. An answered complaint keeps its outcome. */
export async function concludeComplaint(
  context: CommandContext,
  input: Readonly<{ id: string; version: number; outcome: Outcome | null; reason: string }>,
): Promise<Complaint> {
  const { complaint } = await lockActiveCase(context.repositories, input.id)
  requireVersion(complaint, input.version)
  requireStatus(complaint, 'open')
  if (input.outcome !== null && input.reason === '') throw invalid('reason', 'REQUIRED')
  const outcomeReason = input.outcome === null ? null : input.reason
  return store(
    context,
    complaint,
    { ...complaint, outcome: input.outcome, outcomeReason },
    'complaint.concluded',
    { outcome: complaint.outcome, outcomeReason: complaint.outcomeReason },
    { outcome: input.outcome, outcomeReason },
  )
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
  const { complaint } = await lockActiveCase(context.repositories, input.id)
  requireVersion(complaint, input.version)
  requireStatus(complaint, 'open')
  const duplicateOfId =
    input.status === 'duplicate'
      ? await findOriginal(context, complaint, input.duplicateOfCode)
      : null
  return store(
    context,
    complaint,
    {
      ...complaint,
      status: input.status,
      endReason: input.reason,
      duplicateOfId,
      closedAt: context.clock.now(),
    },
    'complaint.ended',
    { status: complaint.status, endReason: null, duplicateOf: null },
    { status: input.status, endReason: input.reason, duplicateOf: input.duplicateOfCode },
  )
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

async function store(
  context: CommandContext,
  before: Complaint,
  after: Complaint,
  action: string,
  from: Parameters<typeof changedFields>[0],
  to: Parameters<typeof changedFields>[1],
): Promise<Complaint> {
  await context.repositories.complaints.update(after)
  context.audit({
    action,
    complaintId: before.id,
    entity: 'complaint',
    entityId: before.id,
    changes: changedFields(from, to),
  })
  const settled = await settleCase(context, before.id)
  return settled.complaint
}
