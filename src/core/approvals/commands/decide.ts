import type { AuditAction } from '../../audit/actions.ts'
import { changedFields } from '../../audit/model.ts'
import { caseCommand } from '../../case/command/case-command.ts'
import type { HeldCase } from '../../case/command/held-case.ts'
import { requireActive, requireAnswered } from '../../complaints/status.ts'
import { requireAllowed } from '../../kernel/decision.ts'
import { assertNever, DomainError } from '../../kernel/errors.ts'
import { requireFound, requireVersion } from '../../kernel/guards.ts'
import { promoteAccount } from '../../people/commands/accounts.ts'
import { requireWord } from '../../people/second-person.ts'
import type { CommandContext } from '../../ports/context.ts'
import { searchedUntil } from '../../investigation/search.ts'
import { promisesLeft } from '../../remediation/model.ts'
import { eraseCase } from '../../retention/commands/erase.ts'
import { liftHold } from '../../retention/commands/holds.ts'
import type { Approval, ApprovalRequest } from '../model.ts'
import { canDecide, requireChairLeft, requireNoOpenClock } from '../rules.ts'
import { isOfConflict, settleConflictRequest } from './conflict-requests.ts'
import { settleEnding } from './ending-requests.ts'
import { recordApproval } from './record.ts'

export type ApprovalDecision = Readonly<{
  id: string
  version: number
  decision: 'approve' | 'return'
  remark: string
}>

/**
 * Decides a request by a second person. An approval carries it out in the same transaction; when what it
 * was asked for has changed since, it is refused and has to be asked anew.
 */
export async function decideApproval(
  context: CommandContext,
  input: ApprovalDecision,
): Promise<Approval> {
  const { approvals } = context.repositories
  const found = requireFound(await approvals.find(input.id))
  const { request } = found
  if (request.kind === 'change-role') {
    const decided = await approvals.update(decisionOn(context, found, input))
    recordApproval(context, decided, decisionOf(input))
    if (input.decision === 'approve') await changeRole(context, found, request)
    return decided
  }
  // A request that is returned may be about a case that ended meanwhile.
  const { answer } = await caseCommand(
    context,
    request.complaintId,
    async (held) => {
      const approval = requireFound(held.file.approvals.find(({ id }) => id === input.id))
      const decided = await held.write.approvals.update(decisionOn(context, approval, input))
      recordApproval(context, decided, decisionOf(input))
      await follow(context, held, decided, input.decision)
      return decided
    },
    'any',
  )
  return answer
}

/** Takes back what one asked for oneself. */
export async function withdrawApproval(
  context: CommandContext,
  input: Readonly<{ id: string; version: number }>,
): Promise<Approval> {
  const { approvals } = context.repositories
  const found = requireFound(await approvals.find(input.id))
  const withdraw = async (
    approval: Approval,
    update: (row: Approval) => Promise<Approval>,
  ): Promise<Approval> => {
    requireVersion(approval, input.version)
    if (approval.state !== 'pending' || approval.requestedBy !== context.actor.personId) {
      throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'APPROVAL_NOT_YOURS' }])
    }
    const stored = await update({ ...approval, state: 'withdrawn' })
    recordApproval(context, stored, 'approval.withdrawn')
    return stored
  }
  if (found.complaintId === null) return withdraw(found, (row) => approvals.update(row))
  const { answer } = await caseCommand(
    context,
    found.complaintId,
    async (held) => {
      const approval = requireFound(held.file.approvals.find(({ id }) => id === input.id))
      const withdrawn = await withdraw(approval, (row) => held.write.approvals.update(row))
      const { request } = approval
      if (isOfConflict(request)) await settleConflictRequest(context, held, request, 'drop')
      return withdrawn
    },
    'any',
  )
  return answer
}

/** The request as decided. Raises when the one who decides may not, or saw another version of it. */
function decisionOn(
  { actor, clock }: CommandContext,
  approval: Approval,
  { version, decision, remark }: ApprovalDecision,
): Approval {
  requireVersion(approval, version)
  if (approval.requestedBy === actor.personId) {
    throw new DomainError('SECOND_PERSON_REQUIRED', [{ path: '', code: 'APPROVER_IS_REQUESTER' }])
  }
  requireAllowed(canDecide(approval, actor))
  return {
    ...approval,
    state: decision === 'approve' ? 'approved' : 'returned',
    decidedBy: actor.personId,
    decidedAt: clock.now(),
    mark: requireWord(actor).mark,
    remark: remark === '' ? null : remark,
  }
}

