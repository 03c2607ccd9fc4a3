import type { Language } from '../../taxonomies/term.ts'
import { FACT_WORDS } from './fact-formatting.ts'
import type { LetterFacts } from './facts.ts'
import { longDay } from './long-day.ts'

/** The answer a review is about, by its number and day, and what became of it. */
export function reviewValues({ review, file }: LetterFacts, language: Language) {
  const letter = review?.letter ?? null
  const reviewed =
    letter === null
      ? ''
      : FACT_WORDS[language].numberOfDay(letter.number, longDay(letter.issuedOn, language))
  const { reviewFinding } = file.complaint
  return {
    reviewed,
    confirmed: reviewFinding === 'confirmed' ? reviewed : '',
    replaced: reviewFinding === 'replaced' ? reviewed : '',
  }
}
