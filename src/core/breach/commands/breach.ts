import type { AuditAction } from '../../audit/actions.ts'
import { changedFields, type AuditEntry } from '../../audit/model.ts'
import { caseCommand } from '../../case/command/case-command.ts'
import { requireEvidenceOfCase } from '../../evidence/rules.ts'
import type { Instant } from '../../kernel/calendar.ts'
import { DomainError, invalid } from '../../kernel/errors.ts'
import { requireFound, requirePast, requireVersion } from '../../kernel/guards.ts'
import { can } from '../../people/permissions.ts'
import type { CommandContext } from '../../ports/context.ts'
import { DATA_ITEMS } from '../../taxonomies/data-items.ts'
import { unknownCodes } from '../../taxonomies/term.ts'
import {
  noticesOfBreach,
  suspectedBreach,
  type Breach,
  type BreachFacts,
  type BreachNotice,
  type NoticeAnswer,
} from '../model.ts'
import { saysViolation } from '../rules.ts'
import { auditedBreach, suspicionEvent } from '../suspicion.ts'

/**
 * Records what is known of a violation, with `version` 0 for the first time; the hours run from `detectedAt`.
 * What law asks of the board outlives the complaint, so this stays open when it is over. Only the board rules a
 * suspicion out, with a reason, or moves its detection later. Raises `INVALID_INPUT` for a moment still to come, an unknown kind
 * of data, or ruling out what a check or the cause still says.
 */
export async function saveBreach(context: CommandContext, input: BreachFacts): Promise<Breach> {
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
      if (input.state === 'ruled-out') {
        if (input.ruledOutReason === '') throw invalid('ruledOutReason', 'REQUIRED')
        // One person does not undo what the record of the case says; that is corrected where it stands.
        if (before?.state !== 'ruled-out' && saysViolation(file)) {
          throw invalid('state', 'VIOLATION_STANDS')
        }
      }
      // Every hour limit runs from here: only the board gives itself more of them.
      const later = before !== null && input.detectedAt > before.detectedAt
      if (later && !can(actor.role, 'breach.ruleOut')) {
        throw new DomainError('FORBIDDEN', [{ path: 'detectedAt', code: 'ROLE_NOT_ALLOWED' }])
      }
      requireOccurrence(input, clock.now())
      requireMinutes(input, clock.now())
      const start = before ?? suspectedBreach(input.complaintId, input.detectedAt)
      const confirmedAt = input.state === 'confirmed' ? (start.confirmedAt ?? clock.now()) : null
      const stored = await write.breach.save({ ...start, ...input, confirmedAt })
      context.audit(
        before === null ? suspicionEvent(stored) : breachEvent('breach.saved', before, stored),
      )
      return stored
    },
    'any',
  )
  return answer
}

/** A moment is told when, and only when, one is known; what was detected had happened by then. */
function requireOccurrence(input: BreachFacts, now: Instant): void {
  const { occurrence, occurredAt, detectedAt } = input
  if (occurrence === 'unknown') {
    if (occurredAt !== null) throw invalid('occurredAt', 'OCCURRENCE_UNKNOWN')
    return
  }
  if (occurredAt === null) throw invalid('occurredAt', 'REQUIRED')
  requirePast('occurredAt', occurredAt, now)
  if (occurredAt > detectedAt) throw invalid('occurredAt', 'OCCURRED_AFTER_DETECTION')
}

/** A record is closed after it was begun, and both have happened. */
function requireMinutes({ minutesFrom, minutesTo }: BreachFacts, now: Instant): void {
  if (minutesFrom !== null) requirePast('minutesFrom', minutesFrom, now)
  if (minutesTo === null) return
  requirePast('minutesTo', minutesTo, now)
  if (minutesFrom !== null && minutesTo < minutesFrom) {
    throw invalid('minutesTo', 'MINUTES_CLOSED_BEFORE_BEGUN')
  }
}

/**
 * Decides whether a violation must be notified, each half of the law by itself and with its reason (Law 91/2025, Articles
 * 23.1 and 23.3). A case whose findings speak of a violation nobody recorded has it recorded by this. May be decided anew:
 * what was decided before stays in the journal. Raises `NOT_ALLOWED` for a violation that was ruled out.
 */
export async function decideNotice(
  context: CommandContext,
  input: Readonly<{
    complaintId: string
    version: number
    harm: NoticeAnswer
    conduct: NoticeAnswer
  }>,
): Promise<Breach> {
  const { clock, actor } = context
  const { complaintId, version, harm, conduct } = input
  const { answer } = await caseCommand(
    context,
    complaintId,
    async ({ file, write }) => {
      requireVersion({ version: file.breach?.version ?? 0 }, version)
      if (file.breach?.state === 'ruled-out') {
        throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'BREACH_RULED_OUT' }])
      }
      const now = clock.now()
      const before = file.breach ?? suspectedBreach(complaintId, now)
      const stored = await write.breach.save({
        ...before,
        harmNotice: decisionOf(harm),
        harmReason: harm.reason,
        conductNotice: decisionOf(conduct),
        conductReason: conduct.reason,
        decidedAt: now,
        decidedBy: actor.personId,
      })
      if (file.breach === null) context.audit(suspicionEvent(before))
      context.audit(breachEvent('breach.decided', before, stored))
      return stored
    },
    'any',
  )
  return answer
}

function decisionOf({ owed }: NoticeAnswer): Breach['harmNotice'] {
  return owed ? 'owed' : 'not-owed'
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
      if (breach === null || !noticesOfBreach(breach).includes(input.rule)) {
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

function breachEvent(
  action: 'breach.saved' | 'breach.decided',
  before: Breach,
  after: Breach,
): AuditEntry {
  return {
    action,
    complaintId: after.complaintId,
    entity: 'breach',
    entityId: after.complaintId,
    changes: changedFields(auditedBreach(before), auditedBreach(after)),
  }
}

function recordAct(
  context: CommandContext,
  { id, complaintId }: BreachNotice,
  action: AuditAction,
  changes: ReturnType<typeof changedFields>,
): void {
  context.audit({ action, complaintId, entity: 'breachNotice', entityId: id, changes })
}
