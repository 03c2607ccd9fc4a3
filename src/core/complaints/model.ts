import type { Instant, LocalDate } from '../kernel/calendar.ts'
import type { AuthorityRequest } from './authority.ts'

export const CHANNELS = ['phone', 'email', 'in-person', 'post', 'web-form', 'authority'] as const
export type Channel = (typeof CHANNELS)[number]

export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const
export type Severity = (typeof SEVERITIES)[number]

/** The stored status. Everything in between is the derived {@link Stage}. */
export const STATUSES = [
  'open',
  'answered',
  'closed',
  'withdrawn',
  'rejected',
  'duplicate',
] as const
export type Status = (typeof STATUSES)[number]

/** The ways a complaint ends without its result. */
export const ENDINGS = ['withdrawn', 'rejected', 'duplicate'] as const satisfies readonly Status[]
export type Ending = (typeof ENDINGS)[number]

/** Where an open complaint stands on the policy's own path. Derived from facts, never set by hand. */
export const STAGES = [
  'received',
  'checking',
  'finding-cause',
  'remedying',
  'answering',
  'done',
] as const
export type Stage = (typeof STAGES)[number]

/** What one person may find of a complaint or of a point of it; the other outcomes end it, and two decide on that. */
export const CONCLUDED_OUTCOMES = ['upheld', 'partly-upheld', 'unfounded', 'insufficient'] as const
export type ConcludedOutcome = (typeof CONCLUDED_OUTCOMES)[number]

