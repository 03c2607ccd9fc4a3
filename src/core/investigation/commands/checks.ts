import { changedFields, type AuditValue } from '../../audit/model.ts'
import { lockActiveCase } from '../../case/command/load.ts'
import { settleCase } from '../../case/command/case-command.ts'
import { requireVersion } from '../../kernel/guards.ts'
import { unknownCodes } from '../../taxonomies/term.ts'
import type { Complaint } from '../../complaints/model.ts'
import { addMinutes, type Instant } from '../../kernel/calendar.ts'
import type { CommandContext } from '../../ports/context.ts'
import { DomainError, invalid } from '../../kernel/errors.ts'
import { DATA_ITEMS } from '../../taxonomies/data-items.ts'
import { SYSTEMS } from '../../taxonomies/systems.ts'
import type { CheckPhase, Finding, StateCheck } from '../model.ts'

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
 * finding at a time; earlier ones stay in the history. Who checked is who is signed in.
 */
export async function saveCheck(context: CommandContext, input: CheckInput): Promise<StateCheck> {
  const { repositories, actor, clock, ids } = context
  const file = await lockActiveCase(repositories, input.complaintId)
  const issues = [
    ...unknownCodes('dataItem', [input.dataItem], DATA_ITEMS),
    ...unknownCodes('system', [input.system], SYSTEMS),
  ]
  if (issues.length > 0) throw new DomainError('INVALID_INPUT', issues)
  if (input.checkedAt > addMinutes(clock.now(), 1)) throw invalid('checkedAt', 'TIME_IN_FUTURE')

  const existing = file.stateChecks.find((check) => sameCell(check, input))
  requireVersion({ version: existing?.version ?? 0 }, input.version)
  const check: StateCheck = {
    ...input,
    id: existing?.id ?? ids.next(),
    version: existing?.version ?? 1,
    checkedBy: actor.personId,
  }
  if (existing === undefined) await repositories.stateChecks.insert(check)
  const stored = existing === undefined ? check : await repositories.stateChecks.update(check)
  context.audit({
    action: 'state.checked',
    complaintId: input.complaintId,
    entity: 'stateCheck',
    entityId: check.id,
    changes: changedFields(existing === undefined ? {} : audited(existing), audited(check)),
  })
  await settleCase(context, input.complaintId)
  return stored
}

/** Takes a finding back; it stays readable in the history. */
export async function removeCheck(
  context: CommandContext,
  input: Readonly<{ id: string; version: number }>,
): Promise<Readonly<{ removed: true }>> {
  const check = await context.repositories.stateChecks.find(input.id)
  if (check === null) throw new DomainError('NOT_FOUND')
  await lockActiveCase(context.repositories, check.complaintId)
  await context.repositories.stateChecks.remove(input.id, input.version)
  context.audit({
    action: 'state.checkRemoved',
    complaintId: check.complaintId,
    entity: 'stateCheck',
    entityId: check.id,
    changes: Object.entries(audited(check)).map(([field, from]) => ({ field, from, to: null })),
  })
  await settleCase(context, check.complaintId)
  return { removed: true }
}

/** Concludes the check in one statement for the letter, or reopens it with null. Policy clause 2.2. */
export async function concludeCheck(
  context: CommandContext,
  input: Readonly<{ complaintId: string; version: number; statement: string | null }>,
): Promise<Complaint> {
  const { repositories, actor, clock } = context
  const { complaint, stateChecks } = await lockActiveCase(repositories, input.complaintId)
  requireVersion(complaint, input.version)
  if (input.statement !== null && stateChecks.length === 0) {
    throw new DomainError('NOT_ALLOWED', [{ path: 'state', code: 'STATE_NO_CHECK' }])
  }
  const concluded = input.statement !== null
  await repositories.complaints.update({
    ...complaint,
    stateConclusion: input.statement,
    stateConcludedAt: concluded ? clock.now() : null,
    stateConcludedBy: concluded ? actor.personId : null,
  })
  context.audit({
    action: concluded ? 'state.concluded' : 'state.reopened',
    complaintId: complaint.id,
    entity: 'complaint',
    entityId: complaint.id,
    changes: changedFields(
      { stateConclusion: complaint.stateConclusion },
      { stateConclusion: input.statement },
    ),
  })
  const settled = await settleCase(context, complaint.id)
  return settled.complaint
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
