import { changedFields } from '../../audit/model.ts'
import { settleCase } from '../../case/command/case-command.ts'
import type { CaseFile } from '../../case/case-file.ts'
import { isDispatched } from '../rules.ts'
import { vietnamDate, type LocalDate } from '../../kernel/calendar.ts'
import type { CommandContext } from '../../ports/context.ts'
import { requireAllowed } from '../../kernel/decision.ts'
import { DomainError, invalid } from '../../kernel/errors.ts'
import { holdLetter, loadFacts } from './letter-case.ts'
import { situationOf } from '../composition/situation.ts'
import type { Dispatch, DispatchChannel, Letter } from '../model.ts'
import { canDispatch } from '../rules.ts'

export type DispatchRequest = Readonly<{
  letterId: string
  channel: DispatchChannel
  sentOn: LocalDate
  trackingNumber: string | null
  evidenceId: string | null
}>

/**
 * Puts on record that a letter left the house, and stops the clocks it answers: met when it left by
 * their legal end, missed otherwise. The result letter makes the complaint answered. Raises
 * `INVALID_INPUT` for a day before the letter was issued or in the future, or a file of another case.
 */
export async function recordDispatch(
  context: CommandContext,
  input: DispatchRequest,
): Promise<Dispatch> {
  const { repositories, actor, clock, ids } = context
  const { letter, file } = await holdLetter(context, { id: input.letterId, version: null })
  requireAllowed(canDispatch(situationOf(context, letter, await loadFacts(context, file))))
  const now = clock.now()
  if (input.sentOn > vietnamDate(now)) throw invalid('sentOn', 'DAY_IN_FUTURE')
  if (letter.issuedOn !== null && input.sentOn < letter.issuedOn) {
    throw invalid('sentOn', 'SENT_BEFORE_ISSUE')
  }
  const { evidenceId } = input
  if (evidenceId !== null && !file.evidence.some(({ id }) => id === evidenceId)) {
    throw invalid('evidenceId', 'EVIDENCE_UNKNOWN')
  }
  const dispatch: Dispatch = {
    ...input,
    id: ids.next(),
    complaintId: letter.complaintId,
    version: 1,
    recordedBy: actor.personId,
    recordedAt: now,
    struckBy: null,
    struckAt: null,
    struckReason: null,
  }
  await repositories.dispatches.insert(dispatch)
  const { channel, sentOn, trackingNumber } = dispatch
  context.audit({
    action: 'letter.dispatched',
    complaintId: letter.complaintId,
    entity: 'letter',
    entityId: letter.id,
    changes: changedFields(
      {},
      { number: letter.number, channel, sentOn, trackingNumber, evidenceId },
    ),
  })
  await answer(context, letter, file)
  await settleCase(context, letter.complaintId)
  return dispatch
}

/** The result letter makes the complaint answered; the clocks follow from the dispatch itself. */
async function answer(context: CommandContext, letter: Letter, file: CaseFile): Promise<void> {
  const { complaint } = file
  if (letter.kind !== 'L4' || complaint.status !== 'open') return
  const answeredAt = context.clock.now()
  await context.repositories.complaints.update({ ...complaint, status: 'answered', answeredAt })
}

/**
 * Strikes out a dispatch recorded by mistake. The record stays, with who struck it and why; everything
 * else is then as if it had never been made: another one that stands stopped the clocks, or they run again
 * and an answered complaint is open again.
 */
export async function strikeDispatch(
  context: CommandContext,
  input: Readonly<{ id: string; version: number; reason: string }>,
): Promise<Dispatch> {
  const { repositories, actor, clock } = context
  const found = await repositories.dispatches.find(input.id)
  if (found === null) throw new DomainError('NOT_FOUND')
  const { letter, file } = await holdLetter(context, { id: found.letterId, version: null })
  requireAllowed(canDispatch(situationOf(context, letter, await loadFacts(context, file))))
  const dispatch = file.dispatches.find(({ id }) => id === input.id)
  if (dispatch === undefined || dispatch.struckAt !== null) {
    throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'DISPATCH_STRUCK' }])
  }
  const stored = await repositories.dispatches.update({
    ...dispatch,
    version: input.version,
    struckBy: actor.personId,
    struckAt: clock.now(),
    struckReason: input.reason,
  })
  context.audit({
    action: 'letter.dispatchStruck',
    complaintId: letter.complaintId,
    entity: 'letter',
    entityId: letter.id,
    changes: changedFields(
      { sentOn: dispatch.sentOn, channel: dispatch.channel },
      { sentOn: null, channel: null, reason: input.reason },
    ),
  })
  const dispatches = file.dispatches.filter(({ id }) => id !== dispatch.id)
  if (!isAnswered({ ...file, dispatches })) await reopen(context, file)
  await settleCase(context, letter.complaintId)
  return stored
}

/** Whether some result letter stands as sent: a correction answers as well as what it replaces did. */
function isAnswered({ letters, dispatches }: CaseFile): boolean {
  return letters.some((letter) => letter.kind === 'L4' && isDispatched(letter, dispatches))
}

async function reopen({ repositories }: CommandContext, { complaint }: CaseFile): Promise<void> {
  if (complaint.status !== 'answered') return
  await repositories.complaints.update({ ...complaint, status: 'open', answeredAt: null })
}
