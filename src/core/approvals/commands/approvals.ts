import { canDecide } from '../rules.ts'
import { changedFields } from '../../audit/model.ts'
import { lockActiveCase } from '../../case/command/load.ts'
import { settleCase } from '../../case/command/case-command.ts'
import { requireVersion } from '../../kernel/guards.ts'
import type { CaseFile } from '../../case/case-file.ts'
import { requirePastReceipt } from '../../complaints/receipt.ts'
import { requireStatus } from '../../complaints/status.ts'
import { vietnamDate, type Instant } from '../../kernel/calendar.ts'
import type { CommandContext } from '../../ports/context.ts'
import { requireAllowed } from '../../kernel/decision.ts'
import { assertNever, DomainError, invalid } from '../../kernel/errors.ts'
import type { Person } from '../../people/model.ts'
import type { Role } from '../../people/permissions.ts'
import type { Approval, ApprovalRequest } from '../model.ts'

/** Asks to close an answered complaint: an act of its own, for a second person to confirm. */
export async function requestClosing(
  context: CommandContext,
  input: Readonly<{ complaintId: string; version: number; reason: string }>,
): Promise<Approval> {
  const file = await lockActiveCase(context.repositories, input.complaintId)
  requireVersion(file.complaint, input.version)
  requireStatus(file.complaint, 'answered')
  requireNoOpenClock(file)
  return ask(context, file, {
    kind: 'close-complaint',
    complaintId: input.complaintId,
    reason: input.reason,
  })
}

/** Asks to correct the day of receipt, which moves the legal end; immutable in any other way. */
export async function requestReceiptCorrection(
  context: CommandContext,
  input: Readonly<{ complaintId: string; version: number; receivedAt: Instant; reason: string }>,
): Promise<Approval> {
  const file = await lockActiveCase(context.repositories, input.complaintId)
  requireVersion(file.complaint, input.version)
  requireStatus(file.complaint, 'open')
  requirePastReceipt(input.receivedAt, context.clock.now())
  if (input.receivedAt === file.complaint.receivedAt) throw invalid('receivedAt', 'NOT_CHANGED')
  return ask(context, file, {
    kind: 'correct-receipt',
    complaintId: input.complaintId,
    receivedAt: input.receivedAt,
    receivedOn: vietnamDate(input.receivedAt),
    reason: input.reason,
  })
}

/** Asks to change what somebody may do, or whether they may sign in at all. */
export async function requestRoleChange(
  context: CommandContext,
  input: Readonly<{
    personId: string
    version: number
    role: Role
    active: boolean
    reason: string
  }>,
): Promise<Approval> {
  const { version, ...change } = input
  const person = await context.repositories.people.find(input.personId)
  if (person === null) throw new DomainError('NOT_FOUND')
  requireVersion(person, version)
  requireChairLeft(await context.repositories.people.all(), person, change)
  return insert(context, { kind: 'change-role', ...change }, null, person.version)
}

/**
 * Decides a request by a second person. An approval carries it out in the same transaction; when what it
 * was asked for has changed since, it is refused and has to be asked anew.
 */
export async function decideApproval(
  context: CommandContext,
  input: Readonly<{
    id: string
    version: number
    decision: 'approve' | 'return'
    remark: string
  }>,
): Promise<Approval> {
  const { actor, clock, repositories } = context
  const approval = await findApproval(context, input.id)
  requireVersion(approval, input.version)
  if (approval.requestedBy === actor.personId) {
    throw new DomainError('SECOND_PERSON_REQUIRED', [{ path: '', code: 'APPROVER_IS_REQUESTER' }])
  }
  requireAllowed(canDecide(approval, actor))
  const approved = input.decision === 'approve'
  const stored = await repositories.approvals.update({
    ...approval,
    state: approved ? 'approved' : 'returned',
    decidedBy: actor.personId,
    decidedAt: clock.now(),
    remark: input.remark === '' ? null : input.remark,
  })
  record(context, stored, approved ? 'approval.approved' : 'approval.returned')
  if (approved) await carryOut(context, approval)
  return stored
}

export async function withdrawApproval(
  context: CommandContext,
  input: Readonly<{ id: string; version: number }>,
): Promise<Approval> {
  const approval = await findApproval(context, input.id)
  requireVersion(approval, input.version)
  if (approval.state !== 'pending' || approval.requestedBy !== context.actor.personId) {
    throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'APPROVAL_NOT_YOURS' }])
  }
  const stored = await context.repositories.approvals.update({ ...approval, state: 'withdrawn' })
  record(context, stored, 'approval.withdrawn')
  return stored
}

