import type { BreachState, NoticeDecision } from '../breach/model.ts'
import type { Channel, Outcome, Severity, Status } from '../complaints/model.ts'
import type { DeadlineState } from '../deadlines/model.ts'
import type { Instant, LocalDate } from '../kernel/calendar.ts'
import type { Variant } from '../letters/kind-record.ts'
import type { LetterKind } from '../letters/kinds.ts'
import type { LateReason } from '../deadlines/late.ts'
import type { DispatchChannel } from '../letters/model.ts'
import type { ApprovalMark } from '../people/account.ts'
import type { IdentityResult, PassedOn, Right, RightState } from '../rights/model.ts'

/** The books a board keeps over all its cases, as an inspector asks for them. */
export const REGISTERS = ['complaints', 'rights', 'violations', 'letters'] as const
export type Register = (typeof REGISTERS)[number]

/** The ways in which a register leaves the program. */
export const REGISTER_FORMATS = ['xlsx', 'pdf'] as const
export type RegisterFormat = (typeof REGISTER_FORMATS)[number]

/** Rows that fit one paper: some forty leaves, set in a few seconds. A longer register is printed by shorter periods. */
export const MAX_PRINTED = 500

/** What every line of a register has. `at` is what it is ordered by: a day or a moment. */
export type RegisterLine = Readonly<{
  id: string
  at: string
  complaintId: string
  code: string
  complainantName: string
}>

/** Where a page of a register ends. */
export type RegisterCursor = Pick<RegisterLine, 'at' | 'id'>

export type ComplaintLine = RegisterLine &
  Readonly<{
    receivedOn: LocalDate
    channel: Channel
    site: string
    subject: string
    severity: Severity
    status: Status
    outcome: Outcome | null
    assigneeId: string | null
    /** The end of the policy's 30 days, and how they stand. */
    answerBy: LocalDate | null
    answerState: DeadlineState | null
    answeredOn: LocalDate | null
    /** The authority or court that sent it on, with the number of its paper; null for none. */
    authority: Readonly<{ name: string; number: string }> | null
    /** Why the answer, or a reply in it, was late, chosen and in words; null where nobody had to say so. */
    lateReason: LateReason | null
    lateExplanation: string | null
  }>

export type RightLine = RegisterLine &
  Readonly<{
    right: Right
    askedAt: Instant
    viaProcessor: boolean
    state: RightState
    settledOn: LocalDate | null
    remark: string
    /** Null while nobody was checked. */
    identityResult: IdentityResult | null
    /** Of its reply and of its execution: by when, when, and whether in time; null where it has no such clock. */
    replyBy: LocalDate | null
    replyState: DeadlineState | null
    repliedAt: Instant | null
    doneBy: LocalDate | null
    doneState: DeadlineState | null
    /** To whom it was passed on, when, and when they confirmed; without what was struck out. */
    passedOn: readonly Pick<PassedOn, 'recipient' | 'toldOn' | 'confirmedOn'>[]
  }>

/** A notice the law asks for: its rule, when it was given or its paper made, and whether in time. */
export type NoticeOfLine = Readonly<{
  rule: string
  state: DeadlineState
  endsAt: Instant
  stoppedAt: Instant | null
}>

export type ViolationLine = RegisterLine &
  Readonly<{
    state: BreachState
    detectedAt: Instant
    happened: string
    people: number | null
    ruledOutReason: string
    harmNotice: NoticeDecision
    harmReason: string
    conductNotice: NoticeDecision
    conductReason: string
    measures: string
    notices: readonly NoticeOfLine[]
  }>

export type LetterLine = RegisterLine &
  Readonly<{
    number: string
    issuedOn: LocalDate
    kind: LetterKind
    variant: Variant
    /** Whom its author named; empty where nobody. */
    recipientName: string
    /** The firm it was written to; null for none. */
    firmName: string | null
    sentOn: LocalDate | null
    sentBy: DispatchChannel | null
    approvedBy: string | null
    approvalMark: ApprovalMark | null
    /** The number of the letter that took its place. */
    replacedBy: string | null
    erased: boolean
  }>

export type Lines = Readonly<{
  complaints: ComplaintLine
  rights: RightLine
  violations: ViolationLine
  letters: LetterLine
}>

/** Which lines of a register are read: those of a period, both days included, after the last one seen. */
export type RegisterQuestion = Readonly<{
  from: LocalDate
  to: LocalDate
  after: RegisterCursor | null
  limit: number
}>

/** A register as it is shown: its columns, and lines whose cells are ready to be read. */
export type RegisterPage = Readonly<{
  heads: readonly string[]
  rows: readonly Readonly<{
    id: string
    complaintId: string
    cells: readonly (string | number)[]
  }>[]
  next: RegisterCursor | null
}>
