import { newRight, type AskedRight, type SettledState, canRefuse } from '../rules.ts'
import { changedFields, type AuditValue } from '../../audit/model.ts'
import { lockActiveCase } from '../../case/command/load.ts'
import { settleCase } from '../../case/command/case-command.ts'
import { requireVersion } from '../../kernel/guards.ts'
import type { CaseFile } from '../../case/case-file.ts'
import { addMinutes, vietnamDate, type Instant, type LocalDate } from '../../kernel/calendar.ts'
import type { CommandContext } from '../../ports/context.ts'
import { requireAllowed } from '../../kernel/decision.ts'
import { DomainError, invalid } from '../../kernel/errors.ts'
import type { Right, RightRequest } from '../model.ts'

/**
 * Marks that a complaint asks for a right; its clocks start from `askedAt`. Raises `INVALID_INPUT` for a moment
 * still to come or before the complaint came in, `ALREADY_EXISTS` while the same right is open.
 */
export async function addRight(
  context: CommandContext,
  input: AskedRight & Readonly<{ complaintId: string; askedAt: Instant }>,
): Promise<RightRequest> {
  const { complaintId, askedAt, ...asked } = input
  const file = await lockActiveCase(context.repositories, complaintId)
  requireAskedAt(context, file, askedAt)
  requireOnce(file, asked.kind)
  const right = newRight(context, complaintId, asked, askedAt)
  await context.repositories.rights.insert(right)
  record(context, right, 'right.asked', {})
  await settleCase(context, complaintId)
  return right
}

/** Puts right what was marked of an open request: when it was asked, and who must act for it. */
export async function editRight(
  context: CommandContext,
  input: Readonly<{ id: string; version: number; viaProcessor: boolean; askedAt: Instant }>,
): Promise<RightRequest> {
  const { right, file } = await lockRight(context, input)
  requireOpen(right)
  requireAskedAt(context, file, input.askedAt)
  const { viaProcessor, askedAt } = input
  return update(context, right, { ...right, viaProcessor, askedAt }, 'right.edited')
}

/**
 * Puts on record that a right was carried out or refused, and on which day, which stops its clock; or that it
 * was dropped: taken back, or marked by mistake. What was refused or dropped needs a remark.
 */
export async function settleRight(
  context: CommandContext,
  input: Readonly<{
    id: string
    version: number
    state: SettledState
    settledOn: LocalDate | null
    remark: string
  }>,
): Promise<RightRequest> {
  const { right, file } = await lockRight(context, input)
  requireOpen(right)
  if (input.state === 'refused') requireAllowed(canRefuse(file))
  if (input.state !== 'done' && input.remark === '') throw invalid('remark', 'REQUIRED')
  const { state, remark } = input
  const settledOn = state === 'dropped' ? null : requireSettledOn(context, right, input.settledOn)
  return update(context, right, { ...right, state, settledOn, remark }, 'right.settled')
}

/** Takes an end put on record by mistake back: the right is open again and its clock runs on. */
export async function reopenRight(
  context: CommandContext,
  input: Readonly<{ id: string; version: number }>,
): Promise<RightRequest> {
  const { right, file } = await lockRight(context, input)
  if (right.state === 'open')
    throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'RIGHT_OPEN' }])
  requireOnce(file, right.kind)
  return update(context, right, { ...right, state: 'open', settledOn: null }, 'right.reopened')
}

async function lockRight(
  context: CommandContext,
  input: Readonly<{ id: string; version: number }>,
): Promise<Readonly<{ right: RightRequest; file: CaseFile }>> {
  const found = await context.repositories.rights.find(input.id)
  if (found === null) throw new DomainError('NOT_FOUND')
  const file = await lockActiveCase(context.repositories, found.complaintId)
  const right = file.rights.find(({ id }) => id === input.id)
  if (right === undefined) throw new DomainError('NOT_FOUND')
  requireVersion(right, input.version)
  return { right, file }
}

function requireOpen({ state }: RightRequest): void {
  if (state !== 'open') throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'RIGHT_SETTLED' }])
}

function requireOnce({ rights }: CaseFile, kind: Right): void {
  if (rights.some((right) => right.kind === kind && right.state === 'open')) {
    throw new DomainError('ALREADY_EXISTS', [{ path: 'kind', code: 'RIGHT_ASKED_ALREADY' }])
  }
}

function requireAskedAt({ clock }: CommandContext, { complaint }: CaseFile, at: Instant): void {
  if (at > addMinutes(clock.now(), 1)) throw invalid('askedAt', 'TIME_IN_FUTURE')
  if (at < complaint.receivedAt) throw invalid('askedAt', 'ASKED_BEFORE_RECEIPT')
}

function requireSettledOn(
  { clock }: CommandContext,
  { askedAt }: RightRequest,
  day: LocalDate | null,
): LocalDate {
  if (day === null) throw invalid('settledOn', 'REQUIRED')
  if (day > vietnamDate(clock.now())) throw invalid('settledOn', 'DAY_IN_FUTURE')
  if (day < vietnamDate(askedAt)) throw invalid('settledOn', 'SETTLED_BEFORE_ASKED')
  return day
}

async function update(
  context: CommandContext,
  before: RightRequest,
  after: RightRequest,
  action: string,
): Promise<RightRequest> {
  const stored = await context.repositories.rights.update(after)
  record(context, stored, action, audited(before))
  await settleCase(context, stored.complaintId)
  return stored
}

function record(
  context: CommandContext,
  right: RightRequest,
  action: string,
  before: Readonly<Record<string, AuditValue>>,
): void {
  context.audit({
    action,
    complaintId: right.complaintId,
    entity: 'right',
    entityId: right.id,
    changes: [
      { field: 'right', from: null, to: right.kind },
      ...changedFields(before, audited(right)),
    ],
  })
}

function audited(right: RightRequest): Readonly<Record<string, AuditValue>> {
  const { viaProcessor, askedAt, state, settledOn, remark } = right
  return { viaProcessor, askedAt, state, settledOn, remark }
}
