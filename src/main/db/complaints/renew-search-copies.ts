import { searchTexts } from '#core/case/search-texts.ts'
import type { DbSession } from '../db-session.ts'
import { caseRepository } from '../case/repository.ts'
import { LAYOUT, writeSearchCopy } from './search-copy.ts'

/** So many are renewed while everybody waits: a tenth of a second. */
const AT_A_TIME = 30

/** Some cases whose search copy is of before persons were kept apart. */
export async function staleCopies(session: DbSession): Promise<readonly string[]> {
  const rows = await session.rows<{ id: string }>(
    session.engine === 'sqlite'
      ? `SELECT complaint_id AS id FROM complaint_search WHERE number NOT IN
           (SELECT rowid FROM complaint_search_text WHERE complaint_search_text MATCH ?) LIMIT ${String(AT_A_TIME)}`
      : `SELECT complaint_id AS id FROM complaint_search
         WHERE NOT lexemes @@ CAST(? AS tsquery) LIMIT ${String(AT_A_TIME)}`,
    [session.engine === 'sqlite' ? `"${LAYOUT}"` : `'${LAYOUT}'`],
  )
  return rows.map(({ id }) => id)
}

/** Writes the search copies of these cases as they are made now. */
export async function renewCopies(session: DbSession, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const file = await caseRepository(session).find(id)
    if (file !== null) await writeSearchCopy(session, id, searchTexts(file))
  }
}
