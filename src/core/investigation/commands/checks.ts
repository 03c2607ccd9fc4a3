import { changedFields, type AuditValue } from '../../audit/model.ts'
import { caseCommand } from '../../case/command/case-command.ts'
import type { Complaint } from '../../complaints/model.ts'
import type { Instant } from '../../kernel/calendar.ts'
import { DomainError, invalid } from '../../kernel/errors.ts'
import { requireFound, requirePast, requireVersion } from '../../kernel/guards.ts'
import type { CommandContext } from '../../ports/context.ts'
import { DATA_ITEMS } from '../../taxonomies/data-items.ts'
import { SYSTEMS } from '../../taxonomies/systems.ts'
import { unknownCodes } from '../../taxonomies/term.ts'
import { wasLookedAt, type CheckPhase, type Finding, type StateCheck } from '../model.ts'

export type CheckInput = Readonly<{
  complaintId: string
  /** 0 for a cell nobody has filled yet. */
  version: number
  dataItem: string
  system: string
  phase: CheckPhase
  finding: Finding
  detail: string
  checkedAt: Instant
}>

/**
 * Records what was found about one data item in one system, before or after the remedy. A cell has one
 * finding at a time; earlier ones stay in the history. Who checked is who is signed in. What is not checked needs its reason.
 */
export async function saveCheck(context: CommandContext, input: CheckInput): Promise<StateCheck> {
  const { actor, clock, ids } = context
  const { answer } = await caseCommand(context, input.complaintId, async ({ file, write }) => {
    const issues = [
      ...unknownCodes('dataItem', [input.dataItem], DATA_ITEMS),
      ...unknownCodes('system', [input.system], SYSTEMS),
    ]
    if (issues.length > 0) throw new DomainError('INVALID_INPUT', issues)
    if (!wasLookedAt(input) && input.detail === '') throw invalid('detail', 'REQUIRED')
    requirePast('checkedAt', input.checkedAt, clock.now())

    const existing = file.stateChecks.find((check) => sameCell(check, input))
    requireVersion({ version: existing?.version ?? 0 }, input.version)
    const check: StateCheck = {
      ...input,
      id: existing?.id ?? ids.next(),
      version: existing?.version ?? 1,
      checkedBy: actor.personId,
    }
    if (existing === undefined) await write.stateChecks.insert(check)
    const stored = existing === undefined ? check : await write.stateChecks.update(check)
    context.audit({
      action: 'state.checked',
      complaintId: input.complaintId,
      entity: 'stateCheck',
      entityId: check.id,
      changes: changedFields(existing === undefined ? {} : audited(existing), audited(check)),
    })
    return stored
  })
  return answer
}

/** Takes a finding back; it stays readable in the history. */
export async function removeCheck(
  context: CommandContext,
  input: Readonly<{ id: string; version: number }>,
): Promise<Readonly<{ removed: true }>> {
  const { complaintId } = requireFound(await context.repositories.stateChecks.find(input.id))
  await caseCommand(context, complaintId, async ({ file, write }) => {
    const check = requireFound(file.stateChecks.find(({ id }) => id === input.id))
    await write.stateChecks.remove(input.id, input.version)
    context.audit({
      action: 'state.checkRemoved',
      complaintId,
      entity: 'stateCheck',
      entityId: check.id,
      changes: Object.entries(audited(check)).map(([field, from]) => ({ field, from, to: null })),
    })
  })
  return { removed: true }
}

/** Concludes the check in one statement for the letter, or reopens it with null. Policy clause 2.2. */
export async function concludeCheck(
  context: CommandContext,
  input: Readonly<{ complaintId: string; version: number; statement: string | null }>,
): Promise<Complaint> {
  const { actor, clock } = context
  const { complaintId, version, statement } = input
  const { file } = await caseCommand(context, complaintId, async (held) => {
    const { complaint, stateChecks } = held.file
    requireVersion(complaint, version)
    if (statement !== null && !stateChecks.some(wasLookedAt)) {
      throw new DomainError('NOT_ALLOWED', [{ path: 'state', code: 'STATE_NO_CHECK' }])
    }
    const concluded = statement !== null
    await held.write.complaint.update({
      ...complaint,
      stateConclusion: statement,
      stateConcludedAt: concluded ? clock.now() : null,
      stateConcludedBy: concluded ? actor.personId : null,
    })
    context.audit({
      action: concluded ? 'state.concluded' : 'state.reopened',
      complaintId,
      entity: 'complaint',
      entityId: complaintId,
      changes: changedFields(
        { stateConclusion: complaint.stateConclusion },
        { stateConclusion: statement },
      ),
    })
  })
  return file.complaint
}

function sameCell(check: StateCheck, input: CheckInput): boolean {
  return (
    check.dataItem === input.dataItem &&
    check.system === input.system &&
    check.phase === input.phase
  )
}

function audited(check: StateCheck): Readonly<Record<string, AuditValue>> {
  return {
    dataItem: check.dataItem,
    system: check.system,
    phase: check.phase,
    finding: check.finding,
    detail: check.detail,
    checkedAt: check.checkedAt,
  }
}
