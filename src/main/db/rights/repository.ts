import type { CaseTables } from '#core/ports/repositories.ts'
import { openCases } from '../conflicts/open-cases.ts'
import type { DbSession } from '../db-session.ts'
import { caseChildTable } from '../tables.ts'
import { rightRequestEntity } from './entity.ts'

export function rightRepository(session: DbSession): CaseTables['rights'] {
  return {
    ...caseChildTable(session, rightRequestEntity),
    async passedOn() {
      const open = openCases(session, 'r.complaint_id')
      const codes = await session.rows<{ id: string; code: string }>(
        `SELECT r.id, c.code FROM right_request r JOIN complaint c ON c.id = r.complaint_id
         WHERE r.passed_on <> '[]'${open.map(({ sql }) => ` AND ${sql}`).join('')}`,
        open.flatMap(({ values }) => values),
      )
      if (codes.length === 0) return []
      const rights = await session
        .select(rightRequestEntity, 'row')
        .where(`row.id IN (:...ids)`, { ids: codes.map(({ id }) => id) })
        .getMany()
      const codeOf = new Map(codes.map(({ id, code }) => [id, code]))
      return rights.map((right) => ({ ...right, complaintCode: codeOf.get(right.id) ?? '' }))
    },
  }
}
