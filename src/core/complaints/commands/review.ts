import { changedFields } from '../../audit/model.ts'
import { caseCommand } from '../../case/command/case-command.ts'
import { beginCase } from '../../case/command/new-case.ts'
import { vietnamDate, type Instant } from '../../kernel/calendar.ts'
import { DomainError } from '../../kernel/errors.ts'
import { requireFound } from '../../kernel/guards.ts'
import { reviewCode, reviewSeries } from '../../kernel/series.ts'
import { requireAllowed } from '../../kernel/decision.ts'
import type { CommandContext } from '../../ports/context.ts'
import { auditedFacts } from '../facts.ts'
import type { Channel, Complaint } from '../model.ts'
import { requireLikelyReceipt, requirePastReceipt } from '../receipt.ts'
import { canReview } from '../review.ts'
import { takenComplaint } from './taken.ts'

/**
 * Hears a complainant again who disagrees with the answer: a new case with a code, 30 days and a letter of its own, linked to
 * the first, of which nothing changes. A review of a review is the next review of the first. Whoever is kept from the first
 * is kept from this one. Raises `NOT_ALLOWED` for a case that was not answered, `ALREADY_EXISTS` while a review of it runs.
 */
export async function openReview(
  context: CommandContext,
  input: Readonly<{
    id: string
    channel: Channel
    receivedAt: Instant
    /** What the complainant says against the answer. */
    narrative: string
    wanted: string
  }>,
): Promise<Complaint> {
  const { repositories, clock } = context
  const { id, channel, receivedAt, ...told } = input
  requirePastReceipt(receivedAt, clock.now())
  requireLikelyReceipt(receivedAt)
  const asked = requireFound(await repositories.complaints.find(id))
  // Held, so that two who hear the same person do not open two reviews.
  const { answer } = await caseCommand(
    context,
    asked.reviewOfId ?? asked.id,
    async ({ file: { complaint: first, conflicts }, settings }) => {
      requireAllowed(canReview(first))
      if (await repositories.complaints.unansweredReview(first.id)) {
        throw new DomainError('ALREADY_EXISTS', [{ path: '', code: 'REVIEW_OPEN' }])
      }
      const number = await repositories.series.next(reviewSeries(first.code))
      // Whoever was allowed to speak for them is: the paper was seen, and says nothing of one case alone.
      const {
        site,
        subject,
        dataItems,
        categories,
        clauses,
        flags,
        severity,
        complainant,
        mandate,
      } = first
      const facts = { site, subject, dataItems, categories, clauses, flags, severity, ...told }
      const complaint = takenComplaint(context, {
        ...{ ...facts, complainant, code: reviewCode(first.code, number) },
        ...{ channel, receivedAt, receivedOn: vietnamDate(receivedAt), assigneeId: null },
        ...{ reviewOfId: first.id, mandate },
      })
      const kept = conflicts
        .filter(({ state }) => state === 'named')
        .map((each) => ({ ...each, id: context.ids.next(), complaintId: complaint.id, version: 1 }))
      const beginning = { complaint, rights: [], breach: null, conflicts: kept }
      const { complaint: stored } = await beginCase(context, beginning, settings)
      context.audit({
        action: 'complaint.reviewOpened',
        complaintId: stored.id,
        entity: 'complaint',
        entityId: stored.id,
        changes: changedFields(
          {},
          {
            ...{ code: stored.code, reviewOf: first.code, channel, receivedAt },
            ...auditedFacts(facts, complainant),
            legalEnd: stored.dueOn,
          },
        ),
      })
      return stored
    },
    'any',
  )
  return answer
}
