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
 * What the search box and the field for a name ask, as conditions on the cases; words of firms' notes and of persons count
 * only for those who may read them, those of persons perhaps only in the cases they handle. The words
 * come from `parseSearchQuery`, so they are letters and digits only and cannot be read as an operator by either
 * engine; they are values all the same. A question of signs alone finds nothing; an empty one asks nothing.
 */
export async function searchConditions(
  session: DbSession,
  { filter: { search, name }, readsNotes, readsPersons }: ListQuestion,
): Promise<readonly Condition[]> {
  if (search === undefined && name === undefined) return []
  const asked = (persons: boolean): Promise<readonly Condition[]> =>
    search === undefined
      ? Promise.resolve([])
      : textConditions(session, search, { notes: readsNotes, persons })
  const named =
    name === undefined
      ? []
      : await conditionsOf(session, name, [(token) => markedWord('names', token)])
  switch (readsPersons) {
    case 'all':
      return [...(await asked(true)), ...named]
    case 'handled': {
      const own = allOf([handledBy(session), ...(await asked(true)), ...named])
      return named.length > 0 ? [own] : [anyOf([allOf(await asked(false)), own])]
    }
    case 'none':
      return named.length > 0 ? [NOTHING] : asked(false)
  }
}

const NOTHING: Condition = { sql: '1 = 0', values: [] }

function handledBy({ sight: { personId } }: DbSession): Condition {
  return { sql: '(c.assignee_id = ? OR c.recorded_by = ?)', values: [personId, personId] }
}

function allOf(conditions: readonly Condition[]): Condition {
  return joined(conditions, ' AND ', '1 = 1')
}

function anyOf(conditions: readonly Condition[]): Condition {
  return joined(conditions, ' OR ', '1 = 0')
}

function joined(conditions: readonly Condition[], by: string, none: string): Condition {
  return {
    sql: conditions.length === 0 ? none : `(${conditions.map(({ sql }) => sql).join(by)})`,
    values: conditions.flatMap(({ values }) => values),
  }
}

/** Without persons a copy that does not keep them apart yet is not asked at all. */
function textConditions(
  session: DbSession,
  question: string,
  reads: Readonly<{ notes: boolean; persons: boolean }>,
): Promise<readonly Condition[]> {
  const notes = reads.persons ? 'notes' : 'coveredNotes'
  const spellings = [
    (token: string): string => token,
    ...(reads.persons ? [(token: string): string => markedWord('persons', token)] : []),
    ...(reads.notes ? [(token: string): string => markedWord(notes, token)] : []),
  ]
  return conditionsOf(session, question, spellings, reads.persons ? null : LAYOUT)
}

/** `spellings`: how each word may stand in the copy; `always`: a word it must have besides. */
async function conditionsOf(
  session: DbSession,
  question: string,
  spellings: readonly ((token: string) => string)[],
  always: string | null = null,
): Promise<readonly Condition[]> {
  const { words, phrases, excluded } = parseSearchQuery(question)
  if (words.length + phrases.length + excluded.length === 0) {
    return question.trim() === '' ? [] : [NOTHING]
  }
  const phrased = (tokens: readonly string[]): Alternatives =>
    spellings.map((spelt) => tokens.slice(0, MAX_TERMS).map(spelt).join(' '))
  const query: Question = {
    words: [
      ...(always !== null ? [{ spelt: [always], prefix: false }] : []),
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
  const eitherOf = (alternatives: Alternatives, end = ''): string =>
    alternatives.map((words) => `"${words}"${end}`).join(' OR ')
  const wanted = [
    ...words.map(({ spelt, prefix }) => `(${eitherOf(spelt, prefix ? ' *' : '')})`),
    ...phrases.map((phrase) => `(${eitherOf(phrase)})`),
  ].join(' AND ')
  const unwanted = excluded.map((phrase) => eitherOf(phrase)).join(' OR ')
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
