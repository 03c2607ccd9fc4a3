import { BETWEEN_DIGITS } from './digit-groups.ts'

/** The longest token kept for searching; what comes after cannot help to find anything. */
const TOKEN_LIMIT = 64

/**
 * Characters that change how a line reads without being seen: bidirectional marks, overrides and isolates,
 * the byte order mark, zero-width space, word joiner, soft hyphen. The zero-width joiner stays: emoji need it.
 */
const DECEPTIVE =
  /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/gu
const CONTROL = /\p{Cc}/gu
const CONTROL_EXCEPT_LAYOUT = /[^\P{Cc}\n\t]/gu
const LINE_BREAK = /\r\n?|[\u0085\u2028\u2029]/gu
const TOKEN = /[\p{L}\p{N}]+/gu
const QUERY_PART =
  /(?<minus>(?<=^|\s)-)?(?:["“”](?<phrase>[^"“”]*)(?:["“”]|$)|(?<word>[^\s"“”]+))/gu

/** Telephone numbers in groups, however they are set apart, each begun by 0 or 84 and none the tail of a code such as KN-2026-0001. */
const GROUPED_PHONES = new RegExp(
  String.raw`(?<![\p{L}\p{N}]|[\p{L}\p{N}][\p{Pd}.−])[+(]{0,2}(?:0|84)(?:[${BETWEEN_DIGITS}]|\d){5,90}\d(?!\p{L})`,
  'gu',
)
/** What stands between two numbers, where together they are too long for one. */
const BETWEEN_NUMBERS = /\s*\/\s*|\s+[.·•∙‧⋅−\p{Pd}]+\s+/u
const PHONE_SHAPE = /^(?:0|84)\d{9,10}$/u
const DAY = /(?<!\d)\d{1,2}([.\-/])\d{1,2}\1\d{4}(?!\d)/gu

