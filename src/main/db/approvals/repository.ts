import { mayKnowOf } from '#core/approvals/rules.ts'
import type { Approval } from '#core/approvals/model.ts'
import type { ApprovalRepository } from '#core/ports/repositories.ts'
import { isOpen } from '../conflicts/open-cases.ts'
import type { DbSession } from '../db-session.ts'
import { versionedTable } from '../tables.ts'
import { approvalEntity } from './entity.ts'

export function approvalRepository(session: DbSession): ApprovalRepository {
  const table = versionedTable(session, approvalEntity)
  const isSeen = (approval: Approval): boolean =>
    isOpen(session, approval.complaintId) && mayKnowOf(approval, session.sight.personId)
  return {
    ...table,
    async find(id) {
      const approval = await table.find(id)
      return approval === null || !isSeen(approval) ? null : approval
    },
    async pending() {
      const approvals = await session
        .select(approvalEntity, 'row')
        .where(`row.state = 'pending'`)
        .orderBy('row.requestedAt')
        .addOrderBy('row.id')
        .getMany()
      return approvals.filter(isSeen)
    },
  }
}
