import { changedFields } from '../../audit/model.ts'
import type { HeldCase } from '../../case/command/held-case.ts'
import { lateClocks } from '../../case/late-clocks.ts'
import { ENDINGS, type Complaint } from '../../complaints/model.ts'
import { isAnswered as isAnsweredCase } from '../../complaints/status.ts'
import { requireEvidenceOfCase } from '../../evidence/rules.ts'
import type { LocalDate } from '../../kernel/calendar.ts'
import { requireAllowed } from '../../kernel/decision.ts'
import { DomainError, invalid } from '../../kernel/errors.ts'
import { requireFound, requirePastDay } from '../../kernel/guards.ts'
import type { CommandContext } from '../../ports/context.ts'
import { passRightsOn, unpassRights } from '../../rights/commands/passing-on.ts'
import { refuseRights, reopenRefused } from '../../rights/commands/refusals.ts'
import { situationOf } from '../composition/situation.ts'
import { LETTERS } from '../kinds.ts'
import { explained, type Lateness, type LateReason } from '../../deadlines/late.ts'
import { isPublic, isToList } from '../reach.ts'
import type { Dispatch, DispatchChannel, Letter } from '../model.ts'
import { canDispatch, canStrike, isDispatched, requireRecipientNotShutOut } from '../rules.ts'
import { letterCommand, type HeldLetter } from './letter-command.ts'
import { loadFacts } from './load-facts.ts'

export type DispatchRequest = Readonly<{
  letterId: string
  channel: DispatchChannel
  sentOn: LocalDate
  trackingNumber: string | null
  evidenceId: string | null
  /** Why it is late, and the same in words; asked for where it is, and not kept where it is not. */
  lateReason: LateReason | null
  lateExplanation: string
}>

/**
 * Puts on record that a letter left the house, and stops the clocks it answers: met when it left by
 * their legal end, missed otherwise, and then with the reason why. The result letter makes the complaint answered, a refusal settles the rights it refuses. Raises
 * `INVALID_INPUT` for a day before the letter was issued or in the future, a file of another case, or a late one without
 * its reason.
 */
export async function recordDispatch(
  context: CommandContext,
  input: DispatchRequest,
): Promise<Dispatch> {
  const { clock } = context
  return letterCommand(context, { id: input.letterId, version: null }, async (held) => {
    const { letter, file } = held
    await requireDispatchable(context, held)
    requireWay(letter, input)
    requireRecipientNotShutOut(file, letter)
    const now = clock.now()
    requirePastDay('sentOn', input.sentOn, now, 'DAY_IN_FUTURE')
    if (letter.issuedOn !== null && input.sentOn < letter.issuedOn) {
      throw invalid('sentOn', 'SENT_BEFORE_ISSUE')
    }
    const { evidenceId } = input
    if (evidenceId !== null) requireEvidenceOfCase(file.evidence, 'evidenceId', [evidenceId])
    return recordSending(context, held, input, lateSending(context, held, input))
  })
}

/** Why a letter is late that leaves on a day: raises `INVALID_INPUT` where it is and the reason is not told. */
export function lateSending(
  { clock }: Pick<CommandContext, 'clock'>,
  { file, letter }: HeldLetter,
  input: Pick<DispatchRequest, 'sentOn'> & Lateness,
): Lateness {
  const sent = { sentOn: input.sentOn, recordedAt: clock.now() }
  return explained(lateClocks(file, letter, sent).length > 0, input)
}

/** Keeps that a letter left the house, with what follows from it: for callers who have seen that it may, and why it is late. */
export async function recordSending(
  context: CommandContext,
  held: HeldLetter,
  input: Omit<DispatchRequest, keyof Lateness>,
  late: Lateness,
): Promise<Dispatch> {
  const { actor, clock, ids } = context
  const { letter, write } = held
  const dispatch: Dispatch = {
    ...input,
    ...late,
    id: ids.next(),
    complaintId: letter.complaintId,
    version: 1,
    recordedBy: actor.personId,
    recordedAt: clock.now(),
    struckBy: null,
    struckAt: null,
    struckReason: null,
  }
  await write.dispatches.insert(dispatch)
  const { channel, sentOn, trackingNumber, evidenceId } = dispatch
  context.audit({
    action: 'letter.dispatched',
    complaintId: letter.complaintId,
    entity: 'letter',
    entityId: letter.id,
    changes: changedFields(
      {},
      { number: letter.number, channel, sentOn, trackingNumber, evidenceId, ...late },
    ),
  })
  await answer(context, held, letter)
  await refuseRights(context, held, letter, sentOn)
  await passRightsOn(context, held, letter, sentOn)
  return dispatch
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
 * and an answered complaint, or one that ended by its letter, is open again.
 */
export async function strikeDispatch(
  context: CommandContext,
  input: Readonly<{ id: string; version: number; reason: string }>,
): Promise<Dispatch> {
  const { repositories, actor, clock } = context
  const { letterId } = requireFound(await repositories.dispatches.find(input.id))
  return letterCommand(context, { id: letterId, version: null }, async (held) => {
    const { letter, file, write } = held
    const facts = await loadFacts(context, held.file, held.settings)
    requireAllowed(canStrike(situationOf(context, letter, facts)))
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
    await unpassRights(context, held, letter, input.reason)
    return stored
  })
}

/**
 * What is published says where, and nothing else is published (Decree 356/2025, Article 29.3); a letter to a list leaves for each
 * of it by itself.
 */
function requireWay(letter: Letter, { channel, trackingNumber }: DispatchRequest): void {
  if (isToList(letter))
    throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'LETTER_TO_A_LIST' }])
  if ((channel === 'published') !== isPublic(letter)) throw invalid('channel', 'CHANNEL_UNFIT')
  if (isPublic(letter) && trackingNumber === null) throw invalid('trackingNumber', 'REQUIRED')
}

export async function requireDispatchable(
  context: CommandContext,
  held: HeldLetter,
): Promise<void> {
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

function isEndedByLetter({ status, answeredAt }: Complaint): boolean {
  return answeredAt !== null && ENDINGS.some((ending) => ending === status)
}

async function reopen({ file: { complaint }, write }: HeldCase): Promise<void> {
  if (!isAnsweredCase(complaint) && !isEndedByLetter(complaint)) return
  const ended = { closedAt: null, endReason: null }
  await write.complaint.update({ ...complaint, ...ended, status: 'open', answeredAt: null })
}
