import type { LocalDate } from '../kernel/calendar.ts'
import type { Language } from '../taxonomies/term.ts'
import type { LetterKind } from './kinds.ts'

/** What may be told of a letter that a copy was checked against. */
export type VerifiedLetter = Readonly<{
  letterId: string
  complaintId: string
  complaintCode: string
  kind: LetterKind
  language: Language
  number: string
  issuedOn: LocalDate
  pages: number
  /** The number of the letter that took its place, if one did. */
  replacedBy: string | null
}>

/** What became of checking a file. */
export type Verification = Readonly<
  /** Byte for byte a letter this board issued. */
  | { result: 'genuine'; letter: VerifiedLetter }
  /** It says it is this letter, but its bytes are not the ones issued. */
  | { result: 'altered'; letter: VerifiedLetter }
  /** It says it is a letter of ours that was never issued: a draft. */
  | { result: 'draft' }
  /** A PDF this board knows nothing of. */
  | { result: 'unknown' }
  | { result: 'not-pdf' }
>

/** What a PDF says about itself. Hints only: whoever alters a file can alter these. */
export type Claims = Readonly<{ letterId: string | null; contentHash: string | null }>
