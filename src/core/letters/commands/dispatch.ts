import { changedFields } from '../../audit/model.ts'
import type { HeldCase } from '../../case/command/held-case.ts'
import { requireEvidenceOfCase } from '../../evidence/rules.ts'
import type { LocalDate } from '../../kernel/calendar.ts'
import { requireAllowed } from '../../kernel/decision.ts'
import { DomainError, invalid } from '../../kernel/errors.ts'
import { requireFound, requirePastDay } from '../../kernel/guards.ts'
import type { CommandContext } from '../../ports/context.ts'
import { refuseRights, reopenRefused } from '../../rights/commands/refusals.ts'
import { situationOf } from '../composition/situation.ts'
import { LETTERS } from '../kinds.ts'
import type { Dispatch, DispatchChannel, Letter } from '../model.ts'
import { canDispatch, isDispatched, requireRecipientNotShutOut } from '../rules.ts'
import { letterCommand, type HeldLetter } from './letter-command.ts'
import { loadFacts } from './load-facts.ts'

export type DispatchRequest = Readonly<{
  letterId: string
  channel: DispatchChannel
  sentOn: LocalDate
  trackingNumber: string | null
  evidenceId: string | null
}>

/**
 * Puts on record that a letter left the house, and stops the clocks it answers: met when it left by
 * their legal end, missed otherwise. The result letter makes the complaint answered, a refusal settles the rights it refuses. Raises
 * `INVALID_INPUT` for a day before the letter was issued or in the future, or a file of another case.
 */
export async function recordDispatch(
  context: CommandContext,
  input: DispatchRequest,
): Promise<Dispatch> {
  const { actor, clock, ids } = context
  return letterCommand(context, { id: input.letterId, version: null }, async (held) => {
    const { letter, file, write } = held
    await requireDispatchable(context, held)
    requireRecipientNotShutOut(file, letter)
    const now = clock.now()
    requirePastDay('sentOn', input.sentOn, now, 'DAY_IN_FUTURE')
    if (letter.issuedOn !== null && input.sentOn < letter.issuedOn) {
      throw invalid('sentOn', 'SENT_BEFORE_ISSUE')
    }
    const { evidenceId } = input
    if (evidenceId !== null) requireEvidenceOfCase(file.evidence, 'evidenceId', [evidenceId])
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
    await write.dispatches.insert(dispatch)
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
    await answer(context, held, letter)
    await refuseRights(context, held, letter, sentOn)
    return dispatch
  })
}

/** The result letter makes the complaint answered; the clocks follow from the dispatch itself. */
async function answer(
  context: CommandContext,
  { file: { complaint }, write }: HeldCase,
  letter: Letter,
): Promise<void> {
  if (!LETTERS[letter.kind].answersComplaint || complaint.status !== 'open') return
  const answeredAt = context.clock.now()
  await write.complaint.update({ ...complaint, status: 'answered', answeredAt })
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
  const { letterId } = requireFound(await repositories.dispatches.find(input.id))
  return letterCommand(context, { id: letterId, version: null }, async (held) => {
    const { letter, file, write } = held
    await requireDispatchable(context, held)
    const dispatch = file.dispatches.find(({ id }) => id === input.id)
    if (dispatch === undefined || dispatch.struckAt !== null) {
      throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'DISPATCH_STRUCK' }])
    }
    const stored = await write.dispatches.update({
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
    if (!isAnswered(held)) await reopen(held)
    await reopenRefused(context, held, letter)
    return stored
  })
}

async function requireDispatchable(context: CommandContext, held: HeldLetter): Promise<void> {
  const facts = await loadFacts(context, held.file, held.settings)
  requireAllowed(canDispatch(situationOf(context, held.letter, facts)))
}

/** Whether some result letter stands as sent: a correction answers as well as what it replaces did. */
function isAnswered(held: HeldCase): boolean {
  const { letters, dispatches } = held.current()
  return letters.some(
    (letter) => LETTERS[letter.kind].answersComplaint && isDispatched(letter, dispatches),
  )
}

async function reopen({ file: { complaint }, write }: HeldCase): Promise<void> {
  if (complaint.status !== 'answered') return
  await write.complaint.update({ ...complaint, status: 'open', answeredAt: null })
}
