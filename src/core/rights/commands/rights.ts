import type { AuditAction } from '../../audit/actions.ts'
import { changedFields, type AuditValue } from '../../audit/model.ts'
import type { CaseFile } from '../../case/case-file.ts'
import { caseCommand } from '../../case/command/case-command.ts'
import type { HeldCase } from '../../case/command/held-case.ts'
import { vietnamDate, type Instant, type LocalDate } from '../../kernel/calendar.ts'
import { requireAllowed } from '../../kernel/decision.ts'
import { DomainError, invalid } from '../../kernel/errors.ts'
import { requireFound, requirePast, requirePastDay, requireVersion } from '../../kernel/guards.ts'
import type { CommandContext } from '../../ports/context.ts'
import type { Right, RightRequest } from '../model.ts'
import {
  canRefuse,
  isAskedFor,
  needsDay,
  needsRemark,
  newRight,
  type AskedRight,
  type SettledState,
} from '../rules.ts'

/**
 * Marks that a complaint asks for a right; its clocks start from `askedAt`. Raises `INVALID_INPUT` for a moment
 * still to come or before the complaint came in, `ALREADY_EXISTS` while the same right is open.
 */
export async function addRight(
  context: CommandContext,
  input: AskedRight & Readonly<{ complaintId: string; askedAt: Instant }>,
): Promise<RightRequest> {
  const { complaintId, askedAt, ...asked } = input
  const { answer } = await caseCommand(context, complaintId, async ({ file, write }) => {
    requireAskedAt(context, file, askedAt)
    requireOnce(file, asked.kind)
    const right = newRight(context, complaintId, asked, askedAt)
    await write.rights.insert(right)
    record(context, right, 'right.asked', {})
    return right
  })
  return answer
}

/** Puts right what was marked of an open request: when it was asked, and who must act for it. */
export async function editRight(
  context: CommandContext,
  input: Readonly<{ id: string; version: number; viaProcessor: boolean; askedAt: Instant }>,
): Promise<RightRequest> {
  const { viaProcessor, askedAt } = input
  return changeRight(context, input, 'right.edited', (right, { file }) => {
    requireOpen(right)
    requireAskedAt(context, file, askedAt)
    return { ...right, viaProcessor, askedAt }
  })
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
  const { state, remark } = input
  return changeRight(context, input, 'right.settled', (right, { file }) => {
    requireOpen(right)
    if (state === 'refused') requireAllowed(canRefuse(file))
    if (needsRemark(state) && remark === '') throw invalid('remark', 'REQUIRED')
    const settledOn = needsDay(state) ? requireSettledOn(context, right, input.settledOn) : null
    return { ...right, state, settledOn, remark }
  })
}

/** Takes an end put on record by mistake back: the right is open again and its clock runs on. */
export async function reopenRight(
  context: CommandContext,
  input: Readonly<{ id: string; version: number }>,
): Promise<RightRequest> {
  return changeRight(context, input, 'right.reopened', (right, { file }) => {
    if (right.state === 'open') {
      throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'RIGHT_OPEN' }])
    }
    requireOnce(file, right.kind)
    return { ...right, state: 'open', settledOn: null }
  })
}

/** Changes a right of a case that is not over, on record. */
async function changeRight(
  context: CommandContext,
  input: Readonly<{ id: string; version: number }>,
  action: AuditAction,
  change: (right: RightRequest, held: HeldCase) => RightRequest,
): Promise<RightRequest> {
  const { complaintId } = requireFound(await context.repositories.rights.find(input.id))
  const { answer } = await caseCommand(context, complaintId, async (held) => {
    const right = requireFound(held.file.rights.find(({ id }) => id === input.id))
    requireVersion(right, input.version)
    const stored = await held.write.rights.update(change(right, held))
    record(context, stored, action, audited(right))
    return stored
  })
  return answer
}

function requireOpen({ state }: RightRequest): void {
  if (state !== 'open') throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'RIGHT_SETTLED' }])
}

function requireOnce({ rights }: CaseFile, kind: Right): void {
  if (isAskedFor(kind, rights)) {
    throw new DomainError('ALREADY_EXISTS', [{ path: 'kind', code: 'RIGHT_ASKED_ALREADY' }])
  }
}

function requireAskedAt({ clock }: CommandContext, { complaint }: CaseFile, at: Instant): void {
  requirePast('askedAt', at, clock.now())
  if (at < complaint.receivedAt) throw invalid('askedAt', 'ASKED_BEFORE_RECEIPT')
}

function requireSettledOn(
  { clock }: CommandContext,
  { askedAt }: RightRequest,
  day: LocalDate | null,
): LocalDate {
  if (day === null) throw invalid('settledOn', 'REQUIRED')
  requirePastDay('settledOn', day, clock.now(), 'DAY_IN_FUTURE')
  if (day < vietnamDate(askedAt)) throw invalid('settledOn', 'SETTLED_BEFORE_ASKED')
  return day
}

function record(
  context: CommandContext,
  right: RightRequest,
  action: AuditAction,
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
