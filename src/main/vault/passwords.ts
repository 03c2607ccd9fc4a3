import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'

import type { Issue } from '#core/kernel/errors.ts'
import { withoutMarks } from '#core/kernel/text.ts'
import { COMMON_PHRASES, FAMILY_NAMES, GIVEN_NAMES } from './password-words.ts'

/** In characters, after NFC. No rule on kinds of characters (ASVS 6.2.5): length is what counts. */
export const PASSWORD_MIN_LENGTH = 12
export const PASSWORD_MAX_LENGTH = 128

/** Words every guesser of this program tries first. */
const OWN_WORDS = ['hoiam', 'hoi am', 'ledu', 'vouchersharing']

/** Shorter context words (a two-letter name) would refuse half of all passwords by accident. */
const SHORTEST_CONTEXT_WORD = 4

/** Fewer than 10^8 guesses for a program that knows the common words and patterns. */
const WEAKEST_ACCEPTED_SCORE = 3

let estimator: ZxcvbnFactory | undefined

/** Letters that must be left of a password when what anybody would guess is taken out of it. */
const MIN_OWN_LETTERS = 5

/** The same for parts of one's own name, which a guesser turns about. */
const MIN_LETTERS_BESIDE_NAME = 8

/**
 * What speaks against a new password; empty when nothing does. Codes: PASSWORD_TOO_SHORT,
 * PASSWORD_TOO_LONG, PASSWORD_COMMON (a common password or a pattern that is guessed at once: also in Vietnamese, with
 * digits for letters, one thing said several times, or anybody's name with a year), PASSWORD_CONTEXT (holds one of
 * `contextWords`: site names, telephone numbers, the person's names, or the program's; or little besides the parts of
 * one, in any order). Nothing of the password is in the answer.
 */
export function checkPassword(
  password: string,
  contextWords: readonly string[] = [],
  path = 'password',
): readonly Issue[] {
  const normal = password.normalize('NFC')
  const length = Array.from(normal).length
  if (length < PASSWORD_MIN_LENGTH) {
    return [{ path, code: 'PASSWORD_TOO_SHORT', params: { min: PASSWORD_MIN_LENGTH } }]
  }
  if (length > PASSWORD_MAX_LENGTH) {
    return [{ path, code: 'PASSWORD_TOO_LONG', params: { max: PASSWORD_MAX_LENGTH } }]
  }
  const issues: Issue[] = []
  if (isEasilyGuessed(normal) || isCommonHere(normal))
    issues.push({ path, code: 'PASSWORD_COMMON' })
  if (holdsContextWord(normal, contextWords)) issues.push({ path, code: 'PASSWORD_CONTEXT' })
  return issues
}

/** The dictionaries take a tenth of a second to load, so they wait for the first password to check. */
function isEasilyGuessed(password: string): boolean {
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
  // Accents hardly slow a guesser down: "mật khẩu" is judged as "matkhau" as well.
  const spellings = new Set([password, plain(password), squeezed(password)])
  return [...spellings].some((spelling) => scoreOf(spelling) < WEAKEST_ACCEPTED_SCORE)
}

function scoreOf(password: string): number {
  return estimator?.check(password).score ?? 0
}

/** What the estimator does not know: one thing said again, Vietnamese phrases, anybody's name. */
function isCommonHere(password: string): boolean {
  const whole = squeezed(password)
  const once = onceOnly(whole)
  if (once.length < whole.length && once.length < PASSWORD_MIN_LENGTH) return true
  const spellings = [lettersOf(whole), lettersOf(withoutLeet(plain(password)))]
  return spellings.some(
    (letters) => isName(letters) || isLittleBut(COMMON_PHRASES, letters, MIN_OWN_LETTERS),
  )
}

/** `abcabcabc` is `abc`: to say it again adds nothing to guess. */
function onceOnly(text: string): string {
  for (let length = 1; length <= text.length / 2; length += 1) {
    const block = text.slice(0, length)
    if (block.repeat(Math.ceil(text.length / length)).slice(0, text.length) === text) return block
  }
  return text
}

/** Digits and signs put for letters, but for those at the end, where a year or a number stands. */
function withoutLeet(text: string): string {
  const body = text.replace(/[^a-z]+$/u, '')
  return Array.from(body, (sign) => LEET[sign] ?? sign).join('')
}

const LEET: Readonly<Record<string, string>> = {
  ...{ '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b', '9': 'g' },
  ...{ '@': 'a', $: 's', '!': 'i' },
}

function lettersOf(text: string): string {
  return text.replace(/[^a-z]/gu, '')
}

/** How many letters are left over when as many as possible belong to these words. */
function lettersLeft(letters: string, words: readonly string[]): number {
  const left: number[] = [0]
  for (let end = 1; end <= letters.length; end += 1) {
    const before = words
      .filter((word) => letters.endsWith(word, end))
      .map((word) => left[end - word.length] ?? end)
    left.push(Math.min((left[end - 1] ?? end) + 1, ...before))
  }
  return left[letters.length] ?? letters.length
}

/** Whether most of it is these words, with fewer than so many letters besides. */
function isLittleBut(words: readonly string[], letters: string, fewest: number): boolean {
  const left = lettersLeft(letters, words)
  return left < letters.length - left && left < fewest
}

/** A family name with up to four other names after it, or turned about, and nothing besides. */
function isName(letters: string): boolean {
  return FAMILY_NAMES.some((family) => {
    const rests = [
      ...(letters.startsWith(family) ? [letters.slice(family.length)] : []),
      ...(letters.endsWith(family) ? [letters.slice(0, -family.length)] : []),
    ]
    return rests.some((rest) => rest.length > 0 && lettersLeft(rest, NAMES) === 0)
  })
}

const NAMES = [...FAMILY_NAMES, ...GIVEN_NAMES]

/** Little but the parts of one context word of several: `ngoclan` and a year, for whoever is called so. */
function isMostlyPartsOf(password: string, contextWord: string): boolean {
  const parts = plain(contextWord)
    .split(/[^\p{L}]+/u)
    .filter((part) => part.length > 1)
  return isLittleBut(parts, lettersOf(squeezed(password)), MIN_LETTERS_BESIDE_NAME)
}

function holdsContextWord(password: string, contextWords: readonly string[]): boolean {
  const haystack = squeezed(password)
  if (contextWords.some((word) => isMostlyPartsOf(password, word))) return true
  return [...OWN_WORDS, ...contextWords.flatMap(wordsOf)]
    .map(squeezed)
    .filter((word) => word.length >= SHORTEST_CONTEXT_WORD)
    .some((word) => haystack.includes(word))
}

/** A site name, and its first label alone: `vouchersharing.com` also stands for `vouchersharing`. */
function wordsOf(contextWord: string): readonly string[] {
  const digits = contextWord.replace(/\D/gu, '')
  // A telephone number, with its 0 or with +84.
  if (digits.length >= 9 && digits.length === squeezed(contextWord).length) {
    return [digits.slice(-9)]
  }
  const [firstLabel] = contextWord.split('.')
  return firstLabel === undefined ? [contextWord] : [contextWord, firstLabel]
}

/** Lower case without Vietnamese marks. */
function plain(text: string): string {
  return withoutMarks(text).toLowerCase()
}

/** And without anything but letters and digits. */
function squeezed(text: string): string {
  return plain(text).replace(/[^\p{L}\p{N}]/gu, '')
}
