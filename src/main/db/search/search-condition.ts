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
  query: SearchQuery,
): Promise<readonly Condition[]> {
  const unwanted = query.excluded.map((phrase) => `"${phrase}"`).join(' OR ')
  const wanted = query.words.length + query.phrases.length > 0
  return [
    ...(wanted ? [await wantedCondition(session, query)] : []),
    ...(unwanted === '' ? [] : [{ sql: `NOT ${PROBE}`, values: [unwanted] }]),
  ]
}

/**
 * SQLite decides by itself to fetch every case that matches and to sort them, which takes long when most do. So a
 * few matches are fetched; of many, the list is walked in its order until a page is full, asking of each case
 * whether it matches. That is asked of the words themselves; but of a word only begun the search would put all its
 * endings together for every case, so those are asked for by name, or all matches are noted down once.
 */
async function wantedCondition(session: Session, query: SearchQuery): Promise<Condition> {
  const match = matchOf(query)
  const many = await manyOf(session)
  const [found] = await session.rows<{ matches: number }>(
    `SELECT count(*) AS matches FROM
       (SELECT 1 FROM complaint_search_text WHERE complaint_search_text MATCH ? LIMIT ?)`,
    [match, many + 1],
  )
  const matches = found?.matches ?? 0
  if (matches <= FEW) return { sql: FETCH, values: [match] }
  const whole = matches > many ? await wholeWords(session, query) : null
  return whole === null ? { sql: NOTED, values: [match] } : { sql: PROBE, values: [whole] }
}

function matchOf({ words, phrases }: SearchQuery): string {
  return [
    ...words.map(({ token, prefix }) => (prefix ? `"${token}" *` : `"${token}"`)),
    ...phrases.map((phrase) => `"${phrase.join(' ')}"`),
  ].join(' AND ')
}

/** From how many matches on a page is soon full: one case in twenty. */
async function manyOf(session: Session): Promise<number> {
  const [last] = await session.rows<{ number: number | null }>(
    'SELECT max(number) AS number FROM complaint_search',
  )
  return Math.max(FEW, Math.ceil((last?.number ?? 0) / 20))
}

/** The same question with every word begun spelt out in all its endings; null where there are too many. */
async function wholeWords(session: Session, query: SearchQuery): Promise<string | null> {
  const asked: string[] = []
  for (const { token, prefix } of query.words) {
    const endings = prefix ? await endingsOf(session, token) : [token]
    if (endings.length > MOST_ENDINGS) return null
    asked.push(`(${endings.map((ending) => `"${ending}"`).join(' OR ')})`)
  }
  return [...asked, ...query.phrases.map((phrase) => `"${phrase.join(' ')}"`)].join(' AND ')
}

async function endingsOf(session: Session, begun: string): Promise<readonly string[]> {
  const rows = await session.rows<{ term: string }>(
    'SELECT term FROM complaint_search_word WHERE term >= ? AND term < ? LIMIT ?',
    [begun, `${begun}\u{10ffff}`, MOST_ENDINGS + 1],
  )
  return rows.map(({ term }) => term)
}

/** So many cases are fetched and sorted in a few milliseconds. */
const FEW = 2_000

/** Asking a case for more words than this takes as long as noting down all that match. */
const MOST_ENDINGS = 8

const MATCHING = 'SELECT rowid FROM complaint_search_text WHERE complaint_search_text MATCH ?'

const FETCH = `c.id IN (SELECT complaint_id FROM complaint_search WHERE number IN (${MATCHING}))`

const NOTED = `EXISTS (SELECT 1 FROM complaint_search s
  WHERE s.complaint_id = c.id AND s.number IN (${MATCHING}))`

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
