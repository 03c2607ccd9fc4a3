import type { ConflictRepository } from '#core/ports/repositories.ts'
import { places } from '../rows.ts'
import type { DbSession } from '../db-session.ts'
import { withKept } from './kept-from.ts'
import { versionedTable } from '../tables.ts'
import { conflictEntity } from './entity.ts'

export function conflictRepository(session: DbSession): ConflictRepository {
  return {
    ...versionedTable(session, conflictEntity),
    shut: () => session.sight.shut,
    async shutOut(complaintIds) {
      if (complaintIds.length === 0) return []
      return session.rows(
        `${withKept(session.engine)}
         SELECT complaint_id AS "complaintId", reader AS "personId" FROM kept
         WHERE complaint_id IN (${places(complaintIds)})`,
        complaintIds,
      )
    },
  }
}
