import { CASE_ORDER } from '#core/case/order.ts'
import type { EvidenceRepository } from '#core/ports/repositories.ts'
import { openOnly } from '../conflicts/open-cases.ts'
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
    async update({ id, fileName, sha256, givenBy }) {
      await session.run(
        'UPDATE evidence SET file_name = ?, sha256 = ?, given_by = ? WHERE id = ?',
        [...[fileName, sha256, givenBy, id]],
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
