import { remedyMilestone } from '../../case/stage.ts'
import { isEndingDecided } from '../../complaints/endings.ts'
import { wasLookedAt } from '../../investigation/model.ts'
import { assertNever } from '../../kernel/errors.ts'
import { apologyIn, CHECKS_OF_OUTCOME, type AnswerCheck } from '../answer-checks.ts'
import { LETTERS } from '../kinds.ts'
import type { Letter } from '../model.ts'
import type { LetterFacts } from './facts.ts'
import { typedFor } from './masked-text.ts'
import { mergeValues } from './merge-values.ts'
import { quotedClauses } from './quoted-clauses.ts'

type Answer = Pick<Letter, 'kind' | 'variant' | 'language' | 'parts' | 'particulars'>

/**
 * The named checks a letter with the result does not stand, as it is worded now; none of another letter, or while no outcome
 * is on record. They are shown to author and approver and refuse nothing.
 */
export function unmetChecks(letter: Answer, facts: LetterFacts): readonly AnswerCheck[] {
  const { outcome } = facts.file.complaint
  if (!LETTERS[letter.kind].answersComplaint || outcome === null) return []
  return CHECKS_OF_OUTCOME[outcome].filter((check) => !isMet(check, letter, facts))
}

function isMet(check: AnswerCheck, letter: Answer, facts: LetterFacts): boolean {
  const { file } = facts
  const { language } = letter
  const { inSentence } = typedFor(facts)
  const whole = letter.parts.map(({ text }) => text).join('\n')
  const has = (key: string): boolean => partOf(letter, key).trim() !== ''
  const states = (value: string): boolean => value !== '' && whole.includes(value)
  switch (check) {
    case 'told':
      return has('complaint')
    case 'points':
      return file.complaint.points.every(({ text }, at) =>
        partOf(letter, 'finding').includes(`${String(at + 1)} (${inSentence(text)})`),
      )
    case 'search':
      return has('check') && file.stateChecks.some(wasLookedAt)
    case 'standard':
      return quotedClauses(file, language).some(states)
    case 'found':
      return (
        has('finding') &&
        (isEndingDecided(file.complaint) || file.complaint.stateConclusion !== null)
      )
    case 'effect':
      return states(mergeValues(facts, letter).effect)
    case 'apology':
      return apologyIn(whole, language) !== 'none'
    case 'apology-plain':
      return apologyIn(whole, language) !== 'conditional'
    case 'search-until':
      return (
        file.rootCause?.state !== 'undetermined' ||
        states(mergeValues(facts, letter).causeSearchUntil)
      )
    case 'remedy':
      return has('remedy') && remedyMilestone(file).missing.length === 0
    case 'lessons':
      return states(mergeValues(facts, letter).lessons)
    case 'heard-again':
      return HEARD_AGAIN[language].test(partOf(letter, 'rights'))
    default:
      return assertNever(check)
  }
}

const HEARD_AGAIN = { vi: /xem xét lại|giải quyết lại/iu, en: /\breview/iu } as const

function partOf({ parts }: Pick<Letter, 'parts'>, key: string): string {
  return parts.find((part) => part.key === key)?.text ?? ''
}
