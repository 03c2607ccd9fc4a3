import { mayActFor } from '../complaints/mandate.ts'
import type { Instant, LocalDate } from '../kernel/calendar.ts'
import type { Deadline } from '../deadlines/model.ts'
import { RULE } from '../deadlines/rule-table.ts'
import { decide, type Decision } from '../kernel/decision.ts'
import type { Ids } from '../kernel/sources.ts'
import type { Dispatch, Letter } from '../letters/model.ts'
import { isDispatched, refusesRight } from '../letters/rules.ts'
import { RIGHTS, type Right, type RightRequest, type RightState } from './model.ts'

/** A right as it is marked: which, and whether a processor or third party must act for it. */
export type AskedRight = Readonly<{ kind: Right; viaProcessor: boolean }>

/** How a right that was asked for came to its end. */
export type SettledState = Exclude<RightState, 'open'>

/** A right as it stands when it is marked. */
export function newRight(
  { ids }: Readonly<{ ids: Ids }>,
  complaintId: string,
  asked: AskedRight,
  askedAt: Instant,
): RightRequest {
  return {
    ...asked,
    id: ids.next(),
    complaintId,
    version: 1,
    askedAt,
    state: 'open',
    identity: null,
    promisedOn: null,
    settledOn: null,
    remark: '',
    ...{ lateReason: null, lateExplanation: null },
    passedOn: [],
  }
}

/** The rights every letter about a case names: all but those taken back or marked by mistake. */
export function standingRights(rights: readonly RightRequest[]): readonly RightRequest[] {
  return rights.filter(({ state }) => state !== 'dropped')
}

/** The clocks of a right among those of its case; undefined where no rule was in force on its day. */
export function clocksOfRight<Clock extends Pick<Deadline, 'rule' | 'triggerId'>>(
  { id }: Pick<RightRequest, 'id'>,
  deadlines: readonly Clock[],
): Readonly<{ reply: Clock | undefined; execution: Clock | undefined }> {
  const own = deadlines.filter(({ triggerId }) => triggerId === id)
  return {
    reply: own.find(({ rule }) => rule === RULE.rightReply),
    execution: own.find(({ rule }) => rule !== RULE.rightReply),
  }
}

/** Whether a right is asked for and still open: it is then not marked a second time. */
export function isAskedFor(
  kind: Right,
  rights: readonly Pick<RightRequest, 'kind' | 'state'>[],
): boolean {
  return rights.some((right) => right.kind === kind && right.state === 'open')
}

/** The rights that may still be marked as asked for. */
export function rightsToMark(
  rights: readonly Pick<RightRequest, 'kind' | 'state'>[],
): readonly Right[] {
  return RIGHTS.filter((kind) => !isAskedFor(kind, rights))
}

/** What was carried out or refused has its day; what was dropped has none. */
export function needsDay(state: SettledState): boolean {
  return state !== 'dropped'
}

/**
 * Whether a right may be carried out, by the board or by a processor or seller it is passed on to: whoever speaks for another
 * or for a child may, by what is on record (Law 91/2025, Article 24), and what the board's table says needs a check of who asks has
 * one with a match (`settings.rights`; Decree 356/2025, Article 5: the request of the data subject). What is carried out already was
 * checked as the table then was; it is passed on without a second check.
 */
export function canCarryOut(
  { kind, identity, state }: Pick<RightRequest, 'kind' | 'identity' | 'state'>,
  complaint: Parameters<typeof mayActFor>[0],
  needsIdentity: readonly string[],
): Decision {
  const spokenFor = mayActFor(complaint)
  if (!spokenFor.allowed) return spokenFor
  const unchecked =
    state !== 'done' && needsIdentity.includes(kind) && identity?.result !== 'matched'
  return decide(unchecked ? [{ path: 'identity', code: 'IDENTITY_NOT_CHECKED' }] : [])
}

/**
 * The day a right was due when it is settled after it (Decree 356/2025, Article 5), which is then explained; null where that is in
 * time, where it is dropped, and where no rule was in force.
 */
export function lateSettling(
  right: Pick<RightRequest, 'id'>,
  deadlines: readonly Pick<Deadline, 'rule' | 'triggerId' | 'legalEnd'>[],
  { state, settledOn }: Readonly<{ state: SettledState; settledOn: LocalDate | null }>,
): LocalDate | null {
  const { execution } = clocksOfRight(right, deadlines)
  if (execution === undefined || settledOn === null || !needsDay(state)) return null
  return settledOn > execution.legalEnd ? execution.legalEnd : null
}

/** What was refused or dropped needs to say why. */
export function needsRemark(state: SettledState): boolean {
  return state !== 'done'
}

/**
 * A refusal, in whole or in part, is told in writing with its reasons (Law 91/2025, Articles 13.3 and 14.5), and of this very
 * right: a letter refuses the rights it names as refused and no other.
 */
export function canRefuse(
  right: Pick<RightRequest, 'id' | 'askedAt'>,
  {
    letters,
    dispatches,
  }: Readonly<{ letters: readonly Letter[]; dispatches: readonly Dispatch[] }>,
): Decision {
  const told = letters.some(
    (letter) => refusesRight(letter, right) && isDispatched(letter, dispatches),
  )
  return decide(told ? [] : [{ path: 'letters', code: 'REFUSAL_NOT_TOLD' }])
}
