import { parseSearchQuery, type SearchQuery } from '#core/kernel/text.ts'
import type { Session } from '../session.ts'

/** A piece of a WHERE clause over `complaint c`, with its values. */
export type Condition = Readonly<{ sql: string; values: readonly unknown[] }>

/** Words of one question that are looked at; nobody narrows a search with the 33rd. */
const MOST_TERMS = 32

/**
 * What the search box asks, as conditions on the cases. The words come from `parseSearchQuery`, so they
 * are letters and digits only and cannot be read as an operator by either engine; they are values all
 * the same. A question without a word asks nothing.
 */
export async function searchCondition(
  session: Session,
  question: string,
): Promise<readonly Condition[]> {
  const { words, phrases, excluded } = parseSearchQuery(question)
  const query: SearchQuery = {
    words: words.slice(0, MOST_TERMS),
    phrases: phrases.slice(0, MOST_TERMS).map((phrase) => phrase.slice(0, MOST_TERMS)),
    excluded: excluded
      .slice(0, MOST_TERMS)
      .map((phrase) => phrase.split(' ').slice(0, MOST_TERMS).join(' ')),
  }
  return session.engine === 'sqlite' ? sqliteConditions(session, query) : postgresConditions(query)
}

async function sqliteConditions(
  session: Session,
  { words, phrases, excluded }: SearchQuery,
): Promise<readonly Condition[]> {
  const wanted = [
    ...words.map(({ token, prefix }) => (prefix ? `"${token}" *` : `"${token}"`)),
    ...phrases.map((phrase) => `"${phrase.join(' ')}"`),
  ].join(' AND ')
  const unwanted = excluded.map((phrase) => `"${phrase}"`).join(' OR ')
  return [
    ...(wanted === '' ? [] : [await wantedCondition(session, wanted)]),
    ...(unwanted === '' ? [] : [{ sql: `NOT ${NOTED}`, values: [unwanted] }]),
  ]
}

/**
 * A few matches are fetched and sorted. Of many, the numbers are noted down once, and the list is walked in its
 * order until a page is full: fetching them all took forty times as long at 100,000 cases.
 */
async function wantedCondition(session: Session, wanted: string): Promise<Condition> {
  const [found] = await session.rows<{ matches: number }>(
    `SELECT count(*) AS matches FROM (${MATCHING} LIMIT ${String(FEW + 1)})`,
    [wanted],
  )
  const few = (found?.matches ?? 0) <= FEW
  return { sql: few ? FETCHED : NOTED, values: [wanted] }
}

/** So many cases are fetched and sorted in a few milliseconds. */
const FEW = 2_000

const MATCHING = 'SELECT rowid FROM complaint_search_text WHERE complaint_search_text MATCH ?'

const FETCHED = `c.id IN (SELECT complaint_id FROM complaint_search WHERE number IN (${MATCHING}))`

/** The plus keeps SQLite from looking every number of the list up for each case, instead of the case's in the list. */
const NOTED = `EXISTS (SELECT 1 FROM complaint_search s
  WHERE s.complaint_id = c.id AND +s.number IN (${MATCHING}))`

function postgresConditions({ words, phrases, excluded }: SearchQuery): readonly Condition[] {
  const wanted = [
    ...words.map(({ token, prefix }) => (prefix ? `'${token}':*` : `'${token}'`)),
    ...phrases.flat().map((token) => `'${token}'`),
  ].join(' & ')
  const matching = 'SELECT complaint_id FROM complaint_search WHERE'
  const inOrder = phrases.filter((phrase) => phrase.length > 1).map((phrase) => phrase.join(' '))
  const wantedSql = ['lexemes @@ CAST(? AS tsquery)', ...inOrder.map(() => 'words LIKE ?')]
  return [
    ...(wanted === ''
      ? []
      : [
          {
            sql: `c.id IN (${matching} ${wantedSql.join(' AND ')})`,
            values: [wanted, ...inOrder.map(asWhole)],
          },
        ]),
    ...excluded.map((phrase) => ({
      sql: `c.id NOT IN (${matching} lexemes @@ CAST(? AS tsquery) AND words LIKE ?)`,
      values: [
        phrase
          .split(' ')
          .map((token) => `'${token}'`)
          .join(' & '),
        asWhole(phrase),
      ],
    })),
  ]
}

/** Between spaces, as the words of the copy are, so that only whole words match. */
function asWhole(phrase: string): string {
  return `% ${phrase} %`
}
