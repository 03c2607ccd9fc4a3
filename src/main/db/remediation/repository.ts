import type { StepRepository } from '#core/ports/repositories.ts'
import type { StepSummary } from '#core/remediation/model.ts'
import { openCases } from '../conflicts/open-cases.ts'
import { LIMIT_CLAUSE, type Condition, places } from '../rows.ts'
import type { DbSession } from '../db-session.ts'
import { caseChildTable } from '../tables.ts'
import { stepEntity } from './entity.ts'

/** Where steps without a day stand in the order of days: last. The index says the same. */
const NO_DAY = '9999-12-31'
const STEP_DAY = `coalesce(s.due_on, '${NO_DAY}')`

export function stepRepository(session: DbSession): StepRepository {
  return {
    ...caseChildTable(session, stepEntity),

    async page({ states, ownerId, overdueOn }, limit, after) {
      if (states.length === 0) return []
      const conditions: readonly Condition[] = [
        ...openCases(session, 's.complaint_id'),
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
           s.dropped_reason AS "droppedReason", s.note, c.code AS "complaintCode", c.subject
         FROM remediation_step s JOIN complaint c ON c.id = s.complaint_id
         WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}
         ORDER BY ${STEP_DAY}, s.id ${LIMIT_CLAUSE}`,
        [...conditions.flatMap(({ values }) => values), limit],
      )
    },
  }
}
