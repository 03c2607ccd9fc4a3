import type { SearchTexts } from '#core/complaints/model.ts'
import { searchableText, searchTokens } from '#core/kernel/text.ts'
import { sha256Of } from '../../common/sha256.ts'
import type { DbSession } from '../db-session.ts'

/** Stands between two texts, so that no phrase reaches from one into the next. Never part of a word. */
const TEXT_END = '¶'

/** PostgreSQL refuses a search copy of more than 1 MB; half of that is still a thick book. In bytes. */
const COPY_LIMIT = 500_000

/**
 * Stands before each word of what is asked for alone (names) or not by everybody (persons, notes of firms). As no word typed
 * has the sign in it, nobody finds such a word by typing, nor all of them by its beginning.
 */
const MARKS = {
  names: `${TEXT_END}n`,
  persons: `${TEXT_END}p`,
  notes: `${TEXT_END}f`,
  coveredNotes: `${TEXT_END}g`,
} as const

/**
 * The first word of every copy as they are made now: persons apart, and what is written in more than one way in each of
 * them (`searchableText`). Those of before are renewed
 * when the board is opened (`renew-search-copies.ts`), and until then nobody finds them who is not shown whose case it is.
 */
export const LAYOUT = `${TEXT_END}v6`

/** A word as that part of the copy has it. */
export function markedWord(kind: keyof typeof MARKS, token: string): string {
  return `${MARKS[kind]}${token}`
}

/** The folded words of everything in order, cut at the limit, the same for both engines. */
export function searchCopyOf({
  names,
  persons,
  texts,
  notes,
  coveredNotes,
}: SearchTexts): readonly string[] {
  const all = [
    ...names.map((name) => wordsOf(name).map((token) => markedWord('names', token))),
    ...persons.map((text) => wordsOf(text).map((token) => markedWord('persons', token))),
    ...texts.map(wordsOf),
    ...notes.map((note) => wordsOf(note).map((token) => markedWord('notes', token))),
    ...coveredNotes.map((note) => wordsOf(note).map((token) => markedWord('coveredNotes', token))),
  ]
  const words: string[] = [LAYOUT]
  let size = Buffer.byteLength(LAYOUT)
  for (const text of all) {
    for (const word of [...text, TEXT_END]) {
      size += Buffer.byteLength(word) + 1
      if (size > COPY_LIMIT) return words
      words.push(word)
    }
  }
  return words
}

function wordsOf(text: string): readonly string[] {
  return searchTokens(searchableText(text))
}

/** Replaces what a case can be found by, where its words are others than those on record. */
export async function writeSearchCopy(
  session: DbSession,
  complaintId: string,
  texts: SearchTexts,
): Promise<void> {
  const words = searchCopyOf(texts)
  if (session.engine === 'postgres') {
    await session.run(
      `INSERT INTO complaint_search (complaint_id, words, lexemes)
       VALUES (?, ?, array_to_tsvector(?::text[]))
       ON CONFLICT (complaint_id) DO UPDATE SET words = excluded.words, lexemes = excluded.lexemes
       WHERE complaint_search.words <> excluded.words`,
      [
        complaintId,
        ` ${words.join(' ')} `,
        [...new Set(words)].filter((word) => word !== TEXT_END),
      ],
    )
    return
  }
  const copy = words.join(' ')
  const hash = sha256Of(copy)
  const [known] = await session.rows<{ wordsHash: string }>(
    'SELECT words_hash AS "wordsHash" FROM complaint_search WHERE complaint_id = ?',
    [complaintId],
  )
  if (known?.wordsHash === hash) return
  const [place] = await session.returning<{ number: number }>(
    `INSERT INTO complaint_search (complaint_id, words_hash) VALUES (?, ?)
     ON CONFLICT (complaint_id) DO UPDATE SET words_hash = excluded.words_hash RETURNING number`,
    [complaintId, hash],
  )
  await session.run('INSERT OR REPLACE INTO complaint_search_text (rowid, words) VALUES (?, ?)', [
    place?.number,
    copy,
  ])
}
