import { caseCommand } from '../../case/command/case-command.ts'
import type { HeldCase } from '../../case/command/held-case.ts'
import { keepMemberOut, settleConflict } from '../../conflicts/commands/keep-from-case.ts'
import type { Conflict } from '../../conflicts/model.ts'
import {
  approversLeft,
  liveConflict,
  requireApproversLeft,
  requireDecider,
} from '../../conflicts/rules.ts'
import { DomainError, invalid } from '../../kernel/errors.ts'
import type { CommandContext } from '../../ports/context.ts'
import type { Approval, ApprovalRequest } from '../model.ts'
import { newApproval, recordApproval } from './record.ts'

export type ConflictRequest = Extract<
  ApprovalRequest,
  { kind: 'name-conflict' } | { kind: 'lift-conflict' }
>

/** Whether a request is about keeping somebody from a case. */
export function isOfConflict(request: ApprovalRequest): request is ConflictRequest {
  return request.kind === 'name-conflict' || request.kind === 'lift-conflict'
}

/**
 * Asks to keep a member from a case that concerns them, the chair included; one may say it of oneself. Raises
 * `NOT_ALLOWED` when fewer than two approvers would be left and that was not accepted, or when nobody could decide.
 */
export async function requestNaming(
  context: CommandContext,
  input: Readonly<{
    complaintId: string
    personId: string
    fewApprovers: boolean
    reason: string
  }>,
): Promise<Approval> {
  const { complaintId, personId, fewApprovers, reason } = input
  const people = await context.repositories.people.all()
  if (!people.some(({ id, active }) => id === personId && active)) {
    throw invalid('personId', 'PERSON_UNKNOWN')
  }
  const { answer } = await caseCommand(
    context,
    complaintId,
    async ({ file: { conflicts, complaint }, write }) => {
      if (liveConflict(conflicts, personId) !== undefined) {
        throw new DomainError('ALREADY_EXISTS', [{ path: 'personId', code: 'CONFLICT_KNOWN' }])
      }
      const requestedBy = context.actor.personId
      requireDecider(people, conflicts, { personId, requestedBy })
      requireApproversLeft(approversLeft(people, conflicts, personId), fewApprovers)
      const conflictId = context.ids.next()
      const approval = newApproval(
        context,
        { kind: 'name-conflict', complaintId, conflictId, personId, fewApprovers, reason },
        complaintId,
        complaint.version,
      )
      await write.approvals.insert(approval)
      const conflict: Conflict = {
        ...{ id: conflictId, complaintId, version: 1, personId, firmId: null, reason },
        ...{ state: 'asked', approvalId: approval.id },
        ...{ recordedBy: requestedBy, recordedAt: context.clock.now() },
      }
      await write.conflicts.insert(conflict)
      recordApproval(context, approval, 'approval.requested')
      return approval
    },
    'any',
  )
  return answer
}

/** Asks to let a member in again. Raises `NOT_ALLOWED` for one who is not kept from the case. */
export async function requestLifting(
  context: CommandContext,
  input: Readonly<{ complaintId: string; personId: string; reason: string }>,
): Promise<Approval> {
  const { complaintId, personId, reason } = input
  const people = await context.repositories.people.all()
  const { answer } = await caseCommand(
    context,
    complaintId,
    async ({ file: { conflicts, complaint, approvals }, write }) => {
      const conflict = liveConflict(conflicts, personId)
      if (conflict?.state !== 'named') {
        throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'CONFLICT_NOT_NAMED' }])
      }
      if (pendingLifting(approvals, personId)) {
        throw new DomainError('ALREADY_EXISTS', [{ path: '', code: 'APPROVAL_PENDING' }])
      }
      requireDecider(people, conflicts, { personId, requestedBy: context.actor.personId })
      const approval = newApproval(
        context,
        { kind: 'lift-conflict', complaintId, conflictId: conflict.id, personId, reason },
        complaintId,
        complaint.version,
      )
      await write.approvals.insert(approval)
      recordApproval(context, approval, 'approval.requested')
      return approval
    },
    'any',
  )
  return answer
}

function pendingLifting(approvals: readonly Approval[], personId: string): boolean {
  return approvals.some(
    ({ state, request }) =>
      state === 'pending' && request.kind === 'lift-conflict' && request.personId === personId,
  )
}

/** Carries out what a second person decided, or withdrew: the facts of the case may have changed since it was asked. */
export async function settleConflictRequest(
  context: CommandContext,
  held: HeldCase,
  request: ConflictRequest,
  outcome: 'approve' | 'drop',
): Promise<void> {
  const { personId } = request
  if (request.kind === 'lift-conflict') {
    if (outcome === 'approve') await settleConflict(context, held, personId, 'lifted')
    return
  }
  if (outcome === 'drop') {
    await settleConflict(context, held, personId, 'dropped')
    return
  }
  // Others may have left or been named since it was asked.
  const people = await context.repositories.people.all()
  const left = approversLeft(people, held.file.conflicts, personId)
  requireApproversLeft(left, request.fewApprovers)
  await keepMemberOut(context, held, personId)
  await settleConflict(context, held, personId, 'named')
}
