import type { LocalDate } from '../../kernel/calendar.ts'
import type { CommandContext } from '../../ports/context.ts'
import type { Complaint, ComplaintFacts } from '../model.ts'

type Taken = ComplaintFacts &
  Pick<
    Complaint,
    'code' | 'channel' | 'complainant' | 'receivedAt' | 'assigneeId' | 'reviewOfId' | 'mandate'
  > &
  Readonly<{ receivedOn: LocalDate }>

/** A complaint as it begins: taken down by whoever acts, and nothing done about it yet. */
export function takenComplaint(
  { ids, clock, actor }: Pick<CommandContext, 'ids' | 'clock' | 'actor'>,
  taken: Taken,
): Complaint {
  return {
    ...taken,
    id: ids.next(),
    version: 1,
    status: 'open',
    recordedAt: clock.now(),
    recordedBy: actor.personId,
    points: [],
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
    endingId: null,
    withdrawalEvidenceId: null,
    reviewFinding: null,
    anonymisedAt: null,
    authority: null,
    stage: 'received',
    dueOn: taken.receivedOn,
    targetOn: taken.receivedOn,
    dueAt: null,
    dueRule: null,
  }
}
