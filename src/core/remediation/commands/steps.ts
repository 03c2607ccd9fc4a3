import { changedFields, type AuditValue } from '../../audit/model.ts'
import { caseCommand } from '../../case/command/case-command.ts'
import type { HeldCase } from '../../case/command/held-case.ts'
import type { Complaint } from '../../complaints/model.ts'
import type { Conflict } from '../../conflicts/model.ts'
import { requireNotShutOut } from '../../conflicts/rules.ts'
import type { LocalDate } from '../../kernel/calendar.ts'
import { DomainError, invalid } from '../../kernel/errors.ts'
import { requireFound, requirePastDay, requireVersion } from '../../kernel/guards.ts'
import { requireActivePerson } from '../../people/commands/active-person.ts'
import type { CommandContext } from '../../ports/context.ts'
import { isPaid, REMEDIES } from '../../taxonomies/remedies.ts'
import { unknownCodes } from '../../taxonomies/term.ts'
import { canSettle } from '../rules.ts'
import { liveSteps, type Compensation, type RemediationStep, type StepState } from '../model.ts'

type StepPlan = Readonly<{
  type: string
  description: string
  ownerId: string | null
  dueOn: LocalDate | null
  compensation: CompensationInput | null
}>

/** A compensation as it is told: who decided it and when are asked for by name. */
type CompensationInput = Readonly<{
  amount: number
  decidedBy: string | null
  decidedOn: LocalDate | null
}>

/** Plans one remedy. It takes the place of "none needed", which is withdrawn on record. */
export async function addStep(
  context: CommandContext,
  input: StepPlan & Readonly<{ complaintId: string }>,
): Promise<RemediationStep> {
  const { answer } = await caseCommand(context, input.complaintId, async (held) => {
    await checkPlan(context, held.file.conflicts, input)
    const compensation = await compensationOf(context, held.file.conflicts, input, null)
    const step: RemediationStep = {
      ...input,
      id: context.ids.next(),
      version: 1,
      state: 'planned',
      doneOn: null,
      droppedReason: null,
      note: null,
      compensation,
    }
    await held.write.steps.insert(step)
    if (held.file.complaint.noRemedyReason !== null) await storeNoRemedy(context, held, null)
    context.audit({
      action: 'remedy.stepAdded',
      complaintId: input.complaintId,
      entity: 'step',
      entityId: step.id,
      changes: changedFields({}, audited(step)),
    })
    return step
  })
  return answer
}

/** Changes a remedy, records it as done with its day, or drops it with a reason. */
export async function editStep(
  context: CommandContext,
  input: StepPlan &
    Readonly<{
      id: string
      version: number
      state: Exclude<StepState, 'missed'>
      doneOn: LocalDate | null
      droppedReason: string | null
    }>,
): Promise<RemediationStep> {
  const { complaintId } = requireFound(await context.repositories.steps.find(input.id))
  const { answer } = await caseCommand(context, complaintId, async (held) => {
    const step = requireFound(held.file.steps.find(({ id }) => id === input.id))
    await checkPlan(context, held.file.conflicts, input, step.ownerId)
    const doneOn = input.state === 'done' ? input.doneOn : null
    const droppedReason = input.state === 'dropped' ? input.droppedReason : null
    if (input.state === 'done') requireDayDone(context, doneOn)
    if (input.state === 'dropped' && droppedReason === null) {
      throw invalid('droppedReason', 'REQUIRED')
    }
    const compensation = await compensationOf(context, held.file.conflicts, input, step)
    const outcome = { doneOn, droppedReason, note: null, compensation }
    const changed: RemediationStep = { ...step, ...input, ...outcome }
    const stored = await held.write.steps.update(changed)
    // A dropped step taken up again takes the place of "none needed", like a new one.
    if (changed.state !== 'dropped' && held.file.complaint.noRemedyReason !== null) {
      await storeNoRemedy(context, held, null)
    }
    context.audit({
      action: 'remedy.stepChanged',
      complaintId,
      entity: 'step',
      entityId: step.id,
      changes: changedFields(audited(step), audited(changed)),
    })
    return stored
  })
  return answer
}

/**
 * Says what became of a promise, also when its case is over: kept on a day, or missed, either with a note, which may be put
 * right. Raises `NOT_ALLOWED` for one that was given up, or was done while its case was handled.
 */
export async function settlePromise(
  context: CommandContext,
  input: Readonly<{
    id: string
    version: number
    state: 'done' | 'missed'
    doneOn: LocalDate | null
    note: string
  }>,
): Promise<RemediationStep> {
  const { complaintId } = requireFound(await context.repositories.steps.find(input.id))
  const { answer } = await caseCommand(
    context,
    complaintId,
    async ({ file, write }) => {
      const step = requireFound(file.steps.find(({ id }) => id === input.id))
      requireVersion(step, input.version)
      if (!canSettle(step)) {
        throw new DomainError('NOT_ALLOWED', [{ path: 'remedy', code: 'PROMISE_NOT_PLANNED' }])
      }
      const doneOn = input.state === 'done' ? input.doneOn : null
      if (input.state === 'done') requireDayDone(context, doneOn)
      const changed: RemediationStep = { ...step, state: input.state, doneOn, note: input.note }
      const stored = await write.steps.update(changed)
      context.audit({
        action: 'remedy.promiseSettled',
        complaintId,
        entity: 'step',
        entityId: step.id,
        changes: changedFields(audited(step), audited(changed)),
      })
      return stored
    },
    'any',
  )
  return answer
}

