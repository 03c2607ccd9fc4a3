import type { ShutCase } from '#core/conflicts/model.ts'
import { can, type Role } from '#core/people/permissions.ts'
import type { DbSession } from '../db-session.ts'
import { places, type Condition } from '../rows.ts'
import { withKept } from './kept-from.ts'
import type { Sight } from './sight.ts'

/** What a person may not see, as it is now. */
export async function sightOf(session: DbSession, personId: string): Promise<Sight> {
  const rows = await session.rows<Known>(
    `${withKept(session.engine)}, sight (complaint_id, state, approval_id, recorded_by) AS (
       SELECT complaint_id, 'named', NULL, NULL FROM kept WHERE reader = ?
       UNION ALL
       SELECT complaint_id, state, approval_id, recorded_by FROM conflict
       WHERE person_id = ? AND state IN ('asked', 'dropped')
     )
     SELECT p.role, CASE WHEN p.role = 'investigator' THEN ${boardCovers(session)} END AS covers,
       c.id, c.code, x.state, x.approval_id AS "approvalId", x.recorded_by AS "recordedBy"
     FROM person p LEFT JOIN sight x ON 1 = 1
     LEFT JOIN complaint c ON c.id = x.complaint_id
     WHERE p.id = ?`,
    [personId, personId, personId],
  )
  const shut: ShutCase[] = []
  const requests: string[] = []
  for (const { id, code, state, approvalId, recordedBy } of rows) {
    if (id === null || code === null) continue
    if (state === 'named') shut.push({ id, code })
    else if (recordedBy !== personId && approvalId !== null) requests.push(approvalId)
  }
  const [person] = rows
  // Nobody of that id: the first act of a board, before there are people.
  const readsFirms = person === undefined || can(person.role, 'firm.read')
  const covers = person?.covers === COVERS[session.engine]
  return { personId, shut, readsFirms, coversInvestigators: covers, requests }
}

/** The board's choice as its engine reads it out of the settings; boards of before have none. */
function boardCovers({ engine }: DbSession): string {
  const choice =
    engine === 'sqlite'
      ? `json_extract(body, '$.identity.coversInvestigators')`
      : `body::jsonb #>> '{identity,coversInvestigators}'`
  return `(SELECT ${choice} FROM settings WHERE id = 1)`
}

const COVERS = { sqlite: 1, postgres: 'true' } as const

type Known = Readonly<{
  role: Role
  covers: unknown
  id: string | null
  code: string | null
  state: string | null
  approvalId: string | null
  recordedBy: string | null
}>

/** The condition on the id of a case that leaves out what whoever reads is kept from; none for most people. */
export function openCases({ sight }: DbSession, column: string): readonly Condition[] {
  const ids = sight.shut.map(({ id }) => id)
  return ids.length === 0 ? [] : [{ sql: `${column} NOT IN (${places(ids)})`, values: ids }]
}

/** The same, to stand after other conditions. */
export function andOpen(session: DbSession, column: string): Condition {
  const conditions = openCases(session, column)
  return {
    sql: conditions.map(({ sql }) => ` AND ${sql}`).join(''),
    values: conditions.flatMap(({ values }) => values),
  }
}

/** Whether a case may be seen by whoever reads. */
export function isOpen({ sight }: DbSession, complaintId: string | null): boolean {
  return !sight.shut.some(({ id }) => id === complaintId)
}

/** A record unless it belongs to a case that is not there for whoever reads. */
export function openOnly<Row extends object>(session: DbSession, row: Row | null): Row | null {
  if (row === null || !('complaintId' in row)) return row
  const { complaintId } = row
  return typeof complaintId !== 'string' || isOpen(session, complaintId) ? row : null
}
