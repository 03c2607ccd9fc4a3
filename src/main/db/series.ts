import type { TakenNumber } from '#core/audit/numbers.ts'
import type { SeriesRepository } from '#core/ports/series.ts'
import type { DbSession } from './db-session.ts'

export function seriesRepository(
  session: DbSession,
  onTaken: (taken: TakenNumber) => void,
): SeriesRepository {
  return {
    /** On PostgreSQL the row stays locked until the transaction ends, so two writers never share one. */
    async next(series) {
      const [row] = await session.returning<{ value: number }>(
        `INSERT INTO series (name, value) VALUES (?, 1)
         ON CONFLICT (name) DO UPDATE SET value = series.value + 1 RETURNING value`,
        [series],
      )
      if (row === undefined) throw new Error('A series gave no number.')
      onTaken({ series, value: row.value })
      return row.value
    },

    async ends() {
      const rows = await session.rows<{ name: string; value: number }>(
        'SELECT name, value FROM series',
      )
      return new Map(rows.map(({ name, value }) => [name, value]))
    },

    async skipTo(series, value) {
      await session.run(
        `INSERT INTO series (name, value) VALUES (?, ?)
         ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE series.value < excluded.value`,
        [series, value],
      )
    },
  }
}
