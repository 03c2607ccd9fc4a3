import type { DraftRepository } from '#core/ports/repositories.ts'
import type { DbSession } from '../db-session.ts'

export function draftRepository(session: DbSession): DraftRepository {
  return {
    async load(personId, form) {
      const [draft] = await session.rows<{ body: string }>(
        'SELECT body FROM draft WHERE person_id = ? AND form = ?',
        [personId, form],
      )
      return draft?.body ?? null
    },
    async save(personId, form, body) {
      await session.run(
        `INSERT INTO draft (person_id, form, body) VALUES (?, ?, ?)
         ON CONFLICT (person_id, form) DO UPDATE SET body = excluded.body`,
        [personId, form, body],
      )
    },
    async remove(personId, form) {
      await session.run('DELETE FROM draft WHERE person_id = ? AND form = ?', [personId, form])
    },
  }
}
