import type { CaseText, MatchSource } from '#core/complaints/matches.ts'
import type { Session } from '../session.ts'
import { places } from '../repositories/rows.ts'

/** The texts of some cases from these places, as they were written. */
export async function caseTexts(
  session: Session,
  ids: readonly string[],
  sources: readonly MatchSource[],
): Promise<readonly CaseText[]> {
  if (ids.length === 0) return []
  const found: CaseText[] = []
  for (const source of sources) {
    for (const select of SELECTS[source]) {
      const rows = await session.rows<Readonly<{ complaintId: string; text: string | null }>>(
        `${select} IN (${places(ids)})`,
        ids,
      )
      found.push(
        ...rows.flatMap(({ complaintId, text }) =>
          text === null || text === '' ? [] : [{ complaintId, source, text: plain(source, text) }],
        ),
      )
    }
  }
  return found
}

/** Letters keep their parts as JSON: only what they say is looked through. Numbers are looked for in one piece. */
function plain(source: MatchSource, text: string): string {
  if (source === 'contact' && NUMBER.test(text)) return text.replace(/[^+\d]/gu, '')
  if (source !== 'letter' || !text.startsWith('[')) return text
  const parts: unknown = JSON.parse(text)
  if (!Array.isArray(parts)) return ''
  return parts
    .flatMap((part: unknown) =>
      typeof part === 'object' && part !== null && 'text' in part && typeof part.text === 'string'
        ? [part.text]
        : [],
    )
    .join(' ')
}

const NUMBER = /^[+\d\s.()-]+$/u

function ofComplaint(...columns: readonly string[]): readonly string[] {
  return columns.map(
    (column) => `SELECT id AS "complaintId", ${column} AS text FROM complaint WHERE id`,
  )
}

function ofTable(table: string, ...columns: readonly string[]): readonly string[] {
  return columns.map(
    (column) =>
      `SELECT complaint_id AS "complaintId", ${column} AS text FROM ${table} WHERE complaint_id`,
  )
}

const SELECTS: Readonly<Record<MatchSource, readonly string[]>> = {
  subject: ofComplaint('subject'),
  name: ofComplaint('complainant_name', 'acting_for'),
  contact: [
    ...ofTable('complaint_phone', 'as_told'),
    ...ofComplaint('email', 'address', 'member_account'),
  ],
  narrative: ofComplaint('narrative', 'wanted'),
  finding: [
    ...ofComplaint('state_conclusion', 'outcome_reason'),
    ...ofTable('state_check', 'detail'),
    ...ofTable('why', 'text'),
    ...ofTable('root_cause', 'statement'),
    ...ofTable('breach', 'happened', 'measures'),
  ],
  remedy: ofTable('remediation_step', 'description'),
  note: ofTable('firm_note', 'body', 'author'),
  letter: ofTable('letter', 'parts', 'number'),
  file: ofTable('evidence', 'file_name'),
}
