import { CASE_ORDER } from '#core/case/order.ts'
import type { EvidenceRepository } from '#core/ports/repositories.ts'
import { openCases, openOnly } from '../conflicts/open-cases.ts'
import { insertRow } from '../rows.ts'
import type { DbSession } from '../db-session.ts'
import { NAMED_FILES } from '../retention/named-files.ts'
import { ofComplaint } from '../tables.ts'
import { evidenceEntity } from './entity.ts'

export function evidenceRepository(session: DbSession): EvidenceRepository {
  return {
    async find(id) {
      const row = await session.select(evidenceEntity, 'row').where('row.id = :id', { id }).getOne()
      return openOnly(session, row)
    },
    insert: (row) => insertRow(session, evidenceEntity, row),
    async update({ id, fileName, sha256, givenBy, ...copy }) {
      const { identityCopy, destroyOn, destroyedAt, destroyedBy } = copy
      await session.run(
        `UPDATE evidence SET file_name = ?, sha256 = ?, given_by = ?, identity_copy = ?,
           destroy_on = ?, destroyed_at = ?, destroyed_by = ? WHERE id = ?`,
        [
          ...[fileName, sha256, givenBy],
          // SQLite's driver takes no booleans.
          session.engine === 'sqlite' ? Number(identityCopy) : identityCopy,
          ...[destroyOn, destroyedAt, destroyedBy, id],
        ],
      )
    },
    async toDestroy(today) {
      const open = openCases(session, 'e.complaint_id')
      return session.rows(
        `SELECT e.id, e.complaint_id AS "complaintId", c.code AS "complaintCode",
           e.file_name AS "fileName", e.destroy_on AS "destroyOn"
         FROM evidence e JOIN complaint c ON c.id = e.complaint_id
         WHERE e.identity_copy = ${session.engine === 'sqlite' ? '1' : 'TRUE'} AND e.destroyed_at IS NULL
           AND c.anonymised_at IS NULL
           AND (e.destroy_on <= ? OR (e.destroy_on IS NULL AND c.status <> 'open'))
           ${open.map(({ sql }) => ` AND ${sql}`).join('')}
         ORDER BY e.destroy_on, e.id`,
        [today, ...open.flatMap(({ values }) => values)],
      )
    },
    ofComplaint: (complaintId) =>
      ofComplaint(session, evidenceEntity, complaintId, CASE_ORDER.evidence),
    async namedFiles() {
      const rows = await session.rows<{ sha256: string }>(NAMED_FILES)
      return rows.map(({ sha256 }) => sha256)
    },
  }
}
