import { cleanLine } from './text.ts'

/**
 * The tone marks in the order of Vietnamese dictionaries: huyền, hỏi, ngã, sắc, nặng (none comes first).
 * The other marks (ă, â, ê, ô, ơ, ư) make letters of their own and are not tones.
 */
const TONES = '\u0300\u0309\u0303\u0301\u0323'

/** The order of letters in `Intl.Collator('vi')`, with what else occurs in names before them. */
const ALPHABET = " -,.'’0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"

const collator = new Intl.Collator('vi', { sensitivity: 'accent' })

/** A Vietnamese name in its parts. One-word names have only a given name; nothing is ever forced into parts. */
export type NameParts = Readonly<{ family: string; middle: string; given: string }>

/** Family name first, given name last: `Nguyễn Thị Minh Khai` is Nguyễn / Thị Minh / Khai. */
export function nameParts(fullName: string): NameParts {
  const words = cleanLine(fullName).split(' ')
  const given = words.at(-1) ?? ''
  if (words.length < 2) return { family: '', middle: '', given }
  return { family: words[0] ?? '', middle: words.slice(1, -1).join(' '), given }
}

/** The name a person is addressed by, the last word: `Ông An` for Nguyễn Văn An. */
export function givenName(fullName: string): string {
  return nameParts(fullName).given
}

/**
 * The order of a Vietnamese list of people: by given name, then family, then middle names, each in Vietnamese
 * alphabetical order (a ă â, d đ; tones ngang, huyền, hỏi, ngã, sắc, nặng), ignoring case.
 */
export function compareVietnameseNames(a: string, b: string): number {
  const left = nameParts(a)
  const right = nameParts(b)
  return (
    collator.compare(left.given, right.given) ||
    collator.compare(left.family, right.family) ||
    collator.compare(left.middle, right.middle)
  )
}

/**
 * A text of `0-9a-z` whose plain order is the order of `compareVietnameseNames`, for a database column: neither
 * SQLite nor PostgreSQL sorts Vietnamese alike. Letters outside the Vietnamese and Latin alphabet come last.
 */
export function sortKeyOfName(fullName: string): string {
  const { given, family, middle } = nameParts(fullName)
  return [given, family, middle].map(sortKeyOfPart).join('0')
}

/**
 * Whether two names are the same but for case, spaces, normal form and the two accepted places of a tone mark
 * (`Hoà` and `Hòa`). Another tone or another letter makes another name. For hints, never for merging.
 */
export function sameNameLoosely(a: string, b: string): boolean {
  return looseKey(a) === looseKey(b)
}

type Letter = Readonly<{ base: string; tone: number }>

/** The letters of a word without their tones, and the tones apart (0 for none). */
function lettersOf(text: string): Letter[] {
  return Array.from(text.normalize('NFC').toLowerCase(), (character) => {
    const marks = Array.from(character.normalize('NFD'))
    const tone = marks.map((mark) => TONES.indexOf(mark) + 1).find((index) => index > 0) ?? 0
    return {
      base: marks
        .filter((mark) => !TONES.includes(mark))
        .join('')
        .normalize('NFC'),
      tone,
    }
  })
}

/** `0` ends each level: it sorts before every letter of a key, so a shorter word comes first. */
function sortKeyOfPart(part: string): string {
  const letters = lettersOf(part).filter(({ base }) => base !== '' && !/^\p{M}/u.test(base))
  const primary = letters.map(({ base }) => weightOf(base)).join('')
  const tones = letters
    .map(({ base, tone }) => letterAt(ALPHABET.includes(base) ? tone : 6))
    .join('')
  return `${primary}0${tones}`
}

function weightOf(base: string): string {
  const [plain = ''] = base.normalize('NFD')
  const position = ALPHABET.indexOf(ALPHABET.includes(base) ? base : plain)
  if (position >= 0) return inLetters(position, 2)
  return `zz${inLetters(plain.codePointAt(0) ?? 0, 5)}`
}

/** A number in base 26 with the digits a to z, so that keys sort alike under every collation. */
function inLetters(value: number, width: number): string {
  return Array.from({ length: width }, (_, place) =>
    letterAt(Math.floor(value / 26 ** (width - 1 - place)) % 26),
  ).join('')
}

function letterAt(index: number): string {
  return String.fromCharCode(97 + index)
}

function looseKey(name: string): string {
  const words = cleanLine(name).split(' ')
  return words
    .map((word) => {
      const letters = lettersOf(word)
      const tones = letters.flatMap(({ tone }) => (tone === 0 ? [] : [tone]))
      return letters.map(({ base }) => base).join('') + tones.join('')
    })
    .join(' ')
}