/** Takes a planned step from who was to carry it out, on record. */
export async function disownStep(
  context: CommandContext,
  { write }: HeldCase,
  step: RemediationStep,
): Promise<void> {
  const changed: RemediationStep = { ...step, ownerId: null }
  await write.steps.update(changed)
  context.audit({
    action: 'remedy.stepChanged',
    complaintId: step.complaintId,
    entity: 'step',
    entityId: step.id,
    changes: changedFields(audited(step), audited(changed)),
  })
}

/** Removes a step that was a slip. A step that was meant and given up is dropped with a reason instead. */
export async function removeStep(
  context: CommandContext,
  input: Readonly<{ id: string; version: number }>,
): Promise<Readonly<{ removed: true }>> {
  const { complaintId } = requireFound(await context.repositories.steps.find(input.id))
  await caseCommand(context, complaintId, async ({ file, write }) => {
    const step = requireFound(file.steps.find(({ id }) => id === input.id))
    if (step.state !== 'planned') {
      throw new DomainError('NOT_ALLOWED', [{ path: 'remedy', code: 'STEP_ON_RECORD' }])
    }
    await write.steps.remove(input.id, input.version)
    context.audit({
      action: 'remedy.stepRemoved',
      complaintId,
      entity: 'step',
      entityId: step.id,
      changes: [{ field: 'description', from: step.description, to: null }],
    })
  })
  return { removed: true }
}

/** Records that no remedy is needed, with the reason; null takes it back. */
export async function recordNoneNeeded(
  context: CommandContext,
  input: Readonly<{ complaintId: string; version: number; reason: string | null }>,
): Promise<Complaint> {
  const { complaintId, version, reason } = input
  const { file } = await caseCommand(context, complaintId, async (held) => {
    requireVersion(held.file.complaint, version)
    if (reason !== null && liveSteps(held.file.steps).length > 0) {
      throw new DomainError('NOT_ALLOWED', [{ path: 'remedy', code: 'REMEDY_HAS_STEPS' }])
    }
    await storeNoRemedy(context, held, reason)
  })
  return file.complaint
}

async function storeNoRemedy(
  context: CommandContext,
  { file: { complaint }, write }: HeldCase,
  reason: string | null,
): Promise<void> {
  await write.complaint.update({ ...complaint, noRemedyReason: reason })
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
  conflicts: readonly Conflict[],
  plan: StepPlan,
  ownerBefore: string | null = null,
): Promise<void> {
  const issues = unknownCodes('type', [plan.type], REMEDIES)
  if (issues.length > 0) throw new DomainError('INVALID_INPUT', issues)
  // Somebody who has left may stay the owner of what they did, but gets nothing new.
  if (plan.ownerId !== null && plan.ownerId !== ownerBefore) {
    await requireActivePerson(context, plan.ownerId)
    requireNotShutOut(conflicts, plan.ownerId, 'ownerId')
  }
}

/** What is paid, of a remedy that is: whole or not at all. Whoever decided it may have left since, and is kept then. */
async function compensationOf(
  context: CommandContext,
  conflicts: readonly Conflict[],
  { type, compensation: told }: StepPlan,
  before: RemediationStep | null,
): Promise<Compensation | null> {
  if (told === null || !isPaid(type)) return null
  const { amount, decidedBy, decidedOn } = told
  if (amount < 1) throw invalid('compensation.amount', 'AMOUNT_MISSING')
  if (decidedBy === null) throw invalid('compensation.decidedBy', 'REQUIRED')
  if (decidedOn === null) throw invalid('compensation.decidedOn', 'REQUIRED')
  requirePastDay('compensation.decidedOn', decidedOn, context.clock.now(), 'DATE_IN_FUTURE')
  if (decidedBy !== before?.compensation?.decidedBy) {
    await requireActivePerson(context, decidedBy, 'compensation.decidedBy')
    requireNotShutOut(conflicts, decidedBy, 'compensation.decidedBy')
  }
  return { amount, decidedBy, decidedOn }
}

function requireDayDone(context: CommandContext, doneOn: LocalDate | null): void {
  if (doneOn === null) throw invalid('doneOn', 'REQUIRED')
  requirePastDay('doneOn', doneOn, context.clock.now(), 'DATE_IN_FUTURE')
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
    note: step.note,
    amount: step.compensation?.amount ?? null,
    decidedBy: step.compensation?.decidedBy ?? null,
    decidedOn: step.compensation?.decidedOn ?? null,
  }
}
