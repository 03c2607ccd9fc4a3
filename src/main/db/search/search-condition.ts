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

/**
 * SQLite decides by itself to fetch every case that matches and to sort them, which takes long when most do.
 * So a few matches are fetched, and of many each case is asked, in the order of the list, until a page is full.
 */
async function sqliteConditions(
  session: Session,
  { words, phrases, excluded }: SearchQuery,
): Promise<readonly Condition[]> {
  const wanted = [
    ...words.map(({ token, prefix }) => (prefix ? `"${token}" *` : `"${token}"`)),
    ...phrases.map((phrase) => `"${phrase.join(' ')}"`),
  ].join(' AND ')
  const begun = words.some(({ prefix }) => prefix)
  const unwanted = excluded.map((phrase) => `"${phrase}"`).join(' OR ')
  return [
    ...(wanted === '' ? [] : [await wantedCondition(session, wanted, begun)]),
    ...(unwanted === '' ? [] : [{ sql: `NOT ${PROBE}`, values: [unwanted] }]),
  ]
}

/** A word only begun is looked up anew for every case asked, which costs more than fetching them all. */
async function wantedCondition(
  session: Session,
  wanted: string,
  begun: boolean,
): Promise<Condition> {
  if (begun) return { sql: FETCH, values: [wanted] }
  const [found] = await session.rows<{ matches: number }>(
    `SELECT count(*) AS matches FROM
       (SELECT 1 FROM complaint_search_text WHERE complaint_search_text MATCH ? LIMIT ?)`,
    [wanted, FEW + 1],
  )
  const few = (found?.matches ?? 0) <= FEW
  return { sql: few ? FETCH : PROBE, values: [wanted] }
}

/** So many cases are fetched and sorted in a few milliseconds. */
const FEW = 2_000

const FETCH = `c.id IN (SELECT complaint_id FROM complaint_search WHERE number IN
  (SELECT rowid FROM complaint_search_text WHERE complaint_search_text MATCH ?))`

const PROBE = `EXISTS (SELECT 1 FROM complaint_search s
  JOIN complaint_search_text t ON t.rowid = s.number
  WHERE s.complaint_id = c.id AND t.complaint_search_text MATCH ?)`

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
