import type { AuditAction } from '../../audit/actions.ts'
import { changedFields, type AuditValue } from '../../audit/model.ts'
import { caseCommand } from '../../case/command/case-command.ts'
import { requireEvidenceOfCase } from '../../evidence/rules.ts'
import type { Instant } from '../../kernel/calendar.ts'
import { DomainError, invalid } from '../../kernel/errors.ts'
import { requireFound, requirePast, requireVersion } from '../../kernel/guards.ts'
import { can } from '../../people/permissions.ts'
import type { CommandContext } from '../../ports/context.ts'
import { DATA_ITEMS } from '../../taxonomies/data-items.ts'
import { unknownCodes } from '../../taxonomies/term.ts'
import { rulesOfBreach, type Breach, type BreachNotice } from '../model.ts'

/**
 * Records what is known of a violation, with `version` 0 for the first time; the hours run from `detectedAt`.
 * What law asks of the board outlives the complaint, so this stays open when it is over. Only the board rules a
 * suspicion out, with a reason. Raises `INVALID_INPUT` for a moment still to come or an unknown kind of data.
 */
export async function saveBreach(context: CommandContext, input: Breach): Promise<Breach> {
  const { clock, actor } = context
  const { answer } = await caseCommand(
    context,
    input.complaintId,
    async ({ file, write }) => {
      const before = file.breach
      requireVersion({ version: before?.version ?? 0 }, input.version)
      requirePast('detectedAt', input.detectedAt, clock.now())
      const unknown = unknownCodes('dataItems', input.dataItems, DATA_ITEMS)
      if (unknown.length > 0) throw new DomainError('INVALID_INPUT', unknown)
      const ruling = input.state === 'ruled-out' || before?.state === 'ruled-out'
      if (ruling && input.state !== before?.state && !can(actor.role, 'breach.ruleOut')) {
        throw new DomainError('FORBIDDEN', [{ path: '', code: 'ROLE_NOT_ALLOWED' }])
      }
      if (input.state === 'ruled-out' && input.ruledOutReason === '') {
        throw invalid('ruledOutReason', 'REQUIRED')
      }
      const stored = await write.breach.save(input)
      context.audit({
        action: before === null ? 'breach.suspected' : 'breach.saved',
        complaintId: input.complaintId,
        entity: 'breach',
        entityId: input.complaintId,
        changes: changedFields(before === null ? {} : audited(before), audited(stored)),
      })
      return stored
    },
    'any',
  )
  return answer
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
  const { clock, ids, actor } = context
  const { answer } = await caseCommand(
    context,
    input.complaintId,
    async ({ file, write }) => {
      const { breach } = file
      if (breach === null || !rulesOfBreach(breach).includes(input.rule)) {
        throw invalid('rule', 'NO_SUCH_DUTY')
      }
      const now = clock.now()
      requirePast('givenAt', input.givenAt, now)
      if (input.givenAt < breach.detectedAt) throw invalid('givenAt', 'NOTICE_BEFORE_DETECTION')
      const { evidenceId } = input
      if (evidenceId !== null) requireEvidenceOfCase(file.evidence, 'evidenceId', [evidenceId])
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
      await write.breachNotices.insert(notice)
      const { rule, givenAt, recipient, reference } = notice
      recordAct(context, notice, 'breach.noticed', [
        ...changedFields({}, { rule, givenAt, recipient, reference, evidenceId }),
      ])
      return notice
    },
    'any',
  )
  return answer
}

/** Strikes a notice recorded by mistake out; the record stays, and the clock runs as if it had never been made. */
export async function strikeNotice(
  context: CommandContext,
  input: Readonly<{ id: string; version: number; reason: string }>,
): Promise<BreachNotice> {
  const { repositories, clock, actor } = context
  const { complaintId } = requireFound(await repositories.breachNotices.find(input.id))
  const { answer } = await caseCommand(
    context,
    complaintId,
    async ({ file, write }) => {
      const notice = requireFound(file.breachNotices.find(({ id }) => id === input.id))
      requireVersion(notice, input.version)
      if (notice.struckAt !== null) {
        throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'NOTICE_STRUCK' }])
      }
      const stored = await write.breachNotices.update({
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
      return stored
    },
    'any',
  )
  return answer
}

function recordAct(
  context: CommandContext,
  { id, complaintId }: BreachNotice,
  action: AuditAction,
  changes: ReturnType<typeof changedFields>,
): void {
  context.audit({ action, complaintId, entity: 'breachNotice', entityId: id, changes })
}

function audited(breach: Breach): Readonly<Record<string, AuditValue>> {
  const { complaintId: _, version: __, ...facts } = breach
  return facts
}
