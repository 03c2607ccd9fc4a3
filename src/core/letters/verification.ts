import type { Instant, LocalDate } from '../kernel/calendar.ts'
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

/** What is still known of a letter the board issued whose case was lost with a part of the database. */
export type LostLetter = Readonly<{
  number: string
  kind: LetterKind
  issuedOn: LocalDate
  complaintCode: string | null
  /** When it was noticed that it is lost. */
  lostAt: Instant
}>

/**
 * Whether the journal has the place at which a letter says it was issued: it has that very entry, it ends before it,
 * or it has another one there. Null when the file says nothing of it. Of a file that is not one of ours byte for byte
 * only a hint, as all it claims.
 */
export type JournalAgreement = 'agrees' | 'behind' | 'other' | null

/** What became of checking a file. */
export type Verification = Readonly<
  /** Byte for byte a letter this board issued. */
  | { result: 'genuine'; letter: VerifiedLetter; journal: JournalAgreement }
  /** It says it is this letter, but its bytes are not the ones issued. */
  | { result: 'altered'; letter: VerifiedLetter; journal: JournalAgreement }
  /** Byte for byte a letter this board issued, whose case is lost. */
  | { result: 'lost'; letter: LostLetter; journal: JournalAgreement }
  /** It says it is such a letter, but its bytes are not the ones issued. */
  | { result: 'lost-altered'; letter: LostLetter; journal: JournalAgreement }
  /** It says it is a letter of ours that was never issued: a draft. */
  | { result: 'draft' }
  /** A PDF this board knows nothing of. */
  | { result: 'unknown'; journal: JournalAgreement }
  | { result: 'not-pdf' }
>

/** A place of the journal: the number of an entry and its hash. */
export type JournalPlace = Readonly<{ sequence: number; hash: string }>

/** What a PDF says about itself. Hints only: whoever alters a file can alter these. */
export type Claims = Readonly<{
  letterId: string | null
  contentHash: string | null
  auditHead: JournalPlace | null
}>
