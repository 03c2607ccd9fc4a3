import type { AuditAction } from '../../audit/actions.ts'
import { changedFields, type AuditValue } from '../../audit/model.ts'
import type { CommandContext } from '../../ports/context.ts'
import type { Approval, ApprovalRequest } from '../model.ts'

/** Puts on record what became of a request. */
export function recordApproval(
  context: CommandContext,
  approval: Approval,
  action: AuditAction,
): void {
  context.audit({
    action,
    complaintId: approval.complaintId,
    entity: 'approval',
    entityId: approval.id,
    changes: changedFields(
      {},
      {
        ...requested(approval.request),
        remark: approval.remark,
        approvalMark: approval.mark,
      },
    ),
  })
}

/** A request of whoever acts, for a second person to decide. `subjectVersion`: of the case or person it is about. */
export function newApproval(
  { ids, actor, clock }: CommandContext,
  request: ApprovalRequest,
  complaintId: string | null,
  subjectVersion: number,
): Approval {
  return {
    id: ids.next(),
    version: 1,
    state: 'pending',
    request,
    complaintId,
    subjectVersion,
    requestedBy: actor.personId,
    requestedAt: clock.now(),
    decidedBy: null,
    decidedAt: null,
    mark: null,
    remark: null,
  }
}

/** What was asked for, as the record has it. */
function requested(request: ApprovalRequest): Readonly<Record<string, AuditValue>> {
  const { kind, reason } = request
  switch (kind) {
    case 'name-conflict':
      return { kind, reason, personId: request.personId, fewApprovers: request.fewApprovers }
    case 'lift-conflict':
      return { kind, reason, personId: request.personId }
    case 'end-complaint':
      return {
        ...{ kind, reason, way: request.way, evidenceId: request.evidenceId },
        duplicateOf: request.original?.code ?? null,
        contact: request.original?.contact ?? null,
      }
    case 'lift-hold':
    case 'anonymise-complaint':
    case 'close-complaint':
    case 'correct-receipt':
    case 'change-role':
      return { kind, reason }
  }
}
