import type { ConflictRepository } from '#core/ports/repositories.ts'
import { places } from '../rows.ts'
import type { DbSession } from '../db-session.ts'
import { versionedTable } from '../tables.ts'
import { conflictEntity } from './entity.ts'

export function conflictRepository(session: DbSession): ConflictRepository {
  return {
    ...versionedTable(session, conflictEntity),
    shut: () => session.sight.shut,
    async shutOut(complaintIds) {
      if (complaintIds.length === 0) return []
      return session.rows(
        `SELECT complaint_id AS "complaintId", person_id AS "personId" FROM conflict
         WHERE state = 'named' AND person_id IS NOT NULL
           AND complaint_id IN (${places(complaintIds)})`,
        complaintIds,
      )
    },
  }
}
