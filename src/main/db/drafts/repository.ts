import { DomainError } from '#core/kernel/errors.ts'
import type { DraftRepository } from '#core/ports/repositories.ts'
import { isOpen } from '../conflicts/open-cases.ts'
import type { DbSession } from '../db-session.ts'

export function draftRepository(session: DbSession): DraftRepository {
  return {
    async load(personId, form) {
      if (!(await isOpenForm(session, form))) return null
      const [draft] = await session.rows<{ body: string }>(
        'SELECT body FROM draft WHERE person_id = ? AND form = ?',
        [personId, form],
      )
      return draft?.body ?? null
    },
    async save(personId, form, body) {
      if (!(await isOpenForm(session, form))) throw new DomainError('NOT_FOUND')
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

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu

/** What of a case forms are named after, besides the case itself. */
const PARTS_OF_CASE = ['engagement', 'firm_note', 'letter', 'remediation_step', 'why'] as const

/** Whether a form is of no case that whoever reads is kept from: forms have the id of what they are about in their name. */
async function isOpenForm(session: DbSession, form: string): Promise<boolean> {
  if (session.sight.shut.length === 0) return true
  for (const [id] of form.matchAll(ID)) {
    if (!isOpen(session, id)) return false
    for (const table of PARTS_OF_CASE) {
      const [row] = await session.rows<{ complaintId: string }>(
        `SELECT complaint_id AS "complaintId" FROM ${table} WHERE id = ?`,
        [id],
      )
      if (row !== undefined && !isOpen(session, row.complaintId)) return false
    }
  }
  return true
}
