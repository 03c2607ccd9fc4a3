import { z } from 'zod'

import { readEmail } from '#core/kernel/email.ts'
import { isInstant, isLocalDate, type Instant, type LocalDate } from '#core/kernel/calendar.ts'
import { cleanLine, cleanText } from '#core/kernel/text.ts'
import { LANGUAGES } from '#core/taxonomies/term.ts'

/** Lengths the whole program agrees on, in UTF-16 units after cleaning. Screens show them, the core enforces them. */
export const LIMITS = {
  name: 300,
  line: 500,
  text: 20_000,
  letterPart: 20_000,
  phones: 5,
  listPage: 100,
  draft: 200_000,
} as const

/** An address and a name before it. */
const EMAIL_LIMIT = 600

/**
 * Cleans what can still be short enough afterwards. Ten megabytes take seconds to clean, while everybody
 * waits; uncleaned they are refused by their length at once. Composing makes a text at most four times shorter.
 */
function cleaned(clean: (text: string) => string, max: number): (text: string) => string {
  return (value) => (value.length > 8 * max + 1_000 ? value : clean(value))
}

/** One line of text: NFC, no control or direction-override characters, at least one character. */
export function line(max: number = LIMITS.line) {
  return z.string().transform(cleaned(cleanLine, max)).pipe(z.string().min(1).max(max))
}

/** One line or nothing; blank means nothing. */
export function optionalLine(max: number = LIMITS.line) {
  const clean = cleaned(cleanLine, max)
  return z
    .string()
    .nullable()
    .transform((value) => (value === null ? null : clean(value) || null))
    .pipe(z.string().max(max).nullable())
}

/** Paragraphs of text that may not be empty. */
export function text(max: number = LIMITS.text) {
  return z.string().transform(cleaned(cleanText, max)).pipe(z.string().min(1).max(max))
}

/** Paragraphs of text that may be empty. */
export function optionalText(max: number = LIMITS.text) {
  return z.string().transform(cleaned(cleanText, max)).pipe(z.string().max(max))
}

export const id = z.uuid()
export const version = z.int().min(1)
export const localDate = z
  .string()
  .refine((value): value is LocalDate => isLocalDate(value), { error: 'DATE_IMPOSSIBLE' })
export const instant = z
  .string()
  .refine((value): value is Instant => isInstant(value), { error: 'INSTANT_IMPOSSIBLE' })
export const language = z.enum(LANGUAGES)
export const pageSize = z.int().min(1).max(LIMITS.listPage)

/** An e-mail address, as people give it (`readEmail`). Case is kept as told, compared without. */
export const email = line(EMAIL_LIMIT).transform(
  (told, context) => readEmail(told) ?? noEmail(context),
)

/** An e-mail address, or blank for none. */
export const optionalEmail = optionalLine(EMAIL_LIMIT).transform((told, context) =>
  told === null ? null : (readEmail(told) ?? noEmail(context)),
)

function noEmail(context: z.RefinementCtx): never {
  // Goes on, as every other check: of a union, Zod tells only what went on (`issues.ts`).
  context.addIssue({ code: 'custom', message: 'EMAIL_INVALID', continue: true })
  return z.NEVER
}

/** A list of taxonomy codes without repeats. Whether a code exists is checked by the core. */
export const codes = z
  .array(z.string().min(1).max(40))
  .max(50)
  .transform((list) => [...new Set(list)])

/**
 * Outputs are built by the trusted core: typed, not parsed again on the way out. One that names a complainant without
 * saying how they are shown (`Shown`) does not compile: it was not made by the table of fields.
 */
export function trusted<T>(...unshown: NamesSomebody<T> extends false ? [] : [unshown: never]) {
  return z.custom<T>(...unshown)
}

/** Whether a record, or one in it, names a complainant without saying how they are shown. */
export type NamesSomebody<T> = T extends readonly (infer Each)[]
  ? NamesSomebody<Each>
  : T extends object
    ? 'identity' extends keyof T
      ? false
      : 'complainant' extends keyof T
        ? true
        : 'complainantName' extends keyof T
          ? true
          : { [Field in keyof T]-?: NamesSomebody<T[Field]> }[keyof T]
    : false