export const OUTCOMES = [...CONCLUDED_OUTCOMES, 'withdrawn', 'outside-remit', 'duplicate'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const REVIEW_FINDINGS = ['confirmed', 'replaced'] as const
export type ReviewFinding = (typeof REVIEW_FINDINGS)[number]

/** How the person is addressed in letters: "Ông", "Bà", or "Ông/Bà" when not known. */
export const SALUTATIONS = ['mr', 'ms', 'unknown'] as const
export type Salutation = (typeof SALUTATIONS)[number]

/** A phone number in E.164, with what the caller said. */
export type ComplainantPhone = Readonly<{ e164: string; asTold: string }>

/** The person who complains; a member of the site or not. One record per complaint. */
export type Complainant = Readonly<{
  salutation: Salutation
  fullName: string
  phones: readonly ComplainantPhone[]
  email: string | null
  address: string | null
  memberAccount: string | null
  /** For whom, and by what right, when somebody complains for another person. */
  actingFor: string | null
}>

/** Somebody of whom nothing is known yet; what they tell is put over it. */
export const UNKNOWN_COMPLAINANT: Complainant = {
  salutation: 'unknown',
  fullName: '',
  phones: [],
  email: null,
  address: null,
  memberAccount: null,
  actingFor: null,
}

/** What two complaints of the same person have in common. */
export const MATCHED_CONTACTS = ['phone', 'email', 'member-account'] as const
export type MatchedContact = (typeof MATCHED_CONTACTS)[number]

/** What else than a telephone number a complainant is reached or known by: searched, and read by who may read contacts. */
export const CONTACT_FIELDS = [
  'email',
  'address',
  'memberAccount',
] as const satisfies readonly (keyof Complainant)[]

/** What the clerk writes down at intake and may later correct, each correction audited. */
export type ComplaintFacts = Readonly<{
  site: string
  subject: string
  narrative: string
  wanted: string
  dataItems: readonly string[]
  categories: readonly string[]
  clauses: readonly string[]
  /** What makes it graver than what it is about (`taxonomies/flags.ts`); most have none. */
  flags: readonly string[]
  severity: Severity
}>

/**
 * That somebody may act for the person whose data it is: by which paper, seen when and by whom; `guardian` of a child (Law
 * 91/2025, Article 24).
 */
export type Mandate = Readonly<{
  guardian: boolean
  paper: string
  seenOn: LocalDate
  seenBy: string
}>

/** One thing complained of, where a complaint was divided: it is found, reasoned and answered by itself (`points.ts`). */
export type Point = Readonly<{
  id: string
  text: string
  /** Of the passages of the policy the complaint is about, those this point is about. */
  clauses: readonly string[]
  finding: ConcludedOutcome | null
  reason: string
}>

export type Complaint = ComplaintFacts &
  Readonly<{
    id: string
    /** `KN-2026-0001`, gapless per year of receipt registration. */
    code: string
    version: number
    status: Status
    channel: Channel
    /** When the complaint reached the board; immutable but for an approved correction. */
    receivedAt: Instant
    receivedOn: LocalDate
    recordedAt: Instant
    recordedBy: string
    complainant: Complainant
    /** Of a complainant who acts for somebody; null while it was not shown. */
    mandate: Mandate | null
    assigneeId: string | null
    /** In the order of the complaint; none while it is one point, which the outcome answers. */
    points: readonly Point[]
    outcome: Outcome | null
    outcomeReason: string | null
    /** The concluded check of the state of the information, for the letter; null until concluded. */
    stateConclusion: string | null
    stateConcludedAt: Instant | null
    stateConcludedBy: string | null
    /** Why no remedy is needed; null when remedies are (to be) recorded. */
    noRemedyReason: string | null
    answeredAt: Instant | null
    closedAt: Instant | null
    endReason: string | null
    duplicateOfId: string | null
    /** The request by which two persons decided that it ends without its result; null while none did. */
    endingId: string | null
    /** The writing by which it was withdrawn, among its files; null where it was not, or not in writing. */
    withdrawalEvidenceId: string | null
    /** The case whose answer this one reviews: always the first, never a review; null for a complaint of its own. */
    reviewOfId: string | null
    /** Whether a review confirms the earlier answer or replaces it; null until it is concluded. */
    reviewFinding: ReviewFinding | null
    /** When two persons had everything taken out of it that tells of persons; null while it is whole. */
    anonymisedAt: Instant | null
    /** What an authority or a court that sent it on asks; null where none did. */
    authority: AuthorityRequest | null
    /** Derived and kept beside the facts for lists: see `deriveStage` and `dueOf`. */
    stage: Stage
  }> &
  Due

/** The clock a case is listed under: the open one that ends first. */
export type Due = Readonly<{
  /** Its legal end and target; once none is open, those of the last one. */
  dueOn: LocalDate
  targetOn: LocalDate
  /** The moment it is late; null when no clock is open. */
  dueAt: Instant | null
  /** Its rule; null when no clock is open. */
  dueRule: string | null
}>

/** A row of the work list. */
export type ComplaintSummary = Readonly<{
  id: string
  code: string
  status: Status
  stage: Stage
  subject: string
  complainantName: string
  severity: Severity
  site: string
  channel: Channel
  outcome: Outcome | null
  assigneeId: string | null
  receivedOn: LocalDate
}> &
  Due

/** A complaint that may be the same matter, shown before saving. */
export type LikelyDuplicate = Readonly<{
  id: string
  code: string
  subject: string
  complainantName: string
  receivedOn: LocalDate
  stage: Stage
  matches: readonly MatchedContact[]
}>

/** How another case hangs together with a case: as what it is the same as, or reviews; or the other way round. */
export const LINKS = ['original', 'duplicate', 'reviewed', 'review', 'related'] as const

/** A case another hangs together with. */
export type LinkedCase = Readonly<{
  id: string
  code: string
  link: (typeof LINKS)[number]
  status: Status
  subject: string
  complainantName: string
  receivedOn: LocalDate
  reviewFinding: ReviewFinding | null
}>

/** A letter a review is about: who had a hand in it, and how it is named. */
export type LetterReviewed = Readonly<{
  complaintId: string
  number: string
  issuedOn: LocalDate
  /** Whoever wrote on it, submitted or approved it. */
  hands: readonly string[]
}>

/** `open` = still owed an answer; `answered` and `ended` are finished in their way; `all` is all. */
export const FILTER_SCOPES = ['open', 'answered', 'ended', 'all'] as const

export const DUE_FILTERS = ['overdue', 'today', 'week'] as const

/** How the 30 days of the policy stand or stood, as the figures tell them apart; `running` has what is overdue in it. */
export const ANSWER_FILTERS = [
  'answered',
  'within10',
  'within20',
  'within30',
  'late',
  'running',
  'overdue',
  'ended',
] as const
export type AnswerFilter = (typeof ANSWER_FILTERS)[number]

/** What figures count complaints by beside that: each is so or not. */
export const MARK_FILTERS = [
  'again',
  'sent-on',
  'review',
  'review-confirmed',
  'review-replaced',
  'compensated',
] as const
export type MarkFilter = (typeof MARK_FILTERS)[number]

/** How a duty of any kind stands: done in time, done late, open and past its end, open and in time. */
export const DUTY_STANDINGS = ['met', 'missed', 'overdue', 'running'] as const
export type DutyStanding = (typeof DUTY_STANDINGS)[number]

export type ComplaintFilter = Readonly<{
  scope: (typeof FILTER_SCOPES)[number]
  stages?: readonly Stage[] | undefined
  severities?: readonly Severity[] | undefined
  assigneeId?: string | null | undefined
  sites?: readonly string[] | undefined
  due?: (typeof DUE_FILTERS)[number] | undefined
  /** Codes of the rules a case may be listed under: of its earliest open clock. */
  duties?: readonly string[] | undefined
  /** Codes of rules of which a clock of the case still runs, or stands as `clockState` says. */
  clocks?: readonly string[] | undefined
  /** How such a clock stands: of those received, the cases with at least one. */
  clockState?: DutyStanding | undefined
  channels?: readonly Channel[] | undefined
  outcomes?: readonly Outcome[] | undefined
  categories?: readonly string[] | undefined
  clauses?: readonly string[] | undefined
  causes?: readonly string[] | undefined
  /** Causes confirmed beside the primary one. */
  contributing?: readonly string[] | undefined
  /** Why something left the house late. */
  lateReasons?: readonly string[] | undefined
  answer?: AnswerFilter | undefined
  /** All of them together. */
  marks?: readonly MarkFilter[] | undefined
  /** Firms that were engaged in the case. */
  firms?: readonly string[] | undefined
  receivedFrom?: LocalDate | undefined
  receivedTo?: LocalDate | undefined
  dueFrom?: LocalDate | undefined
  dueTo?: LocalDate | undefined
  search?: string | undefined
  /** Words of the name of the complainant, or of whom they speak for. */
  name?: string | undefined
}>

/**
 * What a case can be found by: whose case it is; what only those find it by who are shown whose case it is (names, how
 * they are reached, letters, and every text that names them, whole); what anybody who reads cases may read, the persons in
 * it covered; and what firms were asked and noted, whole and with the persons in it covered, for those who may read that.
 */
export type SearchTexts = Readonly<{
  names: readonly string[]
  persons: readonly string[]
  texts: readonly string[]
  notes: readonly string[]
  coveredNotes: readonly string[]
}>

/**
 * What a list of complaints can be ordered by. Severity, stage and assignee make groups, in each of which the
 * cases stand in the order they are due; assignees follow each other as names do, nobody comes last.
 */
export const LIST_SORTS = ['due', 'received', 'code', 'severity', 'stage', 'assignee'] as const
export type ListSort = (typeof LIST_SORTS)[number]
export type ListOrder = Readonly<{ by: ListSort; descending: boolean }>
export const DUE_FIRST: ListOrder = { by: 'due', descending: false }

/** Keyset position: where the last row seen stands in its order, and in which group. */
export type ListCursor = Readonly<{ group: string | null; key: string; id: string }>
export type ListQuestion = Readonly<{
  filter: ComplaintFilter
  order: ListOrder
  after: ListCursor | null
  limit: number
  /** Whether whoever asks may find a case by what a firm noted. */
  readsNotes: boolean
  /** Which cases they may find by whose they are: every one, those they handle, or none. */
  readsPersons: 'all' | 'handled' | 'none'
}>
export type ComplaintPage = Readonly<{
  items: readonly ComplaintSummary[]
  next: ListCursor | null
}>

export type WorkCounts = Readonly<{
  overdue: number
  today: number
  week: number
  awaitingApproval: number
  open: number
  /** The next due day of any open complaint, for the empty state of "Hôm nay". */
  nextDueOn: LocalDate | null
}>
