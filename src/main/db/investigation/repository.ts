import type { CauseSearch } from '#core/investigation/search.ts'
import type { CaseTables } from '#core/ports/repositories.ts'
import { andOpen } from '../conflicts/open-cases.ts'
import type { DbSession } from '../db-session.ts'
import { onePerCaseTable } from '../tables.ts'
import { rootCauseEntity } from './entity.ts'

export function rootCauseRepository(session: DbSession): CaseTables['rootCauses'] {
  return {
    ...onePerCaseTable(session, rootCauseEntity),
    searches(by) {
      const open = andOpen(session, 'c.id')
      // What ended without its result was promised no search.
      return session.rows<CauseSearch>(
        `SELECT c.id AS "complaintId", c.code AS "complaintCode", c.subject,
           c.assignee_id AS "assigneeId", r.search_until AS "searchUntil"
         FROM root_cause r JOIN complaint c ON c.id = r.complaint_id
         WHERE r.state = 'undetermined' AND r.search_until <= ? AND c.anonymised_at IS NULL
           AND c.status IN ('open', 'answered', 'closed')${open.sql}
         ORDER BY r.search_until, c.id`,
        [by, ...open.values],
      )
    },
  }
}
