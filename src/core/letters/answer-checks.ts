import type { Outcome } from '../complaints/model.ts'
import type { Language } from '../taxonomies/term.ts'

/**
 * What a letter with the result says, by name, in the order it says it: what the UK ombudsman's standard for a final letter and
 * ICO's guidance on data protection complaints (2026) ask of one. None of them blocks: author and approver are shown what is not there.
 */
export const ANSWER_CHECKS = [
  /** What was complained of. */
  'told',
  /** Every point of a divided complaint. */
  'points',
  /** What was done to find out. */
  'search',
  /** What should have happened: the policy, in its own words. */
  'standard',
  /** What did happen. */
  'found',
  /** What it meant for the person. */
  'effect',
  'apology',
  /** An apology that says "if" is none. */
  'apology-plain',
  /** Until when a cause that is not known is looked for. */
  'search-until',
  /** What was put right, and by when the rest is. */
  'remedy',
  /** What was learnt, so that it does not happen again. */
  'lessons',
  /** How to be heard again. */
  'heard-again',
] as const
export type AnswerCheck = (typeof ANSWER_CHECKS)[number]

const ENDED: readonly AnswerCheck[] = ['told', 'found', 'heard-again']
const UNDECIDED: readonly AnswerCheck[] = [
  ...(['told', 'points', 'search', 'found', 'search-until', 'remedy', 'heard-again'] as const),
]

/** The checks of a letter with this outcome: nobody apologises for what did not happen. */
export const CHECKS_OF_OUTCOME: Readonly<Record<Outcome, readonly AnswerCheck[]>> = {
  upheld: ANSWER_CHECKS,
  'partly-upheld': ANSWER_CHECKS,
  unfounded: [...UNDECIDED, 'standard'],
  insufficient: UNDECIDED,
  withdrawn: ENDED,
  'outside-remit': ENDED,
  duplicate: ENDED,
}

const APOLOGY: Readonly<Record<Language, RegExp>> = {
  vi: /xin lỗi|cáo lỗi|tạ lỗi/u,
  en: /apolog|\bsorry\b/u,
}
const CONDITION: Readonly<Record<Language, RegExp>> = {
  vi: /(?<!\p{L})(?:nếu|giả sử|giả như|trong trường hợp)(?!\p{L})/u,
  en: /\b(?:if|should you|may have|might have)\b/u,
}

/** Whether a text apologises: in a sentence of no condition (`whole`), only in such with one, or not at all. */
export function apologyIn(text: string, language: Language): 'whole' | 'conditional' | 'none' {
  const sentences = text.toLocaleLowerCase(language).split(/[.!?…\n]/u)
  const apologies = sentences.filter((sentence) => APOLOGY[language].test(sentence))
  if (apologies.length === 0) return 'none'
  return apologies.every((sentence) => CONDITION[language].test(sentence)) ? 'conditional' : 'whole'
}
