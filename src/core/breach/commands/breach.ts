import { changedFields, type AuditValue } from '../../audit/model.ts'
import { lockCase } from '../../case/command/load.ts'
import { settleCase } from '../../case/command/case-command.ts'
import { requireVersion } from '../../kernel/guards.ts'
import type { CaseFile } from '../../case/case-file.ts'
import { unknownCodes } from '../../taxonomies/term.ts'
import { addMinutes, type Instant } from '../../kernel/calendar.ts'
import type { CommandContext } from '../../ports/context.ts'
import { DomainError, invalid } from '../../kernel/errors.ts'
import { can } from '../../people/permissions.ts'
import { DATA_ITEMS } from '../../taxonomies/data-items.ts'
import { rulesOfBreach, type Breach, type BreachNotice } from '../model.ts'

/**
 * Records what is known of a violation, with `version` 0 for the first time; the hours run from `detectedAt`.
 * What law asks of the board outlives the complaint, so this stays open when it is over. Only the board rules a
 * suspicion out, with a reason. Raises `INVALID_INPUT` for a moment still to come or an unknown kind of data.
 */
export async function saveBreach(context: CommandContext, input: Breach): Promise<Breach> {
  const { repositories, clock, actor } = context
  const file = await lockCase(repositories, input.complaintId)
  requireVersion({ version: file.breach?.version ?? 0 }, input.version)
  if (input.detectedAt > addMinutes(clock.now(), 1)) throw invalid('detectedAt', 'TIME_IN_FUTURE')
  const unknown = unknownCodes('dataItems', input.dataItems, DATA_ITEMS)
  if (unknown.length > 0) throw new DomainError('INVALID_INPUT', unknown)
  const ruling = input.state === 'ruled-out' || file.breach?.state === 'ruled-out'
  if (ruling && input.state !== file.breach?.state && !can(actor.role, 'breach.ruleOut')) {
    throw new DomainError('FORBIDDEN', [{ path: '', code: 'ROLE_NOT_ALLOWED' }])
  }
  if (input.state === 'ruled-out' && input.ruledOutReason === '') {
    throw invalid('ruledOutReason', 'REQUIRED')
  }
  const stored = await repositories.breaches.save(input)
  context.audit({
    action: file.breach === null ? 'breach.suspected' : 'breach.saved',
    complaintId: input.complaintId,
    entity: 'breach',
    entityId: input.complaintId,
    changes: changedFields(file.breach === null ? {} : audited(file.breach), audited(stored)),
  })
  await settleCase(context, input.complaintId)
  return stored
}

export type NoticeInput = Readonly<{
  complaintId: string
  rule: string
  givenAt: Instant
  recipient: string
  reference: string
  evidenceId: string | null
}>

/**
 * Puts on record that a notice the law asks for was given, which stops its clock. Raises `INVALID_INPUT` for a
 * duty this violation does not bring, a moment before the detection or still to come, or a file of another case.
 */
export async function recordNotice(
  context: CommandContext,
  input: NoticeInput,
): Promise<BreachNotice> {
  const { repositories, clock, ids, actor } = context
  const file = await lockCase(repositories, input.complaintId)
  const { breach } = file
  if (breach === null || !rulesOfBreach(breach).includes(input.rule)) {
    throw invalid('rule', 'NO_SUCH_DUTY')
  }
  const now = clock.now()
  if (input.givenAt > addMinutes(now, 1)) throw invalid('givenAt', 'TIME_IN_FUTURE')
  if (input.givenAt < breach.detectedAt) throw invalid('givenAt', 'NOTICE_BEFORE_DETECTION')
  const { evidenceId } = input
  if (evidenceId !== null && !file.evidence.some(({ id }) => id === evidenceId)) {
    throw invalid('evidenceId', 'EVIDENCE_UNKNOWN')
  }
  const notice: BreachNotice = {
    ...input,
    id: ids.next(),
    version: 1,
    recordedBy: actor.personId,
    recordedAt: now,
    struckAt: null,
    struckBy: null,
    struckReason: null,
  }
  await repositories.breachNotices.insert(notice)
  const { rule, givenAt, recipient, reference } = notice
  recordAct(context, notice, 'breach.noticed', [
    ...changedFields({}, { rule, givenAt, recipient, reference, evidenceId }),
  ])
  await settleCase(context, input.complaintId)
  return notice
}

/** Strikes a notice recorded by mistake out; the record stays, and the clock runs as if it had never been made. */
export async function strikeNotice(
  context: CommandContext,
  input: Readonly<{ id: string; version: number; reason: string }>,
): Promise<BreachNotice> {
  const { repositories, clock, actor } = context
  const { notice, file } = await lockNotice(context, input)
  if (notice.struckAt !== null) {
    throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'NOTICE_STRUCK' }])
  }
  const stored = await repositories.breachNotices.update({
    ...notice,
    struckAt: clock.now(),
    struckBy: actor.personId,
    struckReason: input.reason,
  })
  const { rule, givenAt, recipient } = notice
  recordAct(context, notice, 'breach.noticeStruck', [
    ...changedFields({ givenAt, recipient }, { rule, givenAt: null, recipient: null }),
    { field: 'reason', from: null, to: input.reason },
  ])
  await settleCase(context, file.complaint.id)
  return stored
}

async function lockNotice(
  { repositories }: CommandContext,
  input: Readonly<{ id: string; version: number }>,
): Promise<Readonly<{ notice: BreachNotice; file: CaseFile }>> {
  const found = await repositories.breachNotices.find(input.id)
  if (found === null) throw new DomainError('NOT_FOUND')
  const file = await lockCase(repositories, found.complaintId)
  const notice = file.breachNotices.find(({ id }) => id === input.id)
  if (notice === undefined) throw new DomainError('NOT_FOUND')
  requireVersion(notice, input.version)
  return { notice, file }
}

function recordAct(
  context: CommandContext,
  { id, complaintId }: BreachNotice,
  action: string,
  changes: ReturnType<typeof changedFields>,
): void {
  context.audit({ action, complaintId, entity: 'breachNotice', entityId: id, changes })
}

function audited(breach: Breach): Readonly<Record<string, AuditValue>> {
  const { complaintId: _, version: __, ...facts } = breach
  return facts
}
