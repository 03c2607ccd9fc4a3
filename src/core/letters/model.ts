import type { Due } from '../complaints/model.ts'
import type { Instant, LocalDate } from '../kernel/calendar.ts'
import type { ApprovalMark } from '../people/account.ts'
import type { Language } from '../taxonomies/term.ts'
import type { Variant } from './kind-record.ts'
import type { LetterKind } from './kinds.ts'
import type { LateReason } from '../deadlines/late.ts'
import type { Particulars } from './particulars.ts'

export const LETTER_STATES = ['draft', 'submitted', 'approved', 'issued'] as const
export type LetterState = (typeof LETTER_STATES)[number]

/** One part of a letter as the author left it: composed from the facts, or edited by hand. */
export type LetterPart = Readonly<{
  key: string
  heading: string | null
  text: string
  edited: boolean
  /**
   * The merge fields its phrase named when it was composed: the facts it states, whatever the phrase says
   * by now. Parts stored before this was kept have none; then the phrase of today tells.
   */
  fields?: readonly string[]
}>

/**
 * Who signs, in up to three lines over the name: `TM.` for the collective board; in `acting` `KT.`, for whom a deputy signs,
 * which letters of before do not have; the signatory's own title.
 */
export type Signatory = Readonly<{
  authority: string
  acting?: string | undefined
  title: string
  name: string
}>

/**
 * A controlled document to one recipient. An approval holds for exactly one `contentHash`; whatever
 * changes the content voids it. Once issued, number, bytes and content never change.
 */
export type Letter = Readonly<{
  id: string
  complaintId: string
  version: number
  kind: LetterKind
  /** Which wording of the kind; of a result the outcome on record decides instead. */
  variant: Variant
  particulars: Particulars
  /** The issued letter this one corrects; each letter is replaced once at most. */
  replacesId: string | null
  /**
   * The rights the issued letter names, each with its procedure, who handles it and its day: exactly their replies does its
   * sending make. Null while it is in work, and for a letter issued before this was kept (board schema 14).
   */
  rightIds: readonly string[] | null
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
  /** What has to be said of whoever approved it; null for a second person in full. Never printed. */
  approvalMark: ApprovalMark | null
  returnRemark: string | null
  number: string | null
  issuedBy: string | null
  issuedAt: Instant | null
  issuedOn: LocalDate | null
  pdfSha256: string | null
  pages: number | null
}>

/** A row of the room "Thư", with how long its case has. */
export type LetterSummary = Readonly<{
  id: string
  complaintId: string
  complaintCode: string
  subject: string
  complainantName: string
  kind: LetterKind
  variant: Variant
  language: Language
  state: LetterState
  number: string | null
  authorId: string
  createdAt: Instant
  /** When it was last submitted to a second person; null while it never was. */
  submittedAt: Instant | null
  /** When it was issued, or else drafted: what lists follow, the latest first. */
  latestAt: Instant
  issuedOn: LocalDate | null
  /** The first day it left the house; null while it has not. */
  dispatchedOn: LocalDate | null
  /** Whether a later letter took its place. */
  replaced: boolean
}> &
  Due

/** Where a page of a list of letters ends. */
export type LetterCursor = Pick<LetterSummary, 'latestAt' | 'id'>

export const DISPATCH_CHANNELS = [
  'email',
  'post',
  'courier',
  'in-person',
  'portal',
  'published',
] as const
export type DispatchChannel = (typeof DISPATCH_CHANNELS)[number]

/**
 * That an issued letter left the house: how, when, and what proves it. The first one that stands stops
 * the clock the letter answers. Never removed; a mistaken one is struck out with a reason.
 */
export type Dispatch = Readonly<{
  id: string
  complaintId: string
  letterId: string
  version: number
  channel: DispatchChannel
  sentOn: LocalDate
  /** The carrier's number; of what was published where that was. */
  trackingNumber: string | null
  /** The file that proves it, among the evidence of the case. */
  evidenceId: string | null
  /** Why it left after the end of a clock it stops, chosen and explained; null where it did not. */
  lateReason: LateReason | null
  lateExplanation: string | null
  recordedBy: string
  recordedAt: Instant
  struckBy: string | null
  struckAt: Instant | null
  struckReason: string | null
}>

/** What a list of letters can be narrowed to: `issued` waits to be sent (a letter made to stay does not), `dispatched` has left. */
export const LETTER_STANDINGS = [...LETTER_STATES, 'dispatched'] as const
export type LetterStanding = (typeof LETTER_STANDINGS)[number]

/** The steps at which a letter waits for somebody. */
export const WAITING_STANDINGS = [
  'submitted',
  'approved',
  'draft',
  'issued',
] as const satisfies readonly LetterStanding[]
export type WaitingLetters = Readonly<Record<(typeof WAITING_STANDINGS)[number], number>>

/** Which letters a list or an export is about; what is not given does not narrow. */
export type LetterFilter = Readonly<{
  standings?: readonly LetterStanding[] | undefined
  kinds?: readonly LetterKind[] | undefined
  /** Issued on this day or later, and on this day or earlier. */
  issuedFrom?: LocalDate | undefined
  issuedTo?: LocalDate | undefined
  ids?: readonly string[] | undefined
}>
