import { parseSearchQuery, type SearchQuery } from '#core/kernel/text.ts'
import type { Engine } from '../engine.ts'

/** A piece of a WHERE clause over `complaint c`, with its values. */
export type Condition = Readonly<{ sql: string; values: readonly unknown[] }>

/** Words of one question that are looked at; nobody narrows a search with the 33rd. */
const MOST_TERMS = 32

/**
 * What the search box asks, as conditions on the cases. The words come from `parseSearchQuery`, so they
 * are letters and digits only and cannot be read as an operator by either engine; they are values all
 * the same. A question without a word asks nothing.
 */
export function searchCondition(engine: Engine, question: string): readonly Condition[] {
  const { words, phrases, excluded } = parseSearchQuery(question)
  const query: SearchQuery = {
    words: words.slice(0, MOST_TERMS),
    phrases: phrases.slice(0, MOST_TERMS).map((phrase) => phrase.slice(0, MOST_TERMS)),
    excluded: excluded
      .slice(0, MOST_TERMS)
      .map((phrase) => phrase.split(' ').slice(0, MOST_TERMS).join(' ')),
  }
  return engine === 'sqlite' ? sqliteConditions(query) : postgresConditions(query)
}

function sqliteConditions({ words, phrases, excluded }: SearchQuery): readonly Condition[] {
  const wanted = [
    ...words.map(({ token, prefix }) => (prefix ? `"${token}" *` : `"${token}"`)),
    ...phrases.map((phrase) => `"${phrase.join(' ')}"`),
  ].join(' AND ')
  const unwanted = excluded.map((phrase) => `"${phrase}"`).join(' OR ')
  const matching = `SELECT complaint_id FROM complaint_search WHERE number IN
    (SELECT rowid FROM complaint_search_text WHERE complaint_search_text MATCH ?)`
  return [
    ...(wanted === '' ? [] : [{ sql: `c.id IN (${matching})`, values: [wanted] }]),
    ...(unwanted === '' ? [] : [{ sql: `c.id NOT IN (${matching})`, values: [unwanted] }]),
  ]
}

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
