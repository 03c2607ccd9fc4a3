import { deadlineRow } from '../deadlines/start.ts'
import { addMinutes, vietnamDate, yearOf, type Instant } from '../kernel/calendar.ts'
import type { CommandContext } from '../kernel/context.ts'
import { DomainError, invalid } from '../kernel/errors.ts'
import { loadSettings } from '../settings/settings.ts'
import { changedFields } from '../audit/model.ts'
import { searchTexts } from './case.ts'
import { auditedFacts, checkFacts, type ComplainantInput } from './facts.ts'
import type { Channel, Complaint, ComplaintFacts } from './model.ts'

export type NewComplaint = ComplaintFacts &
  Readonly<{
    channel: Channel
    receivedAt: Instant
    complainant: ComplainantInput
    assigneeId: string | null
  }>

/**
 * Takes a complaint on record: checks it, gives it the next code of the year, starts the clock of the
 * policy (30 days, first day not counted: Civil Code 147.2) and makes it findable, all or nothing.
 * The receipt moment may lie in the past, never in the future, and is immutable from here on.
 */
export async function createComplaint(
  context: CommandContext,
  input: NewComplaint,
): Promise<Complaint> {
  const { repositories, clock, ids, actor } = context
  const now = clock.now()
  requirePastReceipt(input.receivedAt, now)
  const settings = await loadSettings(repositories)
  const { channel, receivedAt, assigneeId, complainant: told, ...facts } = input
  const { complainant } = checkFacts(facts, told, settings)
  if (assigneeId !== null) await requireActivePerson(context, assigneeId)

  const id = ids.next()
  const receivedOn = vietnamDate(receivedAt)
  const year = yearOf(vietnamDate(now))
  const deadline = deadlineRow(
    { id: ids.next(), complaintId: id, rule: 'T-POL-30', at: receivedAt },
    settings,
  )
  const number = await repositories.series.next(`KN-${year}`)
  const complaint: Complaint = {
    ...facts,
    id,
    code: complaintCode(year, number),
    version: 1,
    status: 'open',
    channel,
    receivedAt,
    receivedOn,
    recordedAt: now,
    recordedBy: actor.personId,
    complainant,
    assigneeId,
    outcome: null,
    outcomeReason: null,
    stateConclusion: null,
    stateConcludedAt: null,
    stateConcludedBy: null,
    noRemedyReason: null,
    answeredAt: null,
    closedAt: null,
    endReason: null,
    duplicateOfId: null,
    stage: 'received',
    dueOn: deadline.legalEnd,
    targetOn: deadline.target,
  }
  await repositories.complaints.insert(complaint)
  await repositories.deadlines.insert(deadline)
  await repositories.complaints.index(id, searchTexts(newCase(complaint)))
  context.audit({
    action: 'complaint.created',
    complaintId: id,
    entity: 'complaint',
    entityId: id,
    changes: changedFields(
      {},
      {
        code: complaint.code,
        channel,
        receivedAt,
        ...auditedFacts(facts, complainant),
        assigneeId,
        legalEnd: deadline.legalEnd,
      },
    ),
  })
  return complaint
}

/** `KN-2026-0001`; past 9999 the number simply grows. */
export function complaintCode(year: number, number: number): string {
  return `KN-${year}-${String(number).padStart(4, '0')}`
}

/** A receipt cannot lie ahead; a minute's grace covers a clock read before the form was sent. */
export function requirePastReceipt(receivedAt: Instant, now: Instant): void {
  if (receivedAt > addMinutes(now, 1)) throw invalid('receivedAt', 'RECEIPT_IN_FUTURE')
}

/** Work can only be given to somebody who can still sign in. */
export async function requireActivePerson(
  context: CommandContext,
  personId: string,
): Promise<void> {
  const person = await context.repositories.people.find(personId)
  if (person === null || !person.active) {
    throw new DomainError('INVALID_INPUT', [{ path: 'assigneeId', code: 'PERSON_UNKNOWN' }])
  }
}

function newCase(complaint: Complaint) {
  return {
    complaint,
    deadlines: [],
    stateChecks: [],
    whys: [],
    rootCause: null,
    steps: [],
    engagements: [],
    firmNotes: [],
    evidence: [],
    letters: [],
    approvals: [],
  }
}
