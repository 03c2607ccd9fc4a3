import type { DoneCommand, DoneCommandRepository } from '#core/ports/drafts.ts'
import type { DbSession } from '../db-session.ts'

export function doneCommandRepository(session: DbSession): DoneCommandRepository {
  return {
    async find(id) {
      const [done] = await session.rows<DoneCommand>(
        `SELECT id, done_by AS "personId", route, made_id AS "madeId", done_at AS "doneAt"
         FROM done_command WHERE id = ?`,
        [id],
      )
      return done ?? null
    },
    async add({ id, personId, route, madeId, doneAt }) {
      await session.run(
        'INSERT INTO done_command (id, done_by, route, made_id, done_at) VALUES (?, ?, ?, ?, ?)',
        [id, personId, route, madeId, doneAt],
      )
    },
    async forgetBefore(moment) {
      await session.run('DELETE FROM done_command WHERE done_at < ?', [moment])
    },
  }
}
