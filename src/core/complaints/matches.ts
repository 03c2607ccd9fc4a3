import { fold, parseSearchQuery } from '../kernel/text.ts'
import { isAbsent } from '../people/fields.ts'
import type { Role } from '../people/permissions.ts'
import type { Cover } from './cover.ts'

/** Where in a case a text stands, in the order in which a match there tells people most. */
export const MATCH_SOURCES = [
  'subject',
  'name',
  'contact',
  'narrative',
  'authority',
  'finding',
  'remedy',
  'log',
  'note',
  'letter',
  'file',
] as const
export type MatchSource = (typeof MATCH_SOURCES)[number]

export type CaseText = Readonly<{ complaintId: string; source: MatchSource; text: string }>

/** A found word in its sentence, as it is written there. */
export type Match = Readonly<{
  complaintId: string
  source: MatchSource
  before: string
  word: string
  after: string
}>

/** The places of a case somebody may be told a match from: no notes of firms, or no names, contacts and letters. */
export function readableSources(covers: Cover['covers'], role: Role): readonly MatchSource[] {
  return MATCH_SOURCES.filter((source) => {
    switch (source) {
      case 'name':
        return !covers('identity')
      case 'contact':
        return !covers('contact')
      case 'note':
        return !isAbsent(role, 'firmNote')
      case 'letter':
        return !covers('letter')
      default:
        return true
    }
  })
}

/** Characters shown before and after the found word. */
const BEFORE = 40
const AFTER = 90

const WORD = /[\p{L}\p{N}\p{M}]+/gu

/**
 * For each case the place that answers a search best: where most of its words stand together, and of equal places
 * the one that tells most. Words are compared as the search does, without case, diacritics and đ. A case found by
 * something none of its texts say (a telephone number in another spelling) has no match.
 */
export function bestMatches(search: string, texts: readonly CaseText[]): readonly Match[] {
  const { words, phrases } = parseSearchQuery(search)
  const wanted = [...words, ...phrases.flat().map((token) => ({ token, prefix: false }))]
  const best = new Map<string, Readonly<{ match: Match; score: number }>>()
  for (const text of texts) {
    const found = findIn(text, wanted)
    if (found === null) continue
    const known = best.get(text.complaintId)
    if (known === undefined || found.score > known.score) best.set(text.complaintId, found)
  }
  return [...best.values()].map(({ match }) => match)
}

function findIn(
  { complaintId, source, text }: CaseText,
  wanted: readonly Readonly<{ token: string; prefix: boolean }>[],
): Readonly<{ match: Match; score: number }> | null {
  const hits = [...text.matchAll(WORD)].flatMap((word) => {
    const folded = fold(word[0])
    const which = wanted.findIndex(({ token, prefix }) =>
      prefix ? folded.startsWith(token) : folded === token,
    )
    return which < 0 ? [] : [{ word: word[0], at: word.index, which }]
  })
  const [first] = hits
  if (first === undefined) return null
  const distinct = new Set(hits.map(({ which }) => which)).size
  const end = first.at + first.word.length
  const match: Match = {
    complaintId,
    source,
    before: wordsBefore(text.slice(0, first.at)),
    word: first.word,
    after: wordsAfter(text.slice(end)),
  }
  return { match, score: distinct * MATCH_SOURCES.length - MATCH_SOURCES.indexOf(source) }
}

/** Cut between words: half a word reads as another one. */
function wordsBefore(text: string): string {
  const line = oneLine(text)
  if (line.length <= BEFORE) return line
  return `…${line.slice(-BEFORE).replace(/^\S+(?=\s)/u, '')}`
}

function wordsAfter(text: string): string {
  const line = oneLine(text)
  if (line.length <= AFTER) return line
  return `${line.slice(0, AFTER).replace(/(?<=\s)\S+$/u, '')}…`
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ')
}