/** Whatever is typed or pasted for the apostrophe of H'Lim, K’Rể and Hʼbia. */
const APOSTROPHE = /['`´ʹʻʼʽˈˊ‘’‛′＇ꞌ]/gu
const WITH_APOSTROPHES = /[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu

/** Letters with a stroke, which have no canonical decomposition: đ, what stands for it in old files, and the Ê Đê ƀ. */
const STROKED: Readonly<Record<string, string>> = { đ: 'd', ð: 'd', ɖ: 'd', ƀ: 'b' }

/** Syllables written with i and with y alike, `lý` and `lí`: those in which both are in use. */
const EITHER_I = /^(?<start>h|k|l|m|s|t|qu)(?<end>[iy])$/u

const segmenter = new Intl.Segmenter('vi', { granularity: 'grapheme' })

/** Canonical composition: the one form stored, hashed, searched and printed. macOS file names arrive decomposed. */
export function nfc(text: string): string {
  return text.normalize('NFC')
}

/**
 * One line of text as it is stored: NFC, no control or bidi-override characters, lone surrogates replaced,
 * white space collapsed to single spaces, trimmed. Idempotent.
 */
export function cleanLine(text: string): string {
  const visible = text.toWellFormed().replace(DECEPTIVE, '').replace(LINE_BREAK, ' ')
  return nfc(collapseSpaces(collapseSpaces(visible).replace(CONTROL, '')))
}

/**
 * Several lines as they are stored: NFC, every line break as `\n`, tabs kept, other control and bidi-override
 * characters removed, no white space at the end of a line, no blank lines at either end. Idempotent.
 */
export function cleanText(text: string): string {
  const visible = text
    .toWellFormed()
    .replace(DECEPTIVE, '')
    .replace(LINE_BREAK, '\n')
    .replace(CONTROL_EXCEPT_LAYOUT, '')
  // Line by line: a regular expression for trailing spaces takes quadratic time on a long run of them.
  const lines = visible.split('\n').map((line) => line.trimEnd())
  const first = lines.findIndex((line) => line !== '')
  const last = lines.findLastIndex((line) => line !== '')
  return first < 0 ? '' : nfc(lines.slice(first, last + 1).join('\n'))
}

/** A name as it stands within a sentence: `Số điện thoại` is `số điện thoại` there; an abbreviation keeps its capitals. */
export function lowerFirst(text: string): string {
  const second = text.charAt(1)
  const abbreviation = second !== second.toLocaleLowerCase('vi')
  return abbreviation ? text : text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
}

/** Text as it begins a line. */
export function upperFirst(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}

/**
 * The form in which texts are compared when searching: no diacritics, đ as d, lower case, one apostrophe, single spaces,
 * decorative and full-width letters as plain ones. `ĐỖ THỊ HOÀ`, `Đỗ Thị Hòa` (either tone habit, either normal form), `Ðỗ` with
 * the Icelandic letter and `do thi hoa` are one. Idempotent.
 */
export function fold(text: string): string {
  // Before it is taken apart: the acute accent standing alone becomes a space there.
  const bare = text
    .replace(APOSTROPHE, "'")
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
  const plain = bare
    .toLowerCase()
    .replace(/[đðɖƀ]/gu, (letter) => STROKED[letter] ?? letter)
    // And once more: some come out only of what was taken apart or put in lower case (Ꞌ, ŉ, ″, ｀).
    .replace(APOSTROPHE, "'")
  // The last NFC rejoins scripts such as Hangul.
  return collapseSpaces(plain.normalize('NFC'))
}

/** A text without diacritics, decomposed (NFD): `Đặng` is `Dang`. */
export function withoutMarks(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{M}+/gu, '')
  // đ has no canonical decomposition, so it is replaced by hand.
  return bare.replaceAll('đ', 'd').replaceAll('Đ', 'D')
}

/** The folded words of a text in order: runs of letters and digits, each at most 64 characters. */
export function searchTokens(text: string): string[] {
  return (fold(text).match(TOKEN) ?? []).map((token) =>
    Array.from(token).slice(0, TOKEN_LIMIT).join(''),
  )
}

/**
 * The text a search index stores: folded, and what of it is written in more than one way repeated in the others, so that it is
 * found however it is typed: a telephone number in groups (`0912 345 678`) as one word with and without its country code, a name
 * with an apostrophe (`H'Lim`) without it, `lý` as `lí`.
 */
export function searchableText(text: string): string {
  const folded = fold(text)
  const numbers = [...folded.replace(DAY, '\n').matchAll(GROUPED_PHONES)].flatMap(([run]) =>
    phonesIn(run)
      .flatMap(spellingsOf)
      .filter((spelling) => spelling !== run),
  )
  const joined = (folded.match(WITH_APOSTROPHES) ?? [])
    .filter((name) => name.includes("'"))
    .map((name) => name.replaceAll("'", ''))
  const other = (folded.match(TOKEN) ?? []).flatMap(withOtherI)
  return [folded, ...new Set([...numbers, ...joined, ...other])].join(' ')
}

/** The numbers of a run: one whose groups are set apart in whatever way, or several. */
function phonesIn(run: string): readonly string[] {
  const whole = joinedPhone(run)
  // One slash stands between two numbers, or before an extension.
  const slashes = run.split('/').length - 1
  if (slashes !== 1 && whole !== null && PHONE_SHAPE.test(whole)) return [whole]
  if (!BETWEEN_NUMBERS.test(run)) return whole === null ? [] : [whole]
  return run.split(BETWEEN_NUMBERS).flatMap((part) => joinedPhone(part) ?? [])
}

/** A telephone number as one word, with the country code and with the trunk zero. */
function spellingsOf(digits: string): readonly string[] {
  if (!PHONE_SHAPE.test(digits)) return [digits]
  return digits.startsWith('84')
    ? [digits, `0${digits.slice(2)}`]
    : [digits, `84${digits.slice(1)}`]
}

function withOtherI(word: string): readonly string[] {
  const { start, end } = EITHER_I.exec(word)?.groups ?? {}
  return start === undefined ? [] : [`${start}${end === 'i' ? 'y' : 'i'}`]
}

/** A word that must occur; as a prefix, it may be the beginning of a longer one. */
export type SearchWord = Readonly<{ token: string; prefix: boolean }>

export type SearchQuery = Readonly<{
  /** All must occur, in any order. */
  words: readonly SearchWord[]
  /** Each must occur word for word, in this order. */
  phrases: readonly (readonly string[])[]
  /** None may occur: each is one folded word, or several with single spaces that are excluded as a phrase. */
  excluded: readonly string[]
}>

/**
 * Reads the search box. Every word must occur and may be the beginning of a longer one (inside `KN-2026-00`
 * only the last piece is unfinished), `"in quotes"` is an exact phrase, `-word` must not occur. A telephone
 * number typed in groups is joined to one word, to meet the spellings of `phoneSearchForms` and
 * `searchableText`. Nothing typed is an error: the worst query is empty.
 */
export function parseSearchQuery(text: string): SearchQuery {
  const words: SearchWord[] = []
  const phrases: string[][] = []
  const excluded: string[] = []
  const typed = text.normalize('NFKC').replace(GROUPED_PHONES, asTyped)
  for (const part of typed.matchAll(QUERY_PART)) {
    const { phrase, minus, word } = part.groups ?? {}
    // A name with an apostrophe stands in the index without it too (`searchableText`).
    const tokens = searchTokens(phrase ?? fold(word ?? '').replaceAll("'", ''))
    if (tokens.length === 0) continue
    if (minus !== undefined) excluded.push(tokens.join(' '))
    else if (phrase !== undefined) phrases.push(tokens)
    else tokens.forEach((token, at) => words.push({ token, prefix: at === tokens.length - 1 }))
  }
  return { words, phrases, excluded }
}

/** The text cut to at most `limit` (1 or more) visible characters; a cut text ends in `…`, which is counted. */
export function truncateGraphemes(text: string, limit: number): string {
  const kept: string[] = []
  for (const { segment } of segmenter.segment(text)) {
    if (kept.length === limit) return `${kept.slice(0, -1).join('').trimEnd()}…`
    kept.push(segment)
  }
  return text
}

function collapseSpaces(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/** What is typed of one number, joined as far as it goes; what may be something else stays as it is. */
function asTyped(run: string): string {
  if (run.search(DAY) >= 0) return run
  const [only, ...more] = phonesIn(run)
  return only === undefined || more.length > 0 ? run : only
}

/** The digits of a number typed in groups without its international prefix marks, or null when it is none. */
function joinedPhone(run: string): string | null {
  const trimmed = run.trim()
  const digits = trimmed.replace(/\D/gu, '').replace(/^0084/u, '84').replace(/^840/u, '84')
  return digits.length >= 7 && digits.length <= 15 ? digits : null
}
