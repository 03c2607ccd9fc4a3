import { RULE } from '#core/deadlines/rule-table.ts'
import type {
  DeadlineRepository,
  EvidenceRepository,
  StepRepository,
} from '#core/ports/repositories.ts'
import { CASE_ORDER } from '#core/case/order.ts'
import type { Deadline } from '#core/deadlines/model.ts'
import { vietnamDate } from '#core/kernel/calendar.ts'
import type { StepSummary } from '#core/remediation/model.ts'
import { deadlineEntity, evidenceEntity, stepEntity } from '../entities/case.ts'
import type { Condition } from '../search/search-condition.ts'
import type { Session } from '../session.ts'
import { AT_MOST, insertRow, places } from './rows.ts'
import { caseChildTable, ofComplaint, versionedTable } from './tables.ts'

export function deadlineRepository(session: Session): DeadlineRepository {
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
    running: (afterId, limit) =>
      session
        .select(deadlineEntity, 'row')
        .where(`row.state = 'running' AND row.id > :afterId`, { afterId: afterId ?? '' })
        .orderBy('row.id')
        .limit(limit)
        .getMany(),
  }
}

/** Where steps without a day stand in the order of days: last. The index says the same. */
const NO_DAY = '9999-12-31'
const STEP_DAY = `coalesce(s.due_on, '${NO_DAY}')`

export function stepRepository(session: Session): StepRepository {
  return {
    ...caseChildTable(session, stepEntity),

    async page({ states, ownerId, overdueOn }, limit, after) {
      if (states.length === 0) return []
      const conditions: readonly Condition[] = [
        { sql: `s.state IN (${places(states)})`, values: states },
        ...(ownerId === null ? [{ sql: 's.owner_id IS NULL', values: [] }] : []),
        ...(typeof ownerId === 'string' ? [{ sql: 's.owner_id = ?', values: [ownerId] }] : []),
        ...(overdueOn === undefined ? [] : [{ sql: 's.due_on < ?', values: [overdueOn] }]),
        ...(after === null
          ? []
          : [{ sql: `(${STEP_DAY}, s.id) > (?, ?)`, values: [after.dueOn ?? NO_DAY, after.id] }]),
      ]
      return session.rows<StepSummary>(
        `SELECT s.id, s.complaint_id AS "complaintId", s.version, s.type, s.description,
           s.owner_id AS "ownerId", s.due_on AS "dueOn", s.state, s.done_on AS "doneOn",
           s.dropped_reason AS "droppedReason", c.code AS "complaintCode", c.subject
         FROM remediation_step s JOIN complaint c ON c.id = s.complaint_id
         WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}
         ORDER BY ${STEP_DAY}, s.id ${AT_MOST}`,
        [...conditions.flatMap(({ values }) => values), limit],
      )
    },
  }
}

export function evidenceRepository(session: Session): EvidenceRepository {
  return {
    find: (id) => session.select(evidenceEntity, 'row').where('row.id = :id', { id }).getOne(),
    insert: (row) => insertRow(session, evidenceEntity, row),
    ofComplaint: (complaintId) =>
      ofComplaint(session, evidenceEntity, complaintId, CASE_ORDER.evidence),
  }
}
