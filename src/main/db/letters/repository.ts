import { CASE_ORDER } from '#core/case/order.ts'
import { isKept, isToFirm, LETTER_KINDS, variantsOf } from '#core/letters/kinds.ts'
import type { Letter, LetterFilter, LetterStanding, LetterSummary } from '#core/letters/model.ts'
import type { LetterRepository } from '#core/ports/repositories.ts'
import { isOpen, openCases } from '../conflicts/open-cases.ts'
import { LIMIT_CLAUSE, type Condition, places, removeWithVersion } from '../rows.ts'
import type { DbSession } from '../db-session.ts'
import { ofComplaint, versionedTable } from '../tables.ts'
import { letterEntity } from './entity.ts'

/** As many letters as one content hash's beginning may name: enough to see that it is ambiguous. */
const MAX_BY_HASH = 10

/** As the index of lists has it (migration 7). */
const LATEST_AT = 'coalesce(l.issued_at, l.created_at)'

export function letterRepository(session: DbSession): LetterRepository {
  const isSeen = (letter: Letter): boolean =>
    isOpen(session, letter.complaintId) && (session.sight.readsFirms || !isToFirm(letter))

  const found = async (
    condition: string,
    values: Readonly<Record<string, unknown>>,
  ): Promise<readonly Letter[]> => {
    const letters = await session
      .select(letterEntity, 'row')
      .where(`row.state = 'issued' AND ${condition}`, values)
      .orderBy('row.issuedAt', 'DESC')
      .addOrderBy('row.id')
      .limit(MAX_BY_HASH)
      .getMany()
    return letters.filter(isSeen)
  }
  const table = versionedTable(session, letterEntity)
  return {
    ...table,
    async find(id) {
      const letter = await table.find(id)
      return letter !== null && isSeen(letter) ? letter : null
    },
    async ofComplaint(complaintId) {
      const letters = await ofComplaint(session, letterEntity, complaintId, CASE_ORDER.letters)
      return letters.filter(isSeen)
    },
    remove: (id, version) => removeWithVersion(session, letterEntity, id, version),

    async page(filter, limit, after) {
      const narrowed = conditionsOf(session, filter)
      if (narrowed === null) return []
      const conditions = after
        ? [
            ...narrowed,
            { sql: `(${LATEST_AT}, l.id) < (?, ?)`, values: [after.latestAt, after.id] },
          ]
        : narrowed
      const rows = await session.rows<
        Omit<LetterSummary, 'replaced'> & Readonly<{ replacedBy: string | null }>
      >(
        `SELECT l.id, l.complaint_id AS "complaintId", c.code AS "complaintCode", c.subject,
           c.complainant_name AS "complainantName", l.kind, l.variant, l.language, l.state, l.number,
           l.author_id AS "authorId", l.created_at AS "createdAt", l.submitted_at AS "submittedAt",
           c.due_on AS "dueOn", c.target_on AS "targetOn", c.due_at AS "dueAt", c.due_rule AS "dueRule",
           ${LATEST_AT} AS "latestAt", l.issued_on AS "issuedOn",
           (SELECT min(d.sent_on) FROM dispatch d
             WHERE d.letter_id = l.id AND d.struck_at IS NULL) AS "dispatchedOn",
           (SELECT r.id FROM letter r
             WHERE r.replaces_id = l.id AND r.state = 'issued') AS "replacedBy"
         FROM letter l JOIN complaint c ON c.id = l.complaint_id
         ${where(conditions)} ORDER BY ${LATEST_AT} DESC, l.id DESC ${LIMIT_CLAUSE}`,
        [...conditions.flatMap(({ values }) => values), limit],
      )
      return rows.map(({ replacedBy, ...row }) => ({ ...row, replaced: replacedBy !== null }))
    },

    async count(filter) {
      const conditions = conditionsOf(session, filter)
      if (conditions === null) return 0
      const [counted] = await session.rows<{ letters: number }>(
        `SELECT CAST(count(*) AS INTEGER) AS letters FROM letter l ${where(conditions)}`,
        conditions.flatMap(({ values }) => values),
      )
      return counted?.letters ?? 0
    },

    async countInState(state) {
      const open = seenLetters(session)
      const [counted] = await session.rows<{ letters: number }>(
        `SELECT CAST(count(*) AS INTEGER) AS letters FROM letter l WHERE l.state = ?${open.map(({ sql }) => ` AND ${sql}`).join('')}`,
        [state, ...open.flatMap(({ values }) => values)],
      )
      return counted?.letters ?? 0
    },

    async findByPdf(pdfSha256) {
      const [letter] = await found('row.pdfSha256 = :pdfSha256', { pdfSha256 })
      return letter ?? null
    },
    findByNumber: (number) => found('row.number = :number', { number }),
    // A range, not a pattern: it uses the index on both engines.
    findByContentHash: (prefix) =>
      found('row.contentHash >= :prefix AND row.contentHash < :end', { prefix, end: `${prefix}g` }),
    traces: () =>
      session.rows(
        `SELECT id AS "letterId", complaint_id AS "complaintId", number, kind,
           issued_on AS "issuedOn", content_hash AS "contentHash", pdf_sha256 AS "pdfSha256"
         FROM letter WHERE state = 'issued' ORDER BY issued_at, id`,
      ),
  }
}

