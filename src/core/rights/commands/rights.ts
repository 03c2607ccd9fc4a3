import type { AuditAction } from '../../audit/actions.ts'
import { changedFields, type AuditValue } from '../../audit/model.ts'
import type { CaseFile } from '../../case/case-file.ts'
import { caseCommand } from '../../case/command/case-command.ts'
import type { HeldCase } from '../../case/command/held-case.ts'
import { vietnamDate, type Instant, type LocalDate } from '../../kernel/calendar.ts'
import { isKeptCopy } from '../../evidence/model.ts'
import { requireAllowed } from '../../kernel/decision.ts'
import { DomainError, invalid } from '../../kernel/errors.ts'
import { requireFound, requirePast, requirePastDay, requireVersion } from '../../kernel/guards.ts'
import type { CommandContext } from '../../ports/context.ts'
import { explained, NOT_LATE, type LateReason } from '../../deadlines/late.ts'
import type { IdentityCheck, Right, RightRequest } from '../model.ts'
import { dueWithCheck } from './copies-due.ts'
import type { PassedOn } from '../model.ts'
import {
  canCarryOut,
  canRefuse,
  isAskedFor,
  lateSettling,
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
    recordRight(context, right, 'right.asked', null)
    return right
  })
  return answer
}

/**
 * Puts right what was marked of an open request: when it was asked, who must act for it, and the new day given for it once
 * its own is over, which letters then promise.
 */
export async function editRight(
  context: CommandContext,
  input: Readonly<{
    id: string
    version: number
    viaProcessor: boolean
    askedAt: Instant
    promisedOn: LocalDate | null
  }>,
): Promise<RightRequest> {
  const { viaProcessor, askedAt, promisedOn } = input
  return changeRight(context, input, 'right.edited', (right, { file }) => {
    requireOpen(right)
    requireAskedAt(context, file, askedAt)
    if (promisedOn !== right.promisedOn) requireStillAhead(context, promisedOn)
    return { ...right, viaProcessor, askedAt, promisedOn }
  })
}

/**
 * Puts on record that a right was carried out or refused, and on which day, which stops its clock; or that it
 * was dropped: taken back, or marked by mistake. What was refused or dropped needs a remark, and what is late its reason.
 */
export async function settleRight(
  context: CommandContext,
  input: Readonly<{
    id: string
    version: number
    state: SettledState
    settledOn: LocalDate | null
    remark: string
    lateReason: LateReason | null
    lateExplanation: string
  }>,
): Promise<RightRequest> {
  const { state, remark } = input
  return changeRight(context, input, 'right.settled', (right, { file, settings }) => {
    requireOpen(right)
    if (state === 'done') {
      requireAllowed(canCarryOut(right, file.complaint, settings.rights.needIdentity))
    }
    if (state === 'refused') requireAllowed(canRefuse(right, file))
    if (needsRemark(state) && remark === '') throw invalid('remark', 'REQUIRED')
    const settledOn = needsDay(state) ? requireSettledOn(context, right, input.settledOn) : null
    const late = lateSettling(right, file.deadlines, { state, settledOn }) !== null
    return { ...right, state, settledOn, remark, ...explained(late, input) }
  })
}

/**
 * Puts on record that it was checked who asks for an open right. The copy of a paper that was sent is destroyed before: it has
 * its day; one that is kept among the evidence is due for it by this. Raises `INVALID_INPUT` for a day still to come or before the request, or a copy without its destruction.
 */
export async function checkIdentity(
  context: CommandContext,
  input: Readonly<{ id: string; version: number }> & Omit<IdentityCheck, 'checkedBy'>,
): Promise<RightRequest> {
  const { id: _id, version: _version, ...check } = input
  return changeRight(context, input, 'right.identityChecked', async (right, held) => {
    requireOpen(right)
    const { checkedOn, way, copyDestroyedOn } = check
    const now = context.clock.now()
    requirePastDay('checkedOn', checkedOn, now, 'DAY_IN_FUTURE')
    if (checkedOn < vietnamDate(right.askedAt)) throw invalid('checkedOn', 'CHECKED_BEFORE_ASKED')
    if (way === 'copy') {
      // A copy that is kept is destroyed by its own press, which puts the day on record.
      const kept = held.file.evidence.some(isKeptCopy)
      if (copyDestroyedOn === null && !kept) throw invalid('copyDestroyedOn', 'REQUIRED')
      if (copyDestroyedOn !== null) {
        requirePastDay('copyDestroyedOn', copyDestroyedOn, now, 'DAY_IN_FUTURE')
      }
    }
    await dueWithCheck(context, held, checkedOn)
    return {
      ...right,
      identity: {
        ...check,
        checkedBy: context.actor.personId,
        copyDestroyedOn: way === 'copy' ? copyDestroyedOn : null,
      },
    }
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
    return { ...right, state: 'open', settledOn: null, ...NOT_LATE }
  })
}

/** Changes a right on record: of a case that is not over, or of `any`. */
export async function changeRight(
  context: CommandContext,
  input: Readonly<{ id: string; version: number }>,
  action: AuditAction,
  change: (right: RightRequest, held: HeldCase) => RightRequest | Promise<RightRequest>,
  which: 'active' | 'any' = 'active',
): Promise<RightRequest> {
  const { complaintId } = requireFound(await context.repositories.rights.find(input.id))
  const { answer } = await caseCommand(
    context,
    complaintId,
    async (held) => {
      const right = requireFound(held.file.rights.find(({ id }) => id === input.id))
      requireVersion(right, input.version)
      const stored = await held.write.rights.update(await change(right, held))
      recordRight(context, stored, action, right)
      return stored
    },
    which,
  )
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

function requireStillAhead({ clock }: CommandContext, day: LocalDate | null): void {
  if (day !== null && day < vietnamDate(clock.now())) {
    throw invalid('promisedOn', 'PROMISED_DAY_OVER')
  }
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

/** Puts on record what happened to a right, `before` it happened and now; null for one that is new. */
export function recordRight(
  context: CommandContext,
  right: RightRequest,
  action: AuditAction,
  before: RightRequest | null,
): void {
  context.audit({
    action,
    complaintId: right.complaintId,
    entity: 'right',
    entityId: right.id,
    changes: [
      { field: 'right', from: null, to: right.kind },
      ...changedFields(before === null ? {} : audited(before), audited(right)),
    ],
  })
}

function audited(right: RightRequest): Readonly<Record<string, AuditValue>> {
  const { viaProcessor, askedAt, promisedOn, state, settledOn, remark, identity } = right
  const { lateReason, lateExplanation } = right
  return {
    ...{ viaProcessor, askedAt, promisedOn, state, settledOn, remark },
    ...{ lateReason, lateExplanation },
    checkedOn: identity?.checkedOn ?? null,
    way: identity?.way ?? null,
    against: identity?.against ?? null,
    identityResult: identity?.result ?? null,
    copyDestroyedOn: identity?.copyDestroyedOn ?? null,
    passedOn: right.passedOn.map(passedOnWords),
  }
}

/** Whom a right was passed on to, as the journal keeps it. */
function passedOnWords({
  recipient,
  toldOn,
  reference,
  confirmedOn,
  struckReason,
}: PassedOn): string {
  return [recipient, toldOn, reference, confirmedOn ?? '', struckReason ?? ''].join(' · ')
}
