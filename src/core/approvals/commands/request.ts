import { caseCommand } from '../../case/command/case-command.ts'
import type { HeldCase } from '../../case/command/held-case.ts'
import { requirePastReceipt } from '../../complaints/receipt.ts'
import { requireAnswered, requireUnanswered } from '../../complaints/status.ts'
import { vietnamDate, type Instant } from '../../kernel/calendar.ts'
import { DomainError, invalid } from '../../kernel/errors.ts'
import { requireFound, requireVersion } from '../../kernel/guards.ts'
import type { Role } from '../../people/permissions.ts'
import type { CommandContext } from '../../ports/context.ts'
import type { Approval, ApprovalRequest } from '../model.ts'
import { pendingRequest, requireChairLeft, requireNoOpenClock } from '../rules.ts'
import { newApproval, recordApproval } from './record.ts'

/** Asks to close an answered complaint: an act of its own, for a second person to confirm. */
export async function requestClosing(
  context: CommandContext,
  input: Readonly<{ complaintId: string; version: number; reason: string }>,
): Promise<Approval> {
  const { complaintId, version, reason } = input
  const { answer } = await caseCommand(context, complaintId, async (held) => {
    requireVersion(held.file.complaint, version)
    requireAnswered(held.file.complaint)
    requireNoOpenClock(held.file.deadlines)
    return ask(context, held, { kind: 'close-complaint', complaintId, reason })
  })
  return answer
}

/** Asks to correct the day of receipt, which moves the legal end; immutable in any other way. */
export async function requestReceiptCorrection(
  context: CommandContext,
  input: Readonly<{ complaintId: string; version: number; receivedAt: Instant; reason: string }>,
): Promise<Approval> {
  const { complaintId, version, receivedAt, reason } = input
  const { answer } = await caseCommand(context, complaintId, async (held) => {
    const { complaint } = held.file
    requireVersion(complaint, version)
    requireUnanswered(complaint)
    requirePastReceipt(receivedAt, context.clock.now())
    if (receivedAt === complaint.receivedAt) throw invalid('receivedAt', 'NOT_CHANGED')
    const receivedOn = vietnamDate(receivedAt)
    return ask(context, held, {
      kind: 'correct-receipt',
      complaintId,
      receivedAt,
      receivedOn,
      reason,
    })
  })
  return answer
}

/** Asks to change what somebody may do, or whether they may sign in at all. */
export async function requestRoleChange(
  context: CommandContext,
  input: Readonly<{
    personId: string
    version: number
    role: Role
    active: boolean
    reason: string
  }>,
): Promise<Approval> {
  const { version, ...change } = input
  const { people, approvals } = context.repositories
  const person = requireFound(await people.find(input.personId))
  requireVersion(person, version)
  requireChairLeft(await people.all(), person, change)
  const approval = newApproval(context, { kind: 'change-role', ...change }, null, person.version)
  await approvals.insert(approval)
  recordApproval(context, approval, 'approval.requested')
  return approval
}

/** Puts a request on a held case, the only one of its kind that waits. */
export async function ask(
  context: CommandContext,
  { file: { complaint, approvals }, write }: HeldCase,
  request: ApprovalRequest,
): Promise<Approval> {
  if (pendingRequest(approvals, request.kind) !== undefined) {
    throw new DomainError('ALREADY_EXISTS', [{ path: '', code: 'APPROVAL_PENDING' }])
  }
  const approval = newApproval(context, request, complaint.id, complaint.version)
  await write.approvals.insert(approval)
  recordApproval(context, approval, 'approval.requested')
  return approval
}
