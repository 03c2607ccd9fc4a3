import type { LetterReviewed, LinkedCase } from '#core/complaints/model.ts'
import type { Instant } from '#core/kernel/calendar.ts'
import { LETTER_KINDS, LETTERS } from '#core/letters/kinds.ts'
import { andOpen } from '../conflicts/open-cases.ts'
import type { DbSession } from '../db-session.ts'
import { letterEntity } from '../letters/entity.ts'

/** The kinds whose letters answer a complaint. */
const RESULTS = LETTER_KINDS.filter((kind) => LETTERS[kind].answersComplaint)

/** The cases a case hangs together with, by their codes, without those whoever reads is kept from. */
export async function linkedCases(session: DbSession, id: string): Promise<readonly LinkedCase[]> {
  const open = andOpen(session, 'c.id')
  return session.rows<LinkedCase>(
    `SELECT c.id, c.code, x.link, c.status, c.subject, c.complainant_name AS "complainantName",
       c.received_on AS "receivedOn", c.review_finding AS "reviewFinding"
     FROM (
       SELECT duplicate_of_id AS id, 'original' AS link FROM complaint WHERE id = ?
       UNION SELECT review_of_id, 'reviewed' FROM complaint WHERE id = ?
       UNION SELECT id, 'duplicate' FROM complaint WHERE duplicate_of_id = ?
       UNION SELECT id, 'review' FROM complaint WHERE review_of_id = ?
       UNION SELECT other_id, 'related' FROM related_case WHERE complaint_id = ?
       UNION SELECT complaint_id, 'related' FROM related_case WHERE other_id = ?
     ) x JOIN complaint c ON c.id = x.id WHERE 1 = 1${open.sql} ORDER BY c.code_order, c.id, x.link`,
    [id, id, id, id, id, id, ...open.values],
  )
}

/** Takes a pair on record, the smaller id first, or takes it off. Says whether it was otherwise before. */
export async function relateCases(
  session: DbSession,
  one: string,
  other: string,
  recorded: Readonly<{ by: string; at: Instant }> | null,
): Promise<boolean> {
  const pair = [one, other].toSorted()
  const [known] = await session.rows(
    'SELECT recorded_at FROM related_case WHERE complaint_id = ? AND other_id = ?',
    pair,
  )
  if ((known !== undefined) === (recorded !== null)) return false
  if (recorded === null) {
    await session.run('DELETE FROM related_case WHERE complaint_id = ? AND other_id = ?', pair)
  } else {
    await session.run(
      `INSERT INTO related_case (complaint_id, other_id, recorded_by, recorded_at)
       VALUES (?, ?, ?, ?)`,
      [...pair, recorded.by, recorded.at],
    )
  }
  return true
}

/** Whether a review of this case is still owed its answer; also one that whoever asks is kept from. */
export async function unansweredReview(session: DbSession, id: string): Promise<boolean> {
  const [open] = await session.rows(
    `SELECT id FROM complaint WHERE review_of_id = ? AND status = 'open' LIMIT 1`,
    [id],
  )
  return open !== undefined
}

/** The issued result letters of a case and of its reviews but this one, the latest last; whoever may see them. */
export async function lettersReviewed(
  session: DbSession,
  id: string,
  review: string,
): Promise<readonly LetterReviewed[]> {
  const cases = await session.rows<{ id: string }>(
    'SELECT id FROM complaint WHERE (id = ? OR review_of_id = ?) AND id <> ?',
    [id, id, review],
  )
  const ids = cases.map((each) => each.id)
  const letters = await session
    .select(letterEntity, 'row')
    .where(`row.state = 'issued' AND row.kind IN (:...kinds) AND row.complaintId IN (:...ids)`, {
      ...{ kinds: RESULTS, ids },
    })
    .orderBy('row.issuedAt')
    .addOrderBy('row.id')
    .getMany()
  return letters.flatMap(({ complaintId, number, issuedOn, ...letter }) => {
    if (number === null || issuedOn === null) return []
    const signed = [letter.submittedBy, letter.approvedBy].flatMap((each) => each ?? [])
    const hands = [...new Set([letter.authorId, ...letter.editorIds, ...signed])]
    return [{ complaintId, number, issuedOn, hands }]
  })
}
