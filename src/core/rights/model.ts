import { RULE } from '../deadlines/rule-table.ts'
import type { Instant, LocalDate } from '../kernel/calendar.ts'
import type { LateReason } from '../deadlines/late.ts'

/** What a data subject can ask for (Law 91/2025, Article 4.1; limits in Decree 356/2025, Article 5). */
export const RIGHTS = [
  'withdraw',
  'restrict',
  'object',
  'view',
  'correct',
  'copy',
  'delete',
  'protect',
] as const
export type Right = (typeof RIGHTS)[number]

/** The rule under which each right is carried out. */
export const RULE_OF_RIGHT: Readonly<Record<Right, string>> = {
  withdraw: RULE.rightToStop,
  restrict: RULE.rightToStop,
  object: RULE.rightToStop,
  view: RULE.rightToSee,
  correct: RULE.rightToSee,
  copy: RULE.rightToSee,
  delete: RULE.rightToDeletion,
  protect: RULE.rightToProtection,
}

/**
 * Whether the law gives longer for a right when a processor or third party must act. Decree 356/2025, Article 5.3 gives
 * five days more to a correction only; to let somebody view has no longer limit (one source read; not compared with the
 * gazette, so the shorter reading is taken).
 */
export const PROCESSOR_TAKES_LONGER: Readonly<Record<Right, boolean>> = {
  withdraw: true,
  restrict: true,
  object: true,
  view: false,
  correct: true,
  copy: true,
  delete: true,
  protect: false,
}

/** How it was checked that whoever asks is who they say. No copy of a paper is kept: one that was sent is destroyed at once. */
export const IDENTITY_WAYS = ['contact', 'account', 'paper', 'copy', 'questions'] as const
export type IdentityWay = (typeof IDENTITY_WAYS)[number]

export const IDENTITY_RESULTS = ['matched', 'unmatched'] as const
export type IdentityResult = (typeof IDENTITY_RESULTS)[number]

/** That somebody checked who asks: when, how, against what and with which result. */
export type IdentityCheck = Readonly<{
  checkedOn: LocalDate
  checkedBy: string
  way: IdentityWay
  /** What it was compared with. */
  against: string
  result: IdentityResult
  /** The day on which the copy that was sent was destroyed; null where none was. */
  copyDestroyedOn: LocalDate | null
}>

/**
 * That a request was passed on to a processor or a seller who holds the data too (Law 91/2025, Articles 10 and 14): to whom, when,
 * by what, and when they confirmed that they did it.
 */
export type PassedOn = Readonly<{
  id: string
  recipient: string
  toldOn: LocalDate
  /** The letter it was passed on by; null where it was told in another way. */
  letterId: string | null
  /** The number of that letter, or how else they were told. */
  reference: string
  recordedBy: string
  /** The day they confirmed; null while they have not. */
  confirmedOn: LocalDate | null
  /** What they confirmed, in short. */
  confirmation: string
  /** Why it does not stand; null where it does. */
  struckReason: string | null
}>

export const RIGHT_STATES = ['open', 'done', 'refused', 'dropped'] as const
export type RightState = (typeof RIGHT_STATES)[number]

/**
 * One right asked for within a complaint. `done` is carried out, `refused` is answered in writing with
 * reasons (the letter of refusal), `dropped` was taken back or noted by mistake.
 */
export type RightRequest = Readonly<{
  id: string
  complaintId: string
  version: number
  kind: Right
  /** A processor or third party must act: the law gives longer for some rights. */
  viaProcessor: boolean
  askedAt: Instant
  state: RightState
  /** The check of who asks, the latest; null while there is none. The clocks run on meanwhile. */
  identity: IdentityCheck | null
  /** The new day given for it once its own has passed; null while none is. */
  promisedOn: LocalDate | null
  /** The Vietnam day on which it was carried out or refused; null while open. */
  settledOn: LocalDate | null
  remark: string
  /** Why it was settled after its day, and the same in words; null where it was in time, or before anybody asked. */
  lateReason: LateReason | null
  lateExplanation: string | null
  /** To which processors and sellers it was passed on. */
  passedOn: readonly PassedOn[]
}>
