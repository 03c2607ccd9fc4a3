import type { ShutCase } from '#core/conflicts/model.ts'
import { can, type Role } from '#core/people/permissions.ts'
import type { DbSession } from '../db-session.ts'
import { places, type Condition } from '../rows.ts'
import type { Sight } from './sight.ts'

/** What a person may not see, as it is now. */
export async function sightOf(session: DbSession, personId: string): Promise<Sight> {
  const rows = await session.rows<Known>(
    `SELECT p.role, c.id, c.code, x.state, x.approval_id AS "approvalId", x.recorded_by AS "recordedBy"
     FROM person p LEFT JOIN conflict x ON x.person_id = p.id AND x.state <> 'lifted'
     LEFT JOIN complaint c ON c.id = x.complaint_id
     WHERE p.id = ?`,
    [personId],
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
  return { personId, shut, readsFirms, requests }
}

type Known = Readonly<{
  role: Role
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
