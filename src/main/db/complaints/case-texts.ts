import type { CaseText, MatchSource } from '#core/complaints/matches.ts'
import { CONTACT_FIELDS } from '#core/complaints/model.ts'
import { isToFirm } from '#core/letters/kinds.ts'
import { ownWords } from '#core/letters/searchable-text.ts'
import { columnName } from '../columns.ts'
import { letterEntity } from '../letters/entity.ts'
import { places } from '../rows.ts'
import type { DbSession } from '../db-session.ts'
import { complaintEntity } from './entity.ts'

/** The texts of some cases from these places, as they were written. */
export async function caseTexts(
  session: DbSession,
  ids: readonly string[],
  sources: readonly MatchSource[],
): Promise<readonly CaseText[]> {
  if (ids.length === 0) return []
  const found: CaseText[] = []
  if (sources.includes('letter')) found.push(...(await letterTexts(session, ids)))
  const kept = await textsInRows(session, ids)
  found.push(...kept.filter(({ source }) => sources.includes(source)))
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

async function letterTexts(
  session: DbSession,
  ids: readonly string[],
): Promise<readonly CaseText[]> {
  const letters = await session
    .select(letterEntity, 'row')
    .where('row.complaintId IN (:...ids)', { ids })
    .getMany()
  const seen = letters.filter((letter) => session.sight.readsFirms || !isToFirm(letter))
  return seen.flatMap((letter) =>
    ownWords(letter).map((text) => ({
      complaintId: letter.complaintId,
      source: 'letter' as const,
      text,
    })),
  )
}

/** What the row of a complaint keeps as JSON: its points with why each was found so, and the authority that sent it on. */
async function textsInRows(
  session: DbSession,
  ids: readonly string[],
): Promise<readonly CaseText[]> {
  const rows = await session
    .select(complaintEntity, 'row')
    .where(`row.id IN (:...ids) AND (row.points <> '[]' OR row.authority IS NOT NULL)`, { ids })
    .getMany()
  return rows.flatMap(({ id, points, authority }) => [
    ...points.flatMap(({ text, reason }) => [
      { complaintId: id, source: 'narrative' as const, text },
      { complaintId: id, source: 'finding' as const, text: reason },
    ]),
    ...[authority?.number ?? '', authority?.name ?? '']
      .filter((text) => text !== '')
      .map((text) => ({ complaintId: id, source: 'authority' as const, text })),
  ])
}

/** Numbers are looked for in one piece. */
function plain(source: MatchSource, text: string): string {
  return source === 'contact' && NUMBER.test(text) ? text.replace(/[^+\d]/gu, '') : text
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

/** Files that came with a firm's note are read by those who may read that. */
function filesOf(note: 'IS NULL' | 'IS NOT NULL'): readonly string[] {
  return [
    `SELECT complaint_id AS "complaintId", file_name AS text FROM evidence
     WHERE firm_note_id ${note} AND complaint_id`,
  ]
}

const SELECTS: Readonly<Record<MatchSource, readonly string[]>> = {
  subject: ofComplaint('subject'),
  name: ofComplaint('complainant_name', 'acting_for'),
  contact: [
    ...ofTable('complaint_phone', 'as_told'),
    ...ofTable('log_entry', 'contact'),
    ...ofComplaint(...CONTACT_FIELDS.map(columnName)),
  ],
  narrative: ofComplaint('narrative', 'wanted'),
  // As JSON in the row: read with the points, which are so too.
  authority: [],
  finding: [
    ...ofComplaint('state_conclusion', 'outcome_reason'),
    ...ofTable('state_check', 'detail'),
    ...ofTable('why', 'text'),
    ...ofTable('root_cause', 'statement'),
    ...ofTable('breach', 'happened', 'measures'),
  ],
  remedy: ofTable('remediation_step', 'description'),
  log: ofTable('log_entry', 'body', 'withdrawn_reason'),
  note: [...ofTable('firm_note', 'body', 'author'), ...filesOf('IS NOT NULL')],
  letter: [],
  file: filesOf('IS NULL'),
}
