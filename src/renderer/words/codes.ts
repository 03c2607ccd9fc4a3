import { nameOf, type Language, type Term } from '#core/taxonomies/term.ts'

/** What a `TermSelect` with `multiple` gave back, as a list. */
export function asCodes(value: string | null | readonly string[]): readonly string[] {
  if (value === null) return []
  return typeof value === 'string' ? [value] : value
}

/** What a `TermSelect` for one term gave back. */
export function asCode(value: string | null | readonly string[]): string | null {
  return asCodes(value)[0] ?? null
}

/** The names behind codes, in the reader's language. */
export function namesOf(
  terms: readonly Term[],
  codes: readonly string[],
  locale: string,
): readonly string[] {
  return codes.map((code) => nameOf(terms, code, languageOf(locale)))
}

/** The two languages of the program, from the locale of the moment. */
export function languageOf(locale: string): Language {
  return locale === 'en' ? 'en' : 'vi'
}
