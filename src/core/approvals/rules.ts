import type { ShutCase } from '../conflicts/model.ts'
import type { Deadline } from '../deadlines/model.ts'
import { openClocks } from '../deadlines/open-clocks.ts'
import { decide, type Decision } from '../kernel/decision.ts'
import { assertNever, DomainError, type Issue } from '../kernel/errors.ts'
import type { Person } from '../people/model.ts'
import { isAbsent } from '../people/fields.ts'
import { can, type Action, type Role } from '../people/permissions.ts'
import type { Approval, ApprovalRequest } from './model.ts'

/** What the decider of a request must be allowed to do themselves. */
export function actionOf(request: ApprovalRequest): Action {
  switch (request.kind) {
    case 'close-complaint':
    case 'end-complaint':
      return 'complaint.close'
    case 'correct-receipt':
      return 'complaint.correctReceipt'
    case 'name-conflict':
    case 'lift-conflict':
    case 'lift-hold':
    case 'anonymise-complaint':
    case 'change-role':
      // Whoever asks; any other member of the board is the second pair of eyes.
      return 'approval.decide'
    default:
      return assertNever(request)
  }
}

/** Two pairs of eyes: never the person who asked, nor the person it is about. */
export function canDecide(
  approval: Approval,
  actor: Readonly<{ personId: string; role: Role }>,
): Decision {
  const reasons: Issue[] = []
  if (approval.state !== 'pending') reasons.push({ path: '', code: 'APPROVAL_DECIDED' })
  if (approval.requestedBy === actor.personId) {
    reasons.push({ path: '', code: 'APPROVER_IS_REQUESTER' })
  }
  const { request } = approval
  if (subjectOf(request) === actor.personId) {
    reasons.push({ path: '', code: 'APPROVER_IS_SUBJECT' })
  }
  if (!can(actor.role, actionOf(request))) reasons.push({ path: '', code: 'ROLE_NOT_ALLOWED' })
  return decide(reasons)
}

/** The person a request is about; null for one about a case alone. */
function subjectOf(request: ApprovalRequest): string | null {
  return 'personId' in request ? request.personId : null
}

/**
 * Whether somebody may learn of a request at all. One that would keep them from a case, or let them in again, is not for
 * their eyes, unless they asked for it themselves.
 */
export function mayKnowOf({ request, requestedBy }: Approval, personId: string | null): boolean {
  const isOfConflict = request.kind === 'name-conflict' || request.kind === 'lift-conflict'
  return !isOfConflict || request.personId !== personId || requestedBy === personId
}

/**
 * Whether a request that waits is shown to somebody. One for another role is for those who decide and those who look
 * after accounts, and not for whom it is about, unless they asked for it.
 */
export function isShownTo(
  reader: Readonly<{ personId: string; role: Role }>,
): (approval: Approval) => boolean {
  const { personId, role } = reader
  const reads = !isAbsent(role, 'roleRequest')
  return ({ request, requestedBy }) =>
    request.kind !== 'change-role' ||
    requestedBy === personId ||
    (reads && request.personId !== personId)
}

/** A request as somebody reads it: of which case that they are kept from another is a duplicate is not said. */
export function withoutShutCase(approval: Approval, shut: readonly ShutCase[]): Approval {
  const { request } = approval
  if (request.kind !== 'end-complaint') return approval
  const isShut = shut.some(({ id }) => id === request.original?.id)
  return isShut ? { ...approval, request: { ...request, original: null } } : approval
}

/** The request of this kind on a case that waits for a second person: there is one at a time. */
export function pendingRequest(
  approvals: readonly Approval[],
  kind: ApprovalRequest['kind'],
): Approval | undefined {
  return approvals.find(({ state, request }) => state === 'pending' && request.kind === kind)
}

/** Raises `NOT_ALLOWED` when the change leaves no active chair: a board without one could never be administered again. */
export function requireChairLeft(
  people: readonly Person[],
  person: Person,
  change: Readonly<{ role: Role; active: boolean }>,
): void {
  const administers = ({ role, active }: Pick<Person, 'role' | 'active'>): boolean =>
    active && can(role, 'board.administer')
  if (!can(person.role, 'board.administer') || administers(change)) return
  const others = people.filter((each) => each.id !== person.id && administers(each))
  if (others.length === 0) {
    throw new DomainError('NOT_ALLOWED', [{ path: 'role', code: 'LAST_CHAIR' }])
  }
}

/**
 * Raises `NOT_ALLOWED`, naming each clock that runs, for a case somebody still waits on, the complainant or an authority: it is not
 * closed.
 */
export function requireNoOpenClock(
  deadlines: readonly Pick<Deadline, 'state' | 'rule' | 'legalEnd'>[],
): void {
  const open = openClocks(deadlines)
  if (open.length > 0) throw new DomainError('NOT_ALLOWED', open)
}
