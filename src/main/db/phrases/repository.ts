import { DomainError } from '#core/kernel/errors.ts'
import type { HousePhrase } from '#core/phrases/model.ts'
import type { PhraseRepository } from '#core/ports/repositories.ts'
import type { DbSession } from '../db-session.ts'

const PHRASE_COLUMNS = `p.kind, p.variant, p.part, p.version, p.vi, p.en, p.author_id AS "authorId",
  p.created_at AS "createdAt"`

export function phraseRepository(session: DbSession): PhraseRepository {
  return {
    newest: () =>
      session.rows<HousePhrase>(
        `SELECT ${PHRASE_COLUMNS} FROM house_phrase p
         WHERE p.version = (SELECT max(q.version) FROM house_phrase q
           WHERE q.kind = p.kind AND q.variant = p.variant AND q.part = p.part)
         ORDER BY p.kind, p.variant, p.part`,
        [],
      ),
    history: ({ kind, variant, part }) =>
      session.rows<HousePhrase>(
        `SELECT ${PHRASE_COLUMNS} FROM house_phrase p
         WHERE p.kind = ? AND p.variant = ? AND p.part = ? ORDER BY p.version DESC`,
        [kind, variant, part],
      ),
    async insert({ kind, variant, part, version, vi, en, authorId, createdAt }) {
      const added = await session.run(
        `INSERT INTO house_phrase (kind, variant, part, version, vi, en, author_id, created_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
        [kind, variant, part, version, vi, en, authorId, createdAt],
      )
      if (added === 1) return
      throw new DomainError('CONFLICT', [
        { path: 'version', code: 'STALE_VERSION', params: { current: version } },
      ])
    },
  }
}
