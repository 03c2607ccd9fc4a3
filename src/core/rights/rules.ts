import type { Instant } from '../kernel/calendar.ts'
import { decide, type Decision } from '../kernel/decision.ts'
import type { Ids } from '../kernel/sources.ts'
import { LETTER } from '../letters/kinds.ts'
import type { Dispatch, Letter } from '../letters/model.ts'
import { isDispatched } from '../letters/rules.ts'
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
    settledOn: null,
    remark: '',
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

/** What was refused or dropped needs to say why. */
export function needsRemark(state: SettledState): boolean {
  return state !== 'done'
}

/** A refusal, in whole or in part, is told in writing with its reasons (Law 91/2025, Articles 13.3 and 14.5). */
export function canRefuse({
  letters,
  dispatches,
}: Readonly<{ letters: readonly Letter[]; dispatches: readonly Dispatch[] }>): Decision {
  const told = letters.some(
    (letter) => letter.kind === LETTER.refusal && isDispatched(letter, dispatches),
  )
  return decide(told ? [] : [{ path: 'letters', code: 'REFUSAL_NOT_TOLD' }])
}
