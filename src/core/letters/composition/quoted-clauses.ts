import type { CaseFile } from '../../case/case-file.ts'
import { CLAUSES } from '../../taxonomies/clauses.ts'
import type { Language } from '../../taxonomies/term.ts'

/** Passages in a sentence. */
export function quoted(quotes: readonly string[]): string {
  return quotes.map((quote) => `“${quote}”`).join('; ')
}

/** What the policy says, in its own words; a clause no table knows is shown as its code. */
export function quoteOf(code: string, language: Language): string {
  return CLAUSES.find((clause) => clause.code === code)?.quote[language] ?? code
}

/** The passages of the policy the complaint is about, in its own words. */
export function quotedClauses(
  { complaint }: Pick<CaseFile, 'complaint'>,
  language: Language,
): readonly string[] {
  return complaint.clauses.map((code) => quoteOf(code, language))
}
