import { DomainError } from '#core/kernel/errors.ts'
import type { DraftRepository } from '#core/ports/drafts.ts'
import { isOpen } from '../conflicts/open-cases.ts'
import type { DbSession } from '../db-session.ts'
import { places } from '../rows.ts'

export function draftRepository(session: DbSession): DraftRepository {
  return {
    caseOf: async (form) => (await casesOf(session, form))[0] ?? null,
    async load(personId, forms) {
      const kept = await session.rows<{ form: string; body: string }>(
        `SELECT form, body FROM draft WHERE person_id = ? AND form IN (${places(forms)})`,
        [personId, ...forms],
      )
      const open = []
      for (const draft of kept) if (await isOpenForm(session, draft.form)) open.push(draft)
      return open
    },
    async save(personId, form, body) {
      if (!(await isOpenForm(session, form))) throw new DomainError('NOT_FOUND')
      await requireWholeCase(session, form)
      await session.run(
        `INSERT INTO draft (person_id, form, body) VALUES (?, ?, ?)
         ON CONFLICT (person_id, form) DO UPDATE SET body = excluded.body`,
        [personId, form, body],
      )
    },
    async remove(personId, form) {
      await session.run('DELETE FROM draft WHERE person_id = ? AND form = ?', [personId, form])
    },
    async removeOfCase(complaintId) {
      const forms = await session.rows<{ form: string }>('SELECT DISTINCT form FROM draft')
      for (const { form } of forms) {
        if (!(await casesOf(session, form)).includes(complaintId)) continue
        await session.run('DELETE FROM draft WHERE form = ?', [form])
      }
    },
  }
}

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu

/** Of a letter by its id. */
const OF_A_LETTER = /^letter:[0-9a-f]{8}-/u

/** What of a case forms are named after, besides the case itself. */
export const PARTS_OF_CASE = [
  'approval',
  'engagement',
  'firm_note',
  'letter',
  'log_entry',
  'remediation_step',
  'right_request',
  'why',
] as const

/** The cases a form is of: forms have the id of what they are about in their name. */
async function casesOf(session: DbSession, form: string): Promise<readonly string[]> {
  const cases: string[] = []
  for (const [id] of form.matchAll(ID)) {
    const found = await session.rows<{ id: string | null }>(
      ['SELECT id FROM complaint WHERE id = ?']
        .concat(
          PARTS_OF_CASE.map((table) => `SELECT complaint_id AS id FROM ${table} WHERE id = ?`),
        )
        .join(' UNION ALL '),
      Array.from({ length: PARTS_OF_CASE.length + 1 }, () => id),
    )
    // A request about the board itself is of no case.
    cases.push(...found.flatMap((row) => row.id ?? []))
  }
  return cases
}

/**
 * Raises `NOT_ALLOWED` for a form of a case that was made anonymous, or of a letter that went with one: a window that was open
 * all the while would bring back what was erased.
 */
async function requireWholeCase(session: DbSession, form: string): Promise<void> {
  const ids = await casesOf(session, form)
  const erased =
    ids.length === 0
      ? []
      : await session.rows<{ id: string }>(
          `SELECT id FROM complaint WHERE id IN (${places(ids)}) AND anonymised_at IS NOT NULL`,
          ids,
        )
  if (erased.length > 0 || (ids.length === 0 && OF_A_LETTER.test(form))) {
    throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'CASE_ANONYMISED' }])
  }
}

/** Whether a form is of no case that whoever reads is kept from. */
async function isOpenForm(session: DbSession, form: string): Promise<boolean> {
  if (session.sight.shut.length === 0) return true
  return (await casesOf(session, form)).every((id) => isOpen(session, id))
}
