import type { LossRepository } from '#core/ports/losses.ts'
import type { DbSession } from '../db-session.ts'
import { insertRow } from '../rows.ts'
import { versionedTable } from '../tables.ts'
import { lossEntity, lostNumberEntity } from './loss-entities.ts'

export function lossRepository(session: DbSession): LossRepository {
  return {
    ...versionedTable(session, lossEntity),
    open: () =>
      session
        .select(lossEntity, 'row')
        .where('row.acknowledgedAt IS NULL')
        .orderBy('row.foundAt')
        .addOrderBy('row.id')
        .getMany(),
    async lastFoundAt() {
      const [row] = await session.rows<{ at: string | null }>(
        'SELECT max(found_at) AS at FROM loss',
      )
      return row?.at ?? null
    },
    async insertNumbers(numbers) {
      for (const number of numbers) await insertRow(session, lostNumberEntity, number)
    },
    numbers: () =>
      session
        .select(lostNumberEntity, 'row')
        .orderBy('row.series')
        .addOrderBy('row.value')
        .getMany(),
  }
}
