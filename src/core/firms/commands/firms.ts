import { changedFields, type AuditValue } from '../../audit/model.ts'
import { caseCommand } from '../../case/command/case-command.ts'
import { requireFirmNotShutOut } from '../../conflicts/rules.ts'
import { vietnamDate, type LocalDate } from '../../kernel/calendar.ts'
import { requireAllowed } from '../../kernel/decision.ts'
import { DomainError, invalid } from '../../kernel/errors.ts'
import { requireFound, requirePastDay } from '../../kernel/guards.ts'
import type { CommandContext } from '../../ports/context.ts'
import type { Engagement, Firm, FirmNote } from '../model.ts'
import { canEngage } from '../rules.ts'

type FirmFacts = Omit<Firm, 'id' | 'version'>
type EngagementFacts = Readonly<{ scope: string; startsOn: LocalDate; endsOn: LocalDate | null }>
type NoteFacts = Readonly<{ author: string; notedOn: LocalDate; body: string }>

export async function addFirm(context: CommandContext, input: FirmFacts): Promise<Firm> {
  const firm: Firm = { ...input, id: context.ids.next(), version: 1 }
  await requireNewName(context, firm)
  await context.repositories.firms.insert(firm)
  context.audit({
    action: 'firm.added',
    entity: 'firm',
    entityId: firm.id,
    changes: changedFields({}, audited(firm)),
  })
  return firm
}

export async function editFirm(context: CommandContext, input: Firm): Promise<Firm> {
  const before = await findFirm(context, input.id)
  await requireNewName(context, input)
  const stored = await context.repositories.firms.update(input)
  context.audit({
    action: 'firm.changed',
    entity: 'firm',
    entityId: input.id,
    changes: changedFields(audited(before), audited(input)),
  })
  return stored
}

/** Brings a firm in on one complaint, with a scope and days. Refused without a valid contract and NDA. */
export async function engageFirm(
  context: CommandContext,
  input: EngagementFacts & Readonly<{ complaintId: string; firmId: string }>,
): Promise<Engagement> {
  const { answer } = await caseCommand(context, input.complaintId, async ({ file, write }) => {
    requireFirmNotShutOut(file.conflicts, input.firmId)
    const firm = await findFirm(context, input.firmId)
    requireDaysInOrder(input)
    requireAllowed(canEngage(firm, vietnamDate(context.clock.now())))
    const engagement: Engagement = { ...input, id: context.ids.next(), version: 1 }
    await write.engagements.insert(engagement)
    context.audit({
      action: 'firm.engaged',
      complaintId: input.complaintId,
      entity: 'engagement',
      entityId: engagement.id,
      changes: changedFields({}, { firm: firm.name, ...engagementAudit(input) }),
    })
    return engagement
  })
  return answer
}

export async function editEngagement(
  context: CommandContext,
  input: EngagementFacts & Readonly<{ id: string; version: number }>,
): Promise<Engagement> {
  const { complaintId } = requireFound(await context.repositories.engagements.find(input.id))
  const { answer } = await caseCommand(context, complaintId, async ({ file, write }) => {
    const before = requireFound(file.engagements.find(({ id }) => id === input.id))
    requireFirmNotShutOut(file.conflicts, before.firmId)
    requireDaysInOrder(input)
    const stored = await write.engagements.update({ ...before, ...input })
    context.audit({
      action: 'firm.engagementChanged',
      complaintId,
      entity: 'engagement',
      entityId: before.id,
      changes: changedFields(engagementAudit(before), engagementAudit(input)),
    })
    return stored
  })
  return answer
}

/** Keeps what the firm wrote, under the name of the author there and the day it was written. */
export async function addNote(
  context: CommandContext,
  input: NoteFacts & Readonly<{ engagementId: string }>,
): Promise<FirmNote> {
  const { repositories, actor, clock, ids } = context
  const { complaintId } = requireFound(await repositories.engagements.find(input.engagementId))
  const { answer } = await caseCommand(context, complaintId, async ({ write }) => {
    requirePastDay('notedOn', input.notedOn, clock.now(), 'DATE_IN_FUTURE')
    const note: FirmNote = {
      ...input,
      id: ids.next(),
      version: 1,
      complaintId,
      recordedBy: actor.personId,
      recordedAt: clock.now(),
    }
    await write.firmNotes.insert(note)
    context.audit({
      action: 'firm.noteAdded',
      complaintId,
      entity: 'firmNote',
      entityId: note.id,
      changes: changedFields({}, noteAudit(input)),
    })
    return note
  })
  return answer
}

export async function editNote(
  context: CommandContext,
  input: NoteFacts & Readonly<{ id: string; version: number }>,
): Promise<FirmNote> {
  const { repositories, clock } = context
  const { complaintId } = requireFound(await repositories.firmNotes.find(input.id))
  const { answer } = await caseCommand(context, complaintId, async ({ file, write }) => {
    const before = requireFound(file.firmNotes.find(({ id }) => id === input.id))
    requirePastDay('notedOn', input.notedOn, clock.now(), 'DATE_IN_FUTURE')
    const stored = await write.firmNotes.update({ ...before, ...input })
    context.audit({
      action: 'firm.noteChanged',
      complaintId,
      entity: 'firmNote',
      entityId: before.id,
      changes: changedFields(noteAudit(before), noteAudit(input)),
    })
    return stored
  })
  return answer
}

async function findFirm(context: CommandContext, id: string): Promise<Firm> {
  const firm = await context.repositories.firms.find(id)
  if (firm === null) throw invalid('firmId', 'FIRM_UNKNOWN')
  return firm
}

async function requireNewName(context: CommandContext, firm: Firm): Promise<void> {
  const firms = await context.repositories.firms.all()
  if (firms.some((other) => other.id !== firm.id && other.name === firm.name)) {
    throw new DomainError('ALREADY_EXISTS', [{ path: 'name', code: 'FIRM_NAME_TAKEN' }])
  }
}

function requireDaysInOrder(days: EngagementFacts): void {
  if (days.endsOn !== null && days.endsOn < days.startsOn) {
    throw invalid('endsOn', 'END_BEFORE_START')
  }
}

function engagementAudit(facts: EngagementFacts): Readonly<Record<string, AuditValue>> {
  return { scope: facts.scope, startsOn: facts.startsOn, endsOn: facts.endsOn }
}

function noteAudit(facts: NoteFacts): Readonly<Record<string, AuditValue>> {
  return { author: facts.author, notedOn: facts.notedOn, body: facts.body }
}

function audited(firm: Firm): Readonly<Record<string, AuditValue>> {
  const { id: _id, version: _version, ...facts } = firm
  return facts
}
