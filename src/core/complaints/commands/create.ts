import { changedFields } from '../../audit/model.ts'
import { suspectedBreach } from '../../breach/model.ts'
import { beginCase } from '../../case/command/new-case.ts'
import { vietnamDate, yearOf, type Instant } from '../../kernel/calendar.ts'
import { requirePast } from '../../kernel/guards.ts'
import { complaintCode, complaintSeries } from '../../kernel/series.ts'
import { requireActivePerson } from '../../people/commands/active-person.ts'
import type { CommandContext } from '../../ports/context.ts'
import { loadSettings } from '../../ports/load-settings.ts'
import { newRight, type AskedRight } from '../../rights/rules.ts'
import { auditedFacts, checkFacts, type ComplainantInput } from '../facts.ts'
import type { Channel, Complaint, ComplaintFacts } from '../model.ts'
import { requirePastReceipt, requireLikelyReceipt } from '../receipt.ts'
import { takenComplaint } from './taken.ts'

export type NewComplaint = ComplaintFacts &
  Readonly<{
    channel: Channel
    receivedAt: Instant
    complainant: ComplainantInput
    assigneeId: string | null
    /** The rights asked for in the complaint itself, each once. */
    rights: readonly AskedRight[]
    /** When a violation was detected, to the minute; null where none is suspected. */
    breachDetectedAt: Instant | null
  }>

/**
 * Takes a complaint on record: checks it, gives it the next code of the year, starts the clocks of every duty
 * it brings (the policy's first, in days of which the first is not counted: Civil Code 147.2) and makes it
 * findable, all or nothing. The receipt moment may lie in the past, never in the future, and is immutable
 * from here on.
 */
export async function createComplaint(
  context: CommandContext,
  input: NewComplaint,
): Promise<Complaint> {
  const { repositories, clock } = context
  const now = clock.now()
  requirePastReceipt(input.receivedAt, now)
  if (input.breachDetectedAt !== null) requirePast('breachDetectedAt', input.breachDetectedAt, now)
  const settings = await loadSettings(repositories)
  const { channel, receivedAt, assigneeId, rights, breachDetectedAt, ...told } = input
  requireLikelyReceipt(receivedAt)
  const { complainant: complaintOfPerson, ...facts } = told
  const { complainant } = checkFacts(facts, complaintOfPerson, settings)
  if (assigneeId !== null) await requireActivePerson(context, assigneeId)

  const year = yearOf(vietnamDate(now))
  const number = await repositories.series.next(complaintSeries(year))
  const complaint = takenComplaint(context, {
    ...facts,
    ...{ code: complaintCode(year, number), channel, complainant, assigneeId },
    ...{ receivedAt, receivedOn: vietnamDate(receivedAt), reviewOfId: null },
    mandate: null,
  })
  const { id } = complaint
  const beginning = {
    complaint,
    rights: rights.map((right) => newRight(context, id, right, receivedAt)),
    breach: breachDetectedAt === null ? null : suspectedBreach(id, breachDetectedAt),
    conflicts: [],
  }
  const { complaint: stored } = await beginCase(context, beginning, settings)
  context.audit({
    action: 'complaint.created',
    complaintId: id,
    entity: 'complaint',
    entityId: id,
    changes: changedFields(
      {},
      {
        code: stored.code,
        channel,
        receivedAt,
        ...auditedFacts(facts, complainant),
        assigneeId,
        rights: rights.map(({ kind }) => kind),
        breachDetectedAt,
        legalEnd: stored.dueOn,
      },
    ),
  })
  return stored
}
