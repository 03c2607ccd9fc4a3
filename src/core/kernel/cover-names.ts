import { fold } from './text.ts'

/** In place of what a reader is not shown. */
export const COVERED = '***'

const WORD = /[\p{L}\p{N}\p{M}]+/gu

/** What stands between two words of one name, in a sentence or the name of a file. */
const GAP = /^[\s.,_-]{1,3}$/u

/** Forms of address, after which the given name alone tells who is meant. */
const ADDRESSES: ReadonlySet<string> = new Set(
  'ông bà anh chị em cô chú bác cậu bạn cháu mr mrs ms miss'.split(' '),
)

/** Words that begin with a capital, one after another: the names in what somebody wrote of another person. */
const CAPITALISED = /\p{Lu}[\p{L}\p{M}]*(?:\s+\p{Lu}[\p{L}\p{M}]*)+/gu

/** The names in a text of a few words, such as "mẹ của cháu Trần Gia Bảo"; the whole text where it has none. */
export function namesIn(text: string): readonly string[] {
  const found = text.match(CAPITALISED) ?? []
  return found.length > 0 ? found : [text]
}

/**
 * Covers names in a text: a whole name, and its last two words, in any case, with or without diacritics, also written
 * together (`tranngoclan`); a name of one word and the given name after a form of address only as they are spelt, because
 * `lần` is no name. What somebody paraphrased nobody can know. Covering twice changes nothing more.
 */
export function coverNames(text: string, names: readonly string[]): string {
  const words = [...text.matchAll(WORD)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    exact: match[0].normalize('NFC').toLowerCase(),
    folded: fold(match[0]),
  }))
  const wanted = names.flatMap(formsOf)
  let covered = ''
  let written = 0
  for (let at = 0; at < words.length;) {
    const length = Math.max(0, ...wanted.map((form) => matchAt(text, words, at, form)))
    const [first, last] = [words[at], words[at + length - 1]]
    if (length > 0 && first !== undefined && last !== undefined) {
      covered += text.slice(written, first.from) + COVERED
      written = last.to
    }
    at += Math.max(length, 1)
  }
  return covered + text.slice(written)
}

type Word = Readonly<{ from: number; to: number; exact: string; folded: string }>

/** How a name may stand in a text: its words, however spelt or exactly so, and whether only after a form of address. */
type Form = Readonly<{ words: readonly string[]; exactly: boolean; addressed: boolean }>

function formsOf(name: string): readonly Form[] {
  const exact = (name.normalize('NFC').toLowerCase().match(WORD) ?? []).map((word) => word)
  const folded = exact.map(fold)
  const given = exact.slice(-1)
  const called: Form = { words: given, exactly: true, addressed: true }
  if (exact.length < 2) return exact.length === 0 ? [] : [{ ...called, addressed: false }]
  const loose = { exactly: false, addressed: false }
  return [
    { words: folded, ...loose },
    { words: [folded.join('')], ...loose },
    ...(folded.length > 2 ? [{ words: folded.slice(-2), ...loose }] : []),
    called,
  ]
}

/** How many words from this one on are such a name. */
function matchAt(text: string, words: readonly Word[], at: number, form: Form): number {
  const before = words[at - 1]
  if (form.addressed && (before === undefined || !ADDRESSES.has(before.exact))) return 0
  const all = form.words.every((wanted, offset) => {
    const word = words[at + offset]
    if (word === undefined || (form.exactly ? word.exact : word.folded) !== wanted) return false
    const last = offset === 0 ? undefined : words[at + offset - 1]
    return last === undefined || GAP.test(text.slice(last.to, word.from))
  })
  return all ? form.words.length : 0
}
