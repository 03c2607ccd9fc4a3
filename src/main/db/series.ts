import type { SeriesRepository } from '#core/ports/repositories.ts'
import type { DbSession } from './db-session.ts'

export function seriesRepository(session: DbSession): SeriesRepository {
  return {
    /** On PostgreSQL the row stays locked until the transaction ends, so two writers never share one. */
    async next(series) {
      const [row] = await session.returning<{ value: number }>(
        `INSERT INTO series (name, value) VALUES (?, 1)
         ON CONFLICT (name) DO UPDATE SET value = series.value + 1 RETURNING value`,
        [series],
      )
      if (row === undefined) throw new Error('A series gave no number.')
      return row.value
    },
  }
}
