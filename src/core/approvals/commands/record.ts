import type { AuditAction } from '../../audit/actions.ts'
import { changedFields } from '../../audit/model.ts'
import type { CommandContext } from '../../ports/context.ts'
import type { Approval } from '../model.ts'

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
        kind: approval.request.kind,
        reason: approval.request.reason,
        remark: approval.remark,
        approvalMark: approval.mark,
      },
    ),
  })
}
