import { CASE_ORDER } from '#core/case/order.ts'
import { RULE } from '#core/deadlines/rule-table.ts'
import type { Deadline } from '#core/deadlines/model.ts'
import { vietnamDate } from '#core/kernel/calendar.ts'
import type { DeadlineRepository } from '#core/ports/repositories.ts'
import type { DbSession } from '../db-session.ts'
import { ofComplaint, versionedTable } from '../tables.ts'
import { deadlineEntity } from './entity.ts'

export function deadlineRepository(session: DbSession): DeadlineRepository {
  const table = versionedTable(session, deadlineEntity)

  /** The clock of the answer is kept with the complaint too, where the figures count it. */
  async function keepWithComplaint(deadline: Deadline): Promise<void> {
    const { complaintId, rule, state, endsAt, stoppedAt } = deadline
    if (rule !== RULE.policyAnswer) return
    await session.run(
      'UPDATE complaint SET answer_state = ?, answer_ends_at = ?, answer_stopped_on = ? WHERE id = ?',
      [state, endsAt, stoppedAt === null ? null : vietnamDate(stoppedAt), complaintId],
    )
  }

  return {
    find: (id) => table.find(id),
    async insert(deadline) {
      await table.insert(deadline)
      await keepWithComplaint(deadline)
    },
    async update(deadline) {
      const kept = await table.update(deadline)
      await keepWithComplaint(kept)
      return kept
    },
    ofComplaint: (complaintId) =>
      ofComplaint(session, deadlineEntity, complaintId, CASE_ORDER.deadlines),
    pageOfRunning(afterId, limit) {
      const query = session
        .select(deadlineEntity, 'row')
        .where(`row.state = 'running' AND row.id > :afterId`, { afterId: afterId ?? '' })
      const shut = session.sight.shut.map(({ id }) => id)
      if (shut.length > 0) query.andWhere('row.complaintId NOT IN (:...shut)', { shut })
      return query.orderBy('row.id').limit(limit).getMany()
    },
  }
}
