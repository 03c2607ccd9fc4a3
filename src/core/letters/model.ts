import type { Instant, LocalDate } from '../kernel/calendar.ts'
import type { Language } from '../taxonomies/term.ts'
import type { LetterKind } from './document.ts'

export const LETTER_STATES = ['draft', 'submitted', 'approved', 'issued'] as const
export type LetterState = (typeof LETTER_STATES)[number]

/** One part of a letter as the author left it: composed from the facts, or edited by hand. */
export type LetterPart = Readonly<{
  key: string
  heading: string | null
  text: string
  edited: boolean
}>

/** Who signs: `TM.` for the collective board, `KT.` a deputy for the head. */
export type Signatory = Readonly<{ authority: string; title: string; name: string }>

/**
 * A controlled document to one recipient. An approval holds for exactly one `contentHash`; whatever
 * changes the content voids it. Once issued, number, bytes and content never change.
 */
export type Letter = Readonly<{
  id: string
  complaintId: string
  version: number
  kind: LetterKind
  language: Language
  state: LetterState
  parts: readonly LetterPart[]
  signatory: Signatory
  authorId: string
  /** Everybody who wrote on this letter, the author included: none of them may approve it. */
  editorIds: readonly string[]
  createdAt: Instant
  /** SHA-256 of everything the letter says, without number and date. */
  contentHash: string
  /** SHA-256 of the letter as composed from the facts alone: tells when the facts moved on. */
  factsHash: string
  submittedBy: string | null
  submittedAt: Instant | null
  approvedBy: string | null
  approvedAt: Instant | null
  approvedHash: string | null
  returnRemark: string | null
  number: string | null
  issuedBy: string | null
  issuedAt: Instant | null
  issuedOn: LocalDate | null
  pdfSha256: string | null
  pages: number | null
}>

/** A row of the room "Thư". */
export type LetterSummary = Readonly<{
  id: string
  complaintId: string
  complaintCode: string
  subject: string
  complainantName: string
  kind: LetterKind
  language: Language
  state: LetterState
  number: string | null
  authorId: string
  createdAt: Instant
  issuedOn: LocalDate | null
}>