function decisionOf({ decision }: ApprovalDecision): AuditAction {
  return decision === 'approve' ? 'approval.approved' : 'approval.returned'
}

/** What follows from a decision, in the same transaction. */
async function follow(
  context: CommandContext,
  held: HeldCase,
  approval: Approval,
  decision: ApprovalDecision['decision'],
): Promise<void> {
  const { request } = approval
  if (isOfConflict(request)) {
    const outcome = decision === 'approve' ? 'approve' : 'drop'
    await settleConflictRequest(context, held, request, outcome)
    return
  }
  if (decision !== 'approve') return
  switch (request.kind) {
    case 'change-role':
      return
    case 'lift-hold':
      return liftHold(context, held, request.holdId)
    case 'anonymise-complaint':
      return eraseCase(context, held, approval, request)
    case 'close-complaint':
    case 'end-complaint':
    case 'correct-receipt':
      return carryOut(context, held, approval, request)
    default:
      return assertNever(request)
  }
}

/** A request about a case that is not over. */
type CaseRequest = Extract<
  ApprovalRequest,
  { kind: 'close-complaint' } | { kind: 'end-complaint' } | { kind: 'correct-receipt' }
>

async function carryOut(
  context: CommandContext,
  held: HeldCase,
  { id, subjectVersion }: Approval,
  request: CaseRequest,
): Promise<void> {
  const { complaint } = held.file
  requireActive(complaint)
  requireVersion(complaint, subjectVersion)
  switch (request.kind) {
    case 'close-complaint':
      return close(context, held, request)
    case 'end-complaint':
      return settleEnding(context, held, request, id)
    case 'correct-receipt':
      return correctReceipt(context, held, request)
    default:
      return assertNever(request)
  }
}

async function close(
  context: CommandContext,
  { file: { complaint, deadlines, steps, rootCause }, write }: HeldCase,
  { reason }: Extract<ApprovalRequest, { kind: 'close-complaint' }>,
): Promise<void> {
  requireAnswered(complaint)
  requireNoOpenClock(deadlines)
  const closedAt = context.clock.now()
  await write.complaint.update({ ...complaint, status: 'closed', closedAt, endReason: reason })
  context.audit({
    action: 'complaint.closed',
    complaintId: complaint.id,
    entity: 'complaint',
    entityId: complaint.id,
    changes: changedFields(
      { status: complaint.status },
      { status: 'closed', ...promisesOnRecord(steps), ...searchOnRecord(rootCause) },
    ),
  })
}

/** What is still promised when a case is closed: it stays in the list of whoever promised it. */
function promisesOnRecord(steps: HeldCase['file']['steps']) {
  const { count, until } = promisesLeft(steps)
  return count === 0 ? {} : { promises: count, promisesUntil: until }
}

/** Until when the cause is looked for after the closing, where that was promised. */
function searchOnRecord(cause: HeldCase['file']['rootCause']) {
  const searchUntil = searchedUntil(cause)
  return searchUntil === null ? {} : { searchUntil }
}

async function correctReceipt(
  context: CommandContext,
  { file: { complaint, rights }, write }: HeldCase,
  { receivedAt, receivedOn }: Extract<ApprovalRequest, { kind: 'correct-receipt' }>,
): Promise<void> {
  await write.complaint.update({ ...complaint, receivedAt, receivedOn })
  // What was asked for in the complaint itself was asked for when it was received.
  for (const right of rights.filter(({ askedAt }) => askedAt === complaint.receivedAt)) {
    await write.rights.update({ ...right, askedAt: receivedAt })
  }
  context.audit({
    action: 'complaint.receiptCorrected',
    complaintId: complaint.id,
    entity: 'complaint',
    entityId: complaint.id,
    changes: changedFields({ receivedAt: complaint.receivedAt }, { receivedAt }),
  })
}

async function changeRole(
  context: CommandContext,
  approval: Approval,
  request: Extract<ApprovalRequest, { kind: 'change-role' }>,
): Promise<void> {
  const people = await context.repositories.people.lockAll()
  const person = requireFound(people.find((each) => each.id === request.personId))
  requireVersion(person, approval.subjectVersion)
  requireChairLeft(people, person, request)
  const { role, active } = request
  await context.repositories.people.update({ ...person, role, active })
  context.audit({
    action: 'person.roleChanged',
    entity: 'person',
    entityId: person.id,
    changes: changedFields({ role: person.role, active: person.active }, { role, active }),
  })
  const { requestedBy } = approval
  await promoteAccount(context, person.id, { from: person.role, to: role, requestedBy })
}
