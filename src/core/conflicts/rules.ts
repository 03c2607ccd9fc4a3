import { DomainError, invalid } from '../kernel/errors.ts'
import type { Person } from '../people/model.ts'
import { can } from '../people/permissions.ts'
import type { Conflict } from './model.ts'

/** Fewer than two, and nobody is left to give the second person's word on a letter of the case. */
const ENOUGH_APPROVERS = 2

/** Whether a member is kept from a case with these conflicts. */
export function isShutOut(conflicts: readonly Conflict[], personId: string): boolean {
  return conflicts.some((each) => each.personId === personId && each.state === 'named')
}

/** Whether a firm is kept from a case with these conflicts. */
export function isFirmShutOut(conflicts: readonly Conflict[], firmId: string): boolean {
  return conflicts.some((each) => each.firmId === firmId && each.state === 'named')
}

/**
 * Whether a conflict is one its own person must not hear of: somebody else asked for it, and it is not decided, or was
 * never granted. Once it is named they are kept from the whole case.
 */
export function isKeptFrom(conflict: Conflict, personId: string): boolean {
  const { state, recordedBy } = conflict
  return (
    conflict.personId === personId &&
    recordedBy !== personId &&
    (state === 'asked' || state === 'dropped')
  )
}

/** The conflict of a member that is asked for or holds. */
export function liveConflict(
  conflicts: readonly Conflict[],
  personId: string,
): Conflict | undefined {
  return conflicts.find(
    ({ state, ...each }) => each.personId === personId && (state === 'asked' || state === 'named'),
  )
}

/** Raises `INVALID_INPUT` on `path` for work of a case given to somebody it concerns. */
export function requireNotShutOut(
  conflicts: readonly Conflict[],
  personId: string,
  path = 'assigneeId',
): void {
  if (isShutOut(conflicts, personId)) throw invalid(path, 'PERSON_CONCERNED')
}

/** Raises `NOT_ALLOWED` for a firm the case concerns. */
export function requireFirmNotShutOut(conflicts: readonly Conflict[], firmId: string): void {
  if (isFirmShutOut(conflicts, firmId)) {
    throw new DomainError('NOT_ALLOWED', [{ path: 'firmId', code: 'FIRM_CONCERNED' }])
  }
}

/** What of a member decides whether they may give a second person's word. */
type Member = Pick<Person, 'id' | 'active' | 'role'>

/** How many can still approve a letter of the case once this member is kept from it. */
export function approversLeft(
  people: readonly Member[],
  conflicts: readonly Conflict[],
  personId: string,
): number {
  return people.filter(
    ({ id, active, role }) =>
      active && can(role, 'letter.approve') && id !== personId && !isShutOut(conflicts, id),
  ).length
}

/** Raises `NOT_ALLOWED` when fewer than two approvers would be left, unless that was `accepted`, which is on record. */
export function requireApproversLeft(left: number, accepted: boolean): void {
  if (left >= ENOUGH_APPROVERS || accepted) return
  throw new DomainError('NOT_ALLOWED', [
    { path: 'fewApprovers', code: 'APPROVERS_TOO_FEW', params: { count: left } },
  ])
}

/**
 * Raises `NOT_ALLOWED` when nobody could decide the request: it takes somebody who may, is not kept from the case, and is
 * neither who asks nor who it is about.
 */
export function requireDecider(
  people: readonly Member[],
  conflicts: readonly Conflict[],
  request: Readonly<{ personId: string; requestedBy: string }>,
): void {
  const deciders = people.filter(
    ({ id, active, role }) =>
      active &&
      can(role, 'approval.decide') &&
      id !== request.requestedBy &&
      id !== request.personId &&
      !isShutOut(conflicts, id),
  )
  if (deciders.length === 0) {
    throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'NOBODY_TO_DECIDE' }])
  }
}
