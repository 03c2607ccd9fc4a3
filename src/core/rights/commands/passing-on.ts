import type { HeldCase } from '../../case/command/held-case.ts'
import { vietnamDate, type LocalDate } from '../../kernel/calendar.ts'
import { requireAllowed } from '../../kernel/decision.ts'
import { DomainError, invalid } from '../../kernel/errors.ts'
import { requireFound, requirePastDay } from '../../kernel/guards.ts'
import type { Letter } from '../../letters/model.ts'
import { passedRights } from '../../letters/particulars.ts'
import { isDispatched } from '../../letters/rules.ts'
import type { CommandContext, QueryContext } from '../../ports/context.ts'
import type { PassedOn, RightRequest } from '../model.ts'
import { standing, unconfirmed, type PassedOnRow } from '../passed-on.ts'
import { canCarryOut } from '../rules.ts'
import { changeRight, recordRight } from './rights.ts'

type OfRight = Readonly<{ id: string; version: number }>

/**
 * Puts on record that a right was passed on to somebody who holds the data too, in another way than by a letter of the program.
 * Raises `INVALID_INPUT` for a day before it was asked for or still to come, `NOT_ALLOWED` while it may not be carried out.
 */
export async function passOn(
  context: CommandContext,
  input: OfRight & Pick<PassedOn, 'recipient' | 'toldOn' | 'reference'>,
): Promise<RightRequest> {
  const { recipient, toldOn, reference } = input
  return changeRight(context, input, 'right.passedOn', (right, { file, settings }) => {
    requireAllowed(canCarryOut(right, file.complaint, settings.rights.needIdentity))
    requirePastDay('toldOn', toldOn, context.clock.now(), 'DAY_IN_FUTURE')
    if (toldOn < vietnamDate(right.askedAt)) throw invalid('toldOn', 'TOLD_BEFORE_ASKED')
    return withPassedOn(context, right, { recipient, toldOn, reference, letterId: null })
  })
}

/**
 * Puts on record that somebody told confirmed what they did and when, or takes that back with a null day; also once the case is
 * closed, since whoever holds the data answers when they like.
 */
export async function confirmPassedOn(
  context: CommandContext,
  input: OfRight &
    Readonly<{ passedOnId: string; confirmedOn: LocalDate | null; confirmation: string }>,
): Promise<RightRequest> {
  const { confirmedOn, confirmation } = input
  const confirm = (right: RightRequest): RightRequest => {
    const told = requireStanding(right, input.passedOnId)
    if (confirmedOn !== null) {
      requirePastDay('confirmedOn', confirmedOn, context.clock.now(), 'DAY_IN_FUTURE')
      if (confirmedOn < told.toldOn) throw invalid('confirmedOn', 'CONFIRMED_BEFORE_TOLD')
    }
    return changed(right, { ...told, confirmedOn, confirmation })
  }
  return changeRight(context, input, 'right.passedOnConfirmed', confirm, 'any')
}

/** Strikes out what was put on record by mistake; it stays, with why. */
export async function strikePassedOn(
  context: CommandContext,
  input: OfRight & Readonly<{ passedOnId: string; reason: string }>,
): Promise<RightRequest> {
  const strike = (right: RightRequest): RightRequest =>
    changed(right, { ...requireStanding(right, input.passedOnId), struckReason: input.reason })
  return changeRight(context, input, 'right.passedOnStruck', strike, 'any')
}

/** The rights that a sent letter passes on stand as passed on to its addressee, from the day it left. */
export async function passRightsOn(
  context: CommandContext,
  { file, write }: HeldCase,
  letter: Letter,
  sentOn: LocalDate,
): Promise<void> {
  const ids = passedRights(letter.particulars)
  const told = { recipient: letter.particulars.recipientName, toldOn: sentOn }
  const by = { letterId: letter.id, reference: letter.number ?? '' }
  for (const right of file.rights.filter(({ id }) => ids.includes(id))) {
    // Sent once more, it is the same letter: they are told already.
    if (standing(right).some(({ letterId }) => letterId === letter.id)) continue
    const stored = await write.rights.update(withPassedOn(context, right, { ...told, ...by }))
    recordRight(context, stored, 'right.passedOn', right)
  }
}

/** Once no sending of a letter stands, nobody was told by it. */
export async function unpassRights(
  context: CommandContext,
  held: HeldCase,
  letter: Letter,
  reason: string,
): Promise<void> {
  const { rights, dispatches } = held.current()
  if (isDispatched(letter, dispatches)) return
  for (const right of rights) {
    const told = standing(right).find(({ letterId }) => letterId === letter.id)
    if (told === undefined) continue
    const stored = await held.write.rights.update(changed(right, { ...told, struckReason: reason }))
    recordRight(context, stored, 'right.passedOnStruck', right)
  }
}

/** Whose confirmation is awaited over all cases, told the longest ago first; a row for each. */
export async function awaitedConfirmations({
  repositories,
}: QueryContext): Promise<readonly PassedOnRow[]> {
  const rights = await repositories.rights.passedOn()
  return rights
    .flatMap((right) =>
      unconfirmed(right).map((told) => ({
        ...told,
        rightId: right.id,
        complaintId: right.complaintId,
        complaintCode: right.complaintCode,
        kind: right.kind,
        viaProcessor: right.viaProcessor,
      })),
    )
    .toSorted((one, other) => (one.toldOn < other.toldOn ? -1 : 1))
}

function withPassedOn(
  { actor, ids }: CommandContext,
  right: RightRequest,
  told: Pick<PassedOn, 'recipient' | 'toldOn' | 'reference' | 'letterId'>,
): RightRequest {
  const entry: PassedOn = {
    ...told,
    ...{ id: ids.next(), recordedBy: actor.personId, confirmedOn: null, confirmation: '' },
    struckReason: null,
  }
  return { ...right, passedOn: [...right.passedOn, entry] }
}

function changed(right: RightRequest, entry: PassedOn): RightRequest {
  return {
    ...right,
    passedOn: right.passedOn.map((each) => (each.id === entry.id ? entry : each)),
  }
}

function requireStanding(right: RightRequest, id: string): PassedOn {
  const told = requireFound(right.passedOn.find((each) => each.id === id))
  if (told.struckReason === null) return told
  throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'PASSED_ON_STRUCK' }])
}
