import type { Instant, LocalDate } from '../kernel/calendar.ts'

/**
 * That a case must be kept as it is (a lawsuit, an inspection, an investigation): while one of its holds is `set` nothing of it is
 * erased. Any of the board sets one; lifting it takes a second person.
 */
export type Hold = Readonly<{
  id: string
  complaintId: string
  version: number
  state: 'set' | 'lifted'
  reason: string
  setBy: string
  setAt: Instant
  /** Who agreed to lift it, and when. */
  liftedBy: string | null
  liftedAt: Instant | null
}>

/** Stands where a text was that told of a person: as wide as a letter, in every language. */
export const ERASED_TEXT = '—'

/** The SHA-256 an erased file is known by: none. */
export const ERASED_FILE = '0'.repeat(64)

/** Whether a file of a case is gone because the case was made anonymous. */
export function isErasedFile({ sha256 }: Readonly<{ sha256: string }>): boolean {
  return sha256 === ERASED_FILE
}

/** That a case was made anonymous: what was destroyed of it, who asked and who agreed. It tells of no complainant. */
export type Erasure = Readonly<{
  /** That of the request. */
  id: string
  version: number
  complaintId: string
  /** The period that was in force, in months. */
  months: number
  closedAt: Instant
  reason: string
  requestedBy: string
  requestedAt: Instant
  decidedBy: string
  erasedAt: Instant
  /** Files that came in, and issued letters, of this case. */
  evidenceFiles: number
  letterFiles: number
  /** Of these, those another case has too: they stay there. */
  sharedFiles: number
  certificateId: string | null
}>

/** A row of the register of erasures. */
export type ErasureSummary = Erasure &
  Readonly<{ complaintCode: string; certificateNumber: string | null }>

/** The paper on which two persons' erasures are certified: its bytes are kept as issued letters are. */
export type Certificate = Readonly<{
  id: string
  version: number
  /** `01/BB-XDL`, beginning anew each year. */
  number: string
  madeAt: Instant
  madeBy: string
  pdfSha256: string
}>

/**
 * Until when copies of the board hold what was erased: `until` a day at the latest, while every month brings three new ones;
 * `none` is kept by the program; a `server` keeps its own, of which the program knows nothing.
 */
export type CopiesLeft = Readonly<
  { kind: 'until'; day: LocalDate; copies: number } | { kind: 'none' } | { kind: 'server' }
>

/** Where a page of the register of erasures ends. */
export type ErasureCursor = Pick<Erasure, 'erasedAt' | 'id'>

/** A closed case whose period is over. */
export type DueCase = Readonly<{
  id: string
  code: string
  version: number
  subject: string
  closedAt: Instant
}>
