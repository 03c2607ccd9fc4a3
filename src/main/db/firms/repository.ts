import type { Engagement } from '#core/firms/model.ts'
import type { FirmRepository } from '#core/ports/repositories.ts'
import { andOpen } from '../conflicts/open-cases.ts'
import { byName } from '../rows.ts'
import type { DbSession } from '../db-session.ts'
import { versionedTable } from '../tables.ts'
import { firmEntity } from './entity.ts'

export function firmRepository(session: DbSession): FirmRepository {
  return {
    ...versionedTable(session, firmEntity),
    async all() {
      return byName(await session.select(firmEntity, 'row').getMany())
    },
    engagements: (firmId) => {
      const open = andOpen(session, 'c.id')
      return session.rows<Engagement & { complaintCode: string }>(
        `SELECT e.id, e.complaint_id AS "complaintId", e.firm_id AS "firmId", e.version, e.scope,
           e.starts_on AS "startsOn", e.ends_on AS "endsOn", c.code AS "complaintCode"
         FROM engagement e JOIN complaint c ON c.id = e.complaint_id
         WHERE e.firm_id = ?${open.sql} ORDER BY e.starts_on DESC, e.id DESC`,
        [firmId, ...open.values],
      )
    },
  }
}