const SENT = 'EXISTS (SELECT 1 FROM dispatch d WHERE d.letter_id = l.id AND d.struck_at IS NULL)'

/** Letters `l` of the kinds and variants of which something is true. */
function ofKinds(isMeant: (letter: Pick<Letter, 'kind' | 'variant'>) => boolean): string {
  return LETTER_KINDS.flatMap((kind) =>
    variantsOf(kind)
      .filter((variant) => isMeant({ kind, variant }))
      .map((variant) => `(l.kind = '${kind}' AND l.variant = '${variant}')`),
  ).join(' OR ')
}

const KEPT = ofKinds(isKept)
const TO_FIRMS = ofKinds(isToFirm)

/** The letters `l` whoever reads may see. */
export function seenLetters(session: DbSession): readonly Condition[] {
  return [
    ...openCases(session, 'l.complaint_id'),
    ...(session.sight.readsFirms ? [] : [{ sql: `NOT (${TO_FIRMS})`, values: [] }]),
  ]
}

/** Null when the filter asks for nothing at all. */
function conditionsOf(session: DbSession, filter: LetterFilter): readonly Condition[] | null {
  const { standings, kinds, issuedFrom, issuedTo, ids } = filter
  if (standings?.length === 0 || kinds?.length === 0 || ids?.length === 0) return null
  return [
    ...seenLetters(session),
    ...(standings === undefined ? [] : [standingCondition(standings)]),
    ...(kinds === undefined ? [] : [{ sql: `l.kind IN (${places(kinds)})`, values: kinds }]),
    ...(ids === undefined ? [] : [{ sql: `l.id IN (${places(ids)})`, values: ids }]),
    ...(issuedFrom === undefined ? [] : [{ sql: 'l.issued_on >= ?', values: [issuedFrom] }]),
    ...(issuedTo === undefined ? [] : [{ sql: 'l.issued_on <= ?', values: [issuedTo] }]),
  ]
}

function standingCondition(standings: readonly LetterStanding[]): Condition {
  const states = standings.filter((each) => each !== 'issued' && each !== 'dispatched')
  const issued = standings.includes('issued')
  const dispatched = standings.includes('dispatched')
  const parts = [
    ...(states.length === 0 ? [] : [`l.state IN (${places(states)})`]),
    ...(issued && dispatched ? [`l.state = 'issued'`] : []),
    ...(issued && !dispatched ? [`(l.state = 'issued' AND NOT ${SENT} AND NOT (${KEPT}))`] : []),
    ...(dispatched && !issued ? [`(l.state = 'issued' AND ${SENT})`] : []),
  ]
  return { sql: `(${parts.join(' OR ')})`, values: states }
}

function where(conditions: readonly Condition[]): string {
  return conditions.length === 0 ? '' : `WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}`
}
