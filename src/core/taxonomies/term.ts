import type { Issue } from '../kernel/errors.ts'

export const LANGUAGES = ['vi', 'en'] as const
export type Language = (typeof LANGUAGES)[number]
export type Bilingual = Readonly<Record<Language, string>>

/**
 * One word of a taxonomy: a stable code with its names, and where it comes from.
 * Codes are stored on cases; names may be reworded without touching them.
 */
export type Term = Readonly<{
  code: string
  name: Bilingual
  source: string
}>

/** Finds a term by code; an unknown code (from an older or newer table) is shown as itself, never hidden. */
export function nameOf(terms: readonly Term[], code: string, language: Language): string {
  return terms.find((term) => term.code === code)?.name[language] ?? code
}

/** An `INVALID_INPUT` issue for each code that no table knows; it may be any text, so it is not repeated. */
export function unknownCodes(
  path: string,
  codes: readonly string[],
  terms: readonly Term[],
): readonly Issue[] {
  return codes
    .filter((code) => !terms.some((term) => term.code === code))
    .map(() => ({ path, code: 'CODE_UNKNOWN' }))
}
