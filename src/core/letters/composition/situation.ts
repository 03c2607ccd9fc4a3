import type { Sha256 } from '../../kernel/sources.ts'
import { LETTERS } from '../kinds.ts'
import type { Letter } from '../model.ts'
import type { LetterSituation } from '../rules.ts'
import { hashFacts } from './letter-document.ts'
import type { LetterFacts } from './facts.ts'
import { missingForLetter } from './readiness.ts'
import { unmetChecks } from './unmet-checks.ts'

/** Who may not answer a review, because they had a hand in what it reviews and others are there. */
export function barredFrom(
  { kind }: Pick<Letter, 'kind'>,
  { review }: Pick<LetterFacts, 'review'>,
): readonly string[] {
  return review?.others === true && LETTERS[kind].answersComplaint ? review.hands : []
}

/** The letter with all that decides what may happen to it. */
export function situationOf(
  { sha256 }: Readonly<{ sha256: Sha256 }>,
  letter: Letter,
  facts: LetterFacts,
): LetterSituation {
  const issued = letter.state === 'issued'
  return {
    letter,
    missing: issued ? [] : missingForLetter(letter, letter.signatory, facts),
    unmet: issued ? [] : unmetChecks(letter, facts),
    factsChanged: !issued && hashFacts(letter, facts, sha256) !== letter.factsHash,
    complaintStatus: facts.file.complaint.status,
    barred: barredFrom(letter, facts),
    dispatches: facts.file.dispatches.filter(({ letterId }) => letterId === letter.id),
  }
}
