import { parseSearchQuery } from '#core/kernel/text.ts'
import type { ListQuestion } from '#core/complaints/model.ts'
import type { Condition } from '../rows.ts'
import type { DbSession } from '../db-session.ts'
import { LAYOUT, markedWord } from './search-copy.ts'

/** Words of one question that are looked at; nobody narrows a search with the 33rd. */
const MAX_TERMS = 32

/** Pieces of a question that may each be said in several ways, any of which will do. */
type Alternatives = readonly string[]

/**
 * What the search box asks, as conditions on the cases; words of firms' notes and of contacts count only for those who
 * may read them, and without contacts a copy that does not keep them apart yet is not asked at all. The words
 * come from `parseSearchQuery`, so they are letters and digits only and cannot be read as an operator by either
 * engine; they are values all the same. A question without a word asks nothing.
 */
export function searchCondition(
  session: DbSession,
  question: string,
  { readsNotes, readsContacts }: Pick<ListQuestion, 'readsNotes' | 'readsContacts'>,
): Promise<readonly Condition[]> {
  const spellings = [
    (token: string): string => token,
    ...(readsContacts ? [(token: string): string => markedWord('contacts', token)] : []),
    ...(readsNotes ? [(token: string): string => markedWord('notes', token)] : []),
  ]
  return conditionsOf(session, question, spellings, readsContacts ? null : LAYOUT)
}

/** The same of the name of whose case it is. */
export function nameCondition(session: DbSession, name: string): Promise<readonly Condition[]> {
  return conditionsOf(session, name, [(token) => markedWord('names', token)])
}

/** `spellings`: how each word may stand in the copy; `always`: a word it must have besides. */
async function conditionsOf(
  session: DbSession,
  question: string,
  spellings: readonly ((token: string) => string)[],
  always: string | null = null,
): Promise<readonly Condition[]> {
  const { words, phrases, excluded } = parseSearchQuery(question)
  const phrased = (tokens: readonly string[]): Alternatives =>
    spellings.map((spelt) => tokens.slice(0, MAX_TERMS).map(spelt).join(' '))
  const asked = words.length + phrases.length + excluded.length > 0
  const query: Question = {
    words: [
      ...(always !== null && asked ? [{ spelt: [always], prefix: false }] : []),
      ...words.slice(0, MAX_TERMS).map(({ token, prefix }) => ({
        spelt: spellings.map((spell) => spell(token)),
        prefix,
      })),
    ],
    phrases: phrases.slice(0, MAX_TERMS).map(phrased),
    excluded: excluded.slice(0, MAX_TERMS).map((phrase) => phrased(phrase.split(' '))),
  }
  return session.engine === 'sqlite' ? sqliteConditions(session, query) : postgresConditions(query)
}

type Question = Readonly<{
  words: readonly Readonly<{ spelt: Alternatives; prefix: boolean }>[]
  phrases: readonly Alternatives[]
  excluded: readonly Alternatives[]
}>

async function sqliteConditions(
  session: DbSession,
  { words, phrases, excluded }: Question,
): Promise<readonly Condition[]> {
  const anyOf = (alternatives: Alternatives, end = ''): string =>
    alternatives.map((words) => `"${words}"${end}`).join(' OR ')
  const wanted = [
    ...words.map(({ spelt, prefix }) => `(${anyOf(spelt, prefix ? ' *' : '')})`),
    ...phrases.map((phrase) => `(${anyOf(phrase)})`),
  ].join(' AND ')
  const unwanted = excluded.map((phrase) => anyOf(phrase)).join(' OR ')
  return [
    ...(wanted === '' ? [] : [await wantedCondition(session, wanted)]),
    ...(unwanted === '' ? [] : [{ sql: `NOT ${NOTED}`, values: [unwanted] }]),
  ]
}

/**
 * A few matches are fetched and sorted. Of many, the numbers are noted down once, and the list is walked in its
 * order until a page is full: fetching them all took forty times as long at 100,000 cases.
 */
async function wantedCondition(session: DbSession, wanted: string): Promise<Condition> {
  const [found] = await session.rows<{ matches: number }>(
    `SELECT count(*) AS matches FROM (${MATCHING} LIMIT ${String(MAX_SCANNED_MATCHES + 1)})`,
    [wanted],
  )
  const few = (found?.matches ?? 0) <= MAX_SCANNED_MATCHES
  return { sql: few ? FETCHED : NOTED, values: [wanted] }
}

/** So many cases are fetched and sorted in a few milliseconds. */
const MAX_SCANNED_MATCHES = 2_000

const MATCHING = 'SELECT rowid FROM complaint_search_text WHERE complaint_search_text MATCH ?'

const FETCHED = `c.id IN (SELECT complaint_id FROM complaint_search WHERE number IN (${MATCHING}))`

/** The plus keeps SQLite from looking every number of the list up for each case, instead of the case's in the list. */
const NOTED = `EXISTS (SELECT 1 FROM complaint_search s
  WHERE s.complaint_id = c.id AND +s.number IN (${MATCHING}))`

function postgresConditions({ words, phrases, excluded }: Question): readonly Condition[] {
  const matching = 'SELECT complaint_id FROM complaint_search WHERE'
  const wanted = words
    .map(({ spelt, prefix }) => spelt.map((word) => `'${word}'${prefix ? ':*' : ''}`).join(' | '))
    .map((alternatives) => `(${alternatives})`)
    .join(' & ')
  return [
    ...(wanted === ''
      ? []
      : [{ sql: `c.id IN (${matching} lexemes @@ CAST(? AS tsquery))`, values: [wanted] }]),
    ...phrases.map((phrase) => {
      const { sql, values } = inOrder(phrase)
      return { sql: `c.id IN (${matching} ${sql})`, values }
    }),
    ...excluded.map((phrase) => {
      const { sql, values } = inOrder(phrase)
      return { sql: `c.id NOT IN (${matching} ${sql})`, values }
    }),
  ]
}

/** Any of some phrases, word for word: the index finds the words, the copy their order. */
function inOrder(phrases: Alternatives): Condition {
  const words = phrases.map((phrase) =>
    phrase
      .split(' ')
      .map((word) => `'${word}'`)
      .join(' & '),
  )
  const said = phrases.map(() => 'words LIKE ?').join(' OR ')
  return {
    sql: `lexemes @@ CAST(? AS tsquery) AND (${said})`,
    values: [words.map((each) => `(${each})`).join(' | '), ...phrases.map(asWhole)],
  }
}

/** Between spaces, as the words of the copy are, so that only whole words match. */
function asWhole(phrase: string): string {
  return `% ${phrase} %`
}
