import type { LikelyDuplicate, Stage } from '#core/complaints/model.ts'
import { fold } from '#core/kernel/text.ts'
import type { ComplaintRepository } from '#core/ports/repositories.ts'
import { andOpen } from '../conflicts/open-cases.ts'
import { places } from '../rows.ts'
import type { DbSession } from '../db-session.ts'

type Keys = Parameters<ComplaintRepository['likelyDuplicates']>[0]
type Match = LikelyDuplicate['matches'][number]

/** As many as a clerk can look at while somebody waits on the telephone. */
const MAX_SHOWN = 20

type Hit = Readonly<{
  id: string
  code: string
  subject: string
  complainantName: string
  receivedOn: string
  stage: Stage
  match: Match
}>

/** Open complaints of the same telephone number, e-mail address or member account, newest first. */
export async function likelyDuplicates(
  session: DbSession,
  { phones, email, memberAccount }: Keys,
): Promise<readonly LikelyDuplicate[]> {
  const emailKey = foldKey(email)
  const accountKey = foldKey(memberAccount)
  const searches: readonly Readonly<{ sql: string; values: readonly unknown[] }>[] = [
    {
      sql: `SELECT complaint_id AS id, 'phone' AS match FROM complaint_phone
            WHERE e164 IN (${places(phones)})`,
      values: phones,
    },
    {
      sql: `SELECT id, 'email' AS match FROM complaint WHERE email_folded = ?`,
      values: emailKey === null ? [] : [emailKey],
    },
    {
      sql: `SELECT id, 'member-account' AS match FROM complaint WHERE member_account_folded = ?`,
      values: accountKey === null ? [] : [accountKey],
    },
  ]
  const asked = searches.filter(({ values }) => values.length > 0)
  if (asked.length === 0) return []
  const open = andOpen(session, 'c.id')
  const hits = await session.rows<Hit>(
    `SELECT c.id, c.code, c.subject, c.complainant_name AS "complainantName",
       c.received_on AS "receivedOn", c.stage, hit.match
     FROM (${asked.map(({ sql }) => sql).join(' UNION ')}) hit
     JOIN complaint c ON c.id = hit.id AND c.status = 'open'${open.sql}
     ORDER BY c.received_at DESC, c.id
     LIMIT ${MAX_SHOWN * asked.length}`,
    [...asked.flatMap(({ values }) => values), ...open.values],
  )
  return [...groupHits(hits).values()].slice(0, MAX_SHOWN)
}

function groupHits(hits: readonly Hit[]): ReadonlyMap<string, LikelyDuplicate> {
  const found = new Map<string, LikelyDuplicate>()
  for (const { match, ...complaint } of hits) {
    const matches = found.get(complaint.id)?.matches ?? []
    found.set(complaint.id, { ...complaint, matches: inOrder([...matches, match]) })
  }
  return found
}

const MATCH_ORDER: readonly Match[] = ['phone', 'email', 'member-account']

function inOrder(matches: readonly Match[]): readonly Match[] {
  return MATCH_ORDER.filter((match) => matches.includes(match))
}

/** How two spellings of an address or account are compared; nothing folds to null. */
export function foldKey(text: string | null): string | null {
  const folded = text === null ? '' : fold(text)
  return folded === '' ? null : folded
}
