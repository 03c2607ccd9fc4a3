import type { Mention } from '#core/contacts/model.ts'
import type { LogRepository } from '#core/ports/repositories.ts'
import { andOpen } from '../conflicts/open-cases.ts'
import type { DbSession } from '../db-session.ts'
import { versionedTable } from '../tables.ts'
import { logEntryEntity } from './entity.ts'

/** The most a first page of the day shows of what its reader is named in. */
const SHOWN = 50

export function logRepository(session: DbSession): LogRepository {
  return {
    ...versionedTable(session, logEntryEntity),
    mentioning: (personId) => {
      const open = andOpen(session, 'c.id')
      return session.rows<Mention>(
        `SELECT e.id, e.complaint_id AS "complaintId", c.code AS "complaintCode", e.kind,
           e.recorded_by AS "recordedBy", e.changed_at AS "changedAt"
         FROM log_entry e JOIN complaint c ON c.id = e.complaint_id
         WHERE e.unread <> '[]' AND e.unread LIKE ?${open.sql}
         ORDER BY e.changed_at DESC, e.id DESC LIMIT ${String(SHOWN)}`,
        [`%"${personId}"%`, ...open.values],
      )
    },
  }
}
