import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'

import type { Issue } from '#core/kernel/errors.ts'
import { withoutMarks } from '#core/kernel/text.ts'

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

/**
 * What speaks against a new password; empty when nothing does. Codes: PASSWORD_TOO_SHORT,
 * PASSWORD_TOO_LONG, PASSWORD_COMMON (a common password or a pattern that is guessed at once),
 * PASSWORD_CONTEXT (holds one of `contextWords`: site names, the person's names, or the program's).
 * Nothing of the password is in the answer.
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
  if (isEasilyGuessed(normal)) issues.push({ path, code: 'PASSWORD_COMMON' })
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

function holdsContextWord(password: string, contextWords: readonly string[]): boolean {
  const haystack = squeezed(password)
  return [...OWN_WORDS, ...contextWords.flatMap(wordsOf)]
    .map(squeezed)
    .filter((word) => word.length >= SHORTEST_CONTEXT_WORD)
    .some((word) => haystack.includes(word))
}

/** A site name, and its first label alone: `vouchersharing.com` also stands for `vouchersharing`. */
function wordsOf(contextWord: string): readonly string[] {
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
