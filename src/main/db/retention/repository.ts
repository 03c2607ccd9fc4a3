import type { ErasureRepository } from '#core/ports/erasures.ts'
import type { DueCase, ErasureSummary } from '#core/retention/model.ts'
import { andOpen, openCases } from '../conflicts/open-cases.ts'
import type { DbSession } from '../db-session.ts'
import { insertMany, insertRow, LIMIT_CLAUSE, places, type Condition } from '../rows.ts'
import { versionedTable } from '../tables.ts'
import { certificateEntity, erasureEntity } from './entity.ts'
import { NAMED_FILES } from './named-files.ts'

/** Cases `c` that are over and still tell of persons, with nothing that keeps them. */
const DUE = `FROM complaint c WHERE c.closed_at < ? AND c.anonymised_at IS NULL
  AND c.status NOT IN ('open', 'answered')
  AND NOT EXISTS (SELECT 1 FROM hold h WHERE h.complaint_id = c.id AND h.state = 'set')
  AND NOT EXISTS (SELECT 1 FROM deadline d WHERE d.complaint_id = c.id AND d.state = 'running')
  AND NOT EXISTS (SELECT 1 FROM remediation_step s WHERE s.complaint_id = c.id AND s.state = 'planned')
  AND NOT EXISTS (SELECT 1 FROM approval a WHERE a.complaint_id = c.id AND a.state = 'pending')`

const SUMMARIES = `SELECT e.id, e.version, e.complaint_id AS "complaintId", e.months,
    e.closed_at AS "closedAt", e.reason, e.requested_by AS "requestedBy",
    e.requested_at AS "requestedAt", e.decided_by AS "decidedBy", e.erased_at AS "erasedAt",
    e.evidence_files AS "evidenceFiles", e.letter_files AS "letterFiles",
    e.shared_files AS "sharedFiles", e.certificate_id AS "certificateId",
    c.code AS "complaintCode", k.number AS "certificateNumber"
  FROM erasure e JOIN complaint c ON c.id = e.complaint_id
  LEFT JOIN certificate k ON k.id = e.certificate_id`

export function erasureRepository(session: DbSession): ErasureRepository {
  const open = andOpen(session, 'c.id')
  return {
    ...versionedTable(session, erasureEntity),
    due: (closedBefore, limit) =>
      session.rows<DueCase>(
        `SELECT c.id, c.code, c.version, c.subject, c.closed_at AS "closedAt"
         ${DUE}${open.sql} ORDER BY c.closed_at, c.id ${LIMIT_CLAUSE}`,
        [closedBefore, ...open.values, limit],
      ),
    async countDue(closedBefore) {
      const [counted] = await session.rows<{ cases: number }>(
        `SELECT CAST(count(*) AS INTEGER) AS cases ${DUE}${open.sql}`,
        [closedBefore, ...open.values],
      )
      return counted?.cases ?? 0
    },
    async page(before, limit) {
      const conditions: readonly Condition[] = [
        ...openCases(session, 'e.complaint_id'),
        ...(before === null
          ? []
          : [{ sql: '(e.erased_at, e.id) < (?, ?)', values: [before.erasedAt, before.id] }]),
      ]
      const where =
        conditions.length === 0 ? '' : `WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}`
      return session.rows<ErasureSummary>(
        `${SUMMARIES} ${where} ORDER BY e.erased_at DESC, e.id DESC ${LIMIT_CLAUSE}`,
        [...conditions.flatMap(({ values }) => values), limit],
      )
    },
    async byIds(ids) {
      if (ids.length === 0) return []
      const seen = andOpen(session, 'e.complaint_id')
      return session.rows<ErasureSummary>(
        `${SUMMARIES} WHERE e.id IN (${places(ids)})${seen.sql} ORDER BY c.code_order, c.id`,
        [...ids, ...seen.values],
      )
    },
    certificate: (id) =>
      session.select(certificateEntity, 'row').where('row.id = :id', { id }).getOne(),
    insertCertificate: (row) => insertRow(session, certificateEntity, row),
    async stillNamed(sha256s) {
      if (sha256s.length === 0) return []
      const rows = await session.rows<{ sha256: string }>(
        `SELECT sha256 FROM (${NAMED_FILES}) AS named WHERE sha256 IN (${places(sha256s)})`,
        sha256s,
      )
      return rows.map(({ sha256 }) => sha256)
    },
    async doom(what) {
      const known = new Set(await doomed(session))
      const rows = [...new Set(what)].filter((each) => !known.has(each)).map((each) => [each])
      await insertMany(session, 'doomed', ['what'], rows)
    },
    doomed: () => doomed(session),
    async spare(what) {
      for (const each of what) await session.run('DELETE FROM doomed WHERE what = ?', [each])
    },
    async purgeSearch() {
      // A copy that is written anew on PostgreSQL leaves nothing behind but what its server cleans up.
      if (session.engine === 'postgres') return
      await session.run(
        `INSERT INTO complaint_search_text (complaint_search_text) VALUES ('optimize')`,
      )
    },
  }
}

async function doomed(session: DbSession): Promise<readonly string[]> {
  const rows = await session.rows<{ what: string }>('SELECT what FROM doomed ORDER BY what')
  return rows.map(({ what }) => what)
}
