import { changedFields, type AuditValue } from '../../audit/model.ts'
import { lockActiveCase } from '../../case/command/load.ts'
import { settleCase } from '../../case/command/case-command.ts'
import { requireVersion } from '../../kernel/guards.ts'
import { requireActivePerson } from '../../people/commands/active-person.ts'
import { unknownCodes } from '../../taxonomies/term.ts'
import type { Complaint } from '../../complaints/model.ts'
import { liveSteps } from '../model.ts'
import { vietnamDate, type LocalDate } from '../../kernel/calendar.ts'
import type { CommandContext } from '../../ports/context.ts'
import { DomainError, invalid } from '../../kernel/errors.ts'
import { REMEDIES } from '../../taxonomies/remedies.ts'
import type { RemediationStep, StepState } from '../model.ts'

type StepPlan = Readonly<{
  type: string
  description: string
  ownerId: string | null
  dueOn: LocalDate | null
}>

/** Plans one remedy. It takes the place of "none needed", which is withdrawn on record. */
export async function addStep(
  context: CommandContext,
  input: StepPlan & Readonly<{ complaintId: string }>,
): Promise<RemediationStep> {
  const { repositories, ids } = context
  const { complaint } = await lockActiveCase(repositories, input.complaintId)
  await checkPlan(context, input)
  const step: RemediationStep = {
    ...input,
    id: ids.next(),
    version: 1,
    state: 'planned',
    doneOn: null,
    droppedReason: null,
  }
  await repositories.steps.insert(step)
  if (complaint.noRemedyReason !== null) await storeNoRemedy(context, complaint, null)
  context.audit({
    action: 'remedy.stepAdded',
    complaintId: input.complaintId,
    entity: 'step',
    entityId: step.id,
    changes: changedFields({}, audited(step)),
  })
  await settleCase(context, input.complaintId)
  return step
}

/** Changes a remedy, records it as done with its day, or drops it with a reason. */
export async function editStep(
  context: CommandContext,
  input: StepPlan &
    Readonly<{
      id: string
      version: number
      state: StepState
      doneOn: LocalDate | null
      droppedReason: string | null
    }>,
): Promise<RemediationStep> {
  const step = await findStep(context, input.id)
  const { complaint } = await lockActiveCase(context.repositories, step.complaintId)
  await checkPlan(context, input, step.ownerId)
  const doneOn = input.state === 'done' ? input.doneOn : null
  const droppedReason = input.state === 'dropped' ? input.droppedReason : null
  if (input.state === 'done') requireDayDone(context, doneOn)
  if (input.state === 'dropped' && droppedReason === null)
    throw invalid('droppedReason', 'REQUIRED')
  const changed: RemediationStep = { ...step, ...input, doneOn, droppedReason }
  const stored = await context.repositories.steps.update(changed)
  // A dropped step taken up again takes the place of "none needed", like a new one.
  if (changed.state !== 'dropped' && complaint.noRemedyReason !== null) {
    await storeNoRemedy(context, complaint, null)
  }
  context.audit({
    action: 'remedy.stepChanged',
    complaintId: step.complaintId,
    entity: 'step',
    entityId: step.id,
    changes: changedFields(audited(step), audited(changed)),
  })
  await settleCase(context, step.complaintId)
  return stored
}

/** Removes a step that was a slip. A step that was meant and given up is dropped with a reason instead. */
export async function removeStep(
  context: CommandContext,
  input: Readonly<{ id: string; version: number }>,
): Promise<Readonly<{ removed: true }>> {
  const step = await findStep(context, input.id)
  await lockActiveCase(context.repositories, step.complaintId)
  if (step.state !== 'planned') {
    throw new DomainError('NOT_ALLOWED', [{ path: 'remedy', code: 'STEP_ON_RECORD' }])
  }
  await context.repositories.steps.remove(input.id, input.version)
  context.audit({
    action: 'remedy.stepRemoved',
    complaintId: step.complaintId,
    entity: 'step',
    entityId: step.id,
    changes: [{ field: 'description', from: step.description, to: null }],
  })
  await settleCase(context, step.complaintId)
  return { removed: true }
}

/** Records that no remedy is needed, with the reason; null takes it back. */
export async function recordNoneNeeded(
  context: CommandContext,
  input: Readonly<{ complaintId: string; version: number; reason: string | null }>,
): Promise<Complaint> {
  const { complaint, steps } = await lockActiveCase(context.repositories, input.complaintId)
  requireVersion(complaint, input.version)
  if (input.reason !== null && liveSteps(steps).length > 0) {
    throw new DomainError('NOT_ALLOWED', [{ path: 'remedy', code: 'REMEDY_HAS_STEPS' }])
  }
  await storeNoRemedy(context, complaint, input.reason)
  const settled = await settleCase(context, complaint.id)
  return settled.complaint
}

async function storeNoRemedy(
  context: CommandContext,
  complaint: Complaint,
  reason: string | null,
): Promise<void> {
  await context.repositories.complaints.update({ ...complaint, noRemedyReason: reason })
  context.audit({
    action: 'remedy.noneNeeded',
    complaintId: complaint.id,
    entity: 'complaint',
    entityId: complaint.id,
    changes: changedFields(
      { noRemedyReason: complaint.noRemedyReason },
      { noRemedyReason: reason },
    ),
  })
}

async function checkPlan(
  context: CommandContext,
  plan: StepPlan,
  ownerBefore: string | null = null,
): Promise<void> {
  const issues = unknownCodes('type', [plan.type], REMEDIES)
  if (issues.length > 0) throw new DomainError('INVALID_INPUT', issues)
  // Somebody who has left may stay the owner of what they did, but gets nothing new.
  if (plan.ownerId !== null && plan.ownerId !== ownerBefore) {
    await requireActivePerson(context, plan.ownerId)
  }
}

function requireDayDone(context: CommandContext, doneOn: LocalDate | null): void {
  if (doneOn === null) throw invalid('doneOn', 'REQUIRED')
  if (doneOn > vietnamDate(context.clock.now())) throw invalid('doneOn', 'DATE_IN_FUTURE')
}

async function findStep(context: CommandContext, id: string): Promise<RemediationStep> {
  const step = await context.repositories.steps.find(id)
  if (step === null) throw new DomainError('NOT_FOUND')
  return step
}

function audited(step: RemediationStep): Readonly<Record<string, AuditValue>> {
  return {
    type: step.type,
    description: step.description,
    ownerId: step.ownerId,
    dueOn: step.dueOn,
    state: step.state,
    doneOn: step.doneOn,
    droppedReason: step.droppedReason,
  }
}
