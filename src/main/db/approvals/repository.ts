import type { ApprovalRepository } from '#core/ports/repositories.ts'
import type { DbSession } from '../db-session.ts'
import { versionedTable } from '../tables.ts'
import { approvalEntity } from './entity.ts'

export function approvalRepository(session: DbSession): ApprovalRepository {
  return {
    ...versionedTable(session, approvalEntity),
    pending: () =>
      session
        .select(approvalEntity, 'row')
        .where(`row.state = 'pending'`)
        .orderBy('row.requestedAt')
        .addOrderBy('row.id')
        .getMany(),
  }
}