async function carryOut(context: CommandContext, approval: Approval): Promise<void> {
  const { request } = approval
  switch (request.kind) {
    case 'close-complaint': {
      const file = await lockUnchanged(context, request.complaintId, approval)
      const { complaint } = file
      requireStatus(complaint, 'answered')
      requireNoOpenClock(file)
      await context.repositories.complaints.update({
        ...complaint,
        status: 'closed',
        closedAt: context.clock.now(),
        endReason: request.reason,
      })
      context.audit({
        action: 'complaint.closed',
        complaintId: complaint.id,
        entity: 'complaint',
        entityId: complaint.id,
        changes: changedFields({ status: complaint.status }, { status: 'closed' }),
      })
      await settleCase(context, complaint.id)
      return
    }
    case 'correct-receipt':
      return correctReceipt(context, approval, request)
    case 'change-role':
      return changeRole(context, approval, request)
    default:
      return assertNever(request)
  }
}

async function correctReceipt(
  context: CommandContext,
  approval: Approval,
  request: Extract<ApprovalRequest, { kind: 'correct-receipt' }>,
): Promise<void> {
  const { complaint, rights } = await lockUnchanged(context, request.complaintId, approval)
  const { receivedAt, receivedOn } = request
  await context.repositories.complaints.update({ ...complaint, receivedAt, receivedOn })
  // What was asked for in the complaint itself was asked for when it was received.
  for (const right of rights.filter(({ askedAt }) => askedAt === complaint.receivedAt)) {
    await context.repositories.rights.update({ ...right, askedAt: receivedAt })
  }
  context.audit({
    action: 'complaint.receiptCorrected',
    complaintId: complaint.id,
    entity: 'complaint',
    entityId: complaint.id,
    changes: changedFields({ receivedAt: complaint.receivedAt }, { receivedAt }),
  })
  await settleCase(context, complaint.id)
}

async function changeRole(
  context: CommandContext,
  approval: Approval,
  request: Extract<ApprovalRequest, { kind: 'change-role' }>,
): Promise<void> {
  const people = await context.repositories.people.lockAll()
  const person = people.find((each) => each.id === request.personId)
  if (person === undefined) throw new DomainError('NOT_FOUND')
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
}

/** A board without an active chair could never be administered again. */
function requireChairLeft(
  people: readonly Person[],
  person: Person,
  change: Readonly<{ role: Role; active: boolean }>,
): void {
  if (person.role !== 'chair' || (change.role === 'chair' && change.active)) return
  const others = people.filter(
    (each) => each.id !== person.id && each.active && each.role === 'chair',
  )
  if (others.length === 0) {
    throw new DomainError('NOT_ALLOWED', [{ path: 'role', code: 'LAST_CHAIR' }])
  }
}

/** A case somebody still waits on, the complainant or an authority, is not closed. */
function requireNoOpenClock({ deadlines }: CaseFile): void {
  const open = deadlines.filter(({ state }) => state === 'running').length
  if (open > 0) {
    throw new DomainError('NOT_ALLOWED', [
      { path: '', code: 'CLOCKS_OPEN', params: { count: open } },
    ])
  }
}

async function lockUnchanged(
  context: CommandContext,
  complaintId: string,
  approval: Approval,
): Promise<CaseFile> {
  const file = await lockActiveCase(context.repositories, complaintId)
  requireVersion(file.complaint, approval.subjectVersion)
  return file
}

async function ask(
  context: CommandContext,
  file: CaseFile,
  request: ApprovalRequest,
): Promise<Approval> {
  const { complaint, approvals } = file
  if (approvals.some((each) => each.state === 'pending' && each.request.kind === request.kind)) {
    throw new DomainError('ALREADY_EXISTS', [{ path: '', code: 'APPROVAL_PENDING' }])
  }
  return insert(context, request, complaint.id, complaint.version)
}

async function insert(
  context: CommandContext,
  request: ApprovalRequest,
  complaintId: string | null,
  subjectVersion: number,
): Promise<Approval> {
  const approval: Approval = {
    id: context.ids.next(),
    version: 1,
    state: 'pending',
    request,
    complaintId,
    subjectVersion,
    requestedBy: context.actor.personId,
    requestedAt: context.clock.now(),
    decidedBy: null,
    decidedAt: null,
    remark: null,
  }
  await context.repositories.approvals.insert(approval)
  record(context, approval, 'approval.requested')
  return approval
}

function record(context: CommandContext, approval: Approval, action: string): void {
  context.audit({
    action,
    complaintId: approval.complaintId,
    entity: 'approval',
    entityId: approval.id,
    changes: changedFields(
      {},
      { kind: approval.request.kind, reason: approval.request.reason, remark: approval.remark },
    ),
  })
}

async function findApproval(context: CommandContext, id: string): Promise<Approval> {
  const approval = await context.repositories.approvals.find(id)
  if (approval === null) throw new DomainError('NOT_FOUND')
  return approval
}
