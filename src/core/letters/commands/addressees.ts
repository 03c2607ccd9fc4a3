import { changedFields } from '../../audit/model.ts'
import { coversOf, requireIdentityOf } from '../../case/command/covers.ts'
import type { LocalDate } from '../../kernel/calendar.ts'
import { DomainError, invalid } from '../../kernel/errors.ts'
import { requireFound, requirePastDay } from '../../kernel/guards.ts'
import { maskEmail } from '../../kernel/mask.ts'
import type { CommandContext, QueryContext } from '../../ports/context.ts'
import {
  addresseeKey,
  isWholeListSent,
  MAX_ADDRESSEES,
  readAddressees,
  type Added,
  type Addressee,
  type AddresseePage,
  type AddresseeTally,
} from '../addressees.ts'
import { isToList } from '../reach.ts'
import type { DispatchChannel, Letter } from '../model.ts'
import { isDispatched, requireLetterThere } from '../rules.ts'
import { NOT_LATE, type Lateness, type LateReason } from '../../deadlines/late.ts'
import { lateSending, recordSending, requireDispatchable } from './dispatch.ts'
import { letterCommand, recordLetter, type HeldLetter } from './letter-command.ts'

/**
 * Some of those a letter goes to. Whoever is not shown whose case it is sees none of them (`NOT_ALLOWED`), whoever is not shown
 * contacts none of theirs.
 */
export async function addresseesOf(
  context: QueryContext,
  {
    id,
    ...question
  }: Readonly<{ id: string; after: number; limit: number; only: 'unusable' | 'usable' | null }>,
): Promise<AddresseePage> {
  const { letters, addressees } = context.repositories
  const { complaintId } = requireFound(await letters.find(id))
  await requireIdentityOf(context, complaintId)
  const cover = (await coversOf(context, [complaintId]))(complaintId)
  const items = await addressees.page(id, question)
  const hidden = cover.covers('contact')
  return {
    items: hidden ? items.map(withoutContacts) : items,
    tally: await addressees.tally(id),
  }
}

function withoutContacts(row: Addressee): Addressee {
  return { ...row, line: '', address: '', email: maskEmail(row.email) }
}

/**
 * Reads lines into the list of a letter that goes to many, in place of those named in `insteadOf` which nobody was sent: lines
 * put right, or left out where `text` has none. A line that cannot be used is kept with what is wrong with it, and nothing is
 * sent to it. Raises `NOT_ALLOWED` for a letter to one person, a list that was sent, or an issued one that would name fewer; `TOO_LARGE` for more than a list may have.
 */
export async function addAddressees(
  context: CommandContext,
  input: Readonly<{ id: string; text: string; firstLine: number; insteadOf: readonly string[] }>,
): Promise<Added> {
  return letterCommand(context, { id: input.id, version: null }, async (held) => {
    const { letter, file } = held
    requireList(letter)
    if (isDispatched(letter, file.dispatches)) throw notAllowed('LIST_SENT')
    const { addressees } = context.repositories
    const { usable: owed } = await addressees.tally(letter.id)
    const removed = await addressees.removeUnsent(letter.id, input.insteadOf)
    const known = new Set((await addressees.contacts(letter.id)).map(addresseeKey))
    const lines = readAddressees(input.text, known, input.firstLine)
    if (lines.length === 0 && removed === 0) throw invalid('text', 'REQUIRED')
    const tally = await addressees.tally(letter.id)
    if (tally.usable + tally.unusable + lines.length > MAX_ADDRESSEES) {
      throw new DomainError('TOO_LARGE', [
        { path: 'text', code: 'TOO_MANY_ADDRESSEES', params: { most: MAX_ADDRESSEES } },
      ])
    }
    const last = await addressees.lastPlace(letter.id)
    await addressees.insert(
      lines.map((line, at) => ({
        ...line,
        id: context.ids.next(),
        complaintId: letter.complaintId,
        letterId: letter.id,
        place: last + at + 1,
        channel: null,
        sentOn: null,
      })),
    )
    const unusable = lines.filter(({ problem }) => problem !== null).length
    const counts = { added: lines.length - unusable, unusable, removed }
    recordLetter(
      context,
      letter,
      'letter.listChanged',
      changedFields(
        {},
        {
          addresseesAdded: counts.added,
          linesUnusable: counts.unusable,
          linesRemoved: counts.removed,
        },
      ),
    )
    // Once issued, everybody it names is owed it: a line can be put right, but nobody is left out to stop its clock.
    if (letter.state === 'issued' && (await addressees.tally(letter.id)).usable < owed) {
      throw notAllowed('ADDRESSEE_LEFT_OUT')
    }
    await endWhenSent(context, held, NOT_LATE)
    return counts
  })
}

/**
 * Puts on record that copies of an issued letter left for these of its list, or for all who still wait, late ones with the reason
 * why. With the last one the letter itself is sent, on that day, which stops the clock it answers (Decree 356/2025, Article 29).
 */
export async function sendToAddressees(
  context: CommandContext,
  input: Readonly<{
    id: string
    ids: readonly string[] | null
    channel: DispatchChannel
    sentOn: LocalDate
    /** Why these are late, and the same in words; asked for where they are. */
    lateReason: LateReason | null
    lateExplanation: string
  }>,
): Promise<AddresseeTally> {
  return letterCommand(context, { id: input.id, version: null }, async (held) => {
    const { letter } = held
    requireList(letter)
    await requireDispatchable(context, held)
    const { channel, sentOn } = input
    requirePastDay('sentOn', sentOn, context.clock.now(), 'DAY_IN_FUTURE')
    if (letter.issuedOn !== null && sentOn < letter.issuedOn) {
      throw invalid('sentOn', 'SENT_BEFORE_ISSUE')
    }
    const { addressees } = context.repositories
    const sent = await addressees.markSent(letter.id, input.ids, { channel, sentOn })
    if (sent === 0) throw notAllowed('NOBODY_WAITS')
    const late = lateSending(context, held, input)
    const facts = { addressees: sent, channel, sentOn, ...late }
    recordLetter(context, letter, 'letter.listSent', changedFields({}, facts))
    await endWhenSent(context, held, late)
    return addressees.tally(letter.id)
  })
}

/** Takes back that copies left for these, put on record by mistake: while the letter as a whole does not stand as sent. */
export async function unsendAddressees(
  context: CommandContext,
  input: Readonly<{ id: string; ids: readonly string[]; reason: string }>,
): Promise<AddresseeTally> {
  return letterCommand(context, { id: input.id, version: null }, async ({ letter, file }) => {
    requireList(letter)
    if (isDispatched(letter, file.dispatches)) throw notAllowed('LIST_SENT')
    const { addressees } = context.repositories
    const unsent = await addressees.markUnsent(letter.id, input.ids)
    if (unsent === 0) throw new DomainError('NOT_FOUND')
    const facts = { addressees: unsent, reason: input.reason }
    recordLetter(context, letter, 'letter.listUnsent', changedFields({}, facts))
    return addressees.tally(letter.id)
  })
}

/**
 * The letter is sent when its last addressee was told and no line waits to be put right. Why one left late was asked when it did,
 * and stands in the journal: the letter itself keeps that of the last.
 */
async function endWhenSent(
  context: CommandContext,
  held: HeldLetter,
  late: Lateness,
): Promise<void> {
  const { letter } = held
  const tally = await context.repositories.addressees.tally(letter.id)
  const { lastSentOn: sentOn, lastChannel: channel } = tally
  const dispatches = held.current().dispatches
  if (!isWholeListSent(tally) || sentOn === null || channel === null) return
  if (isDispatched(letter, dispatches)) return
  const sending = { letterId: letter.id, channel, sentOn, trackingNumber: null, evidenceId: null }
  await recordSending(context, held, sending, late)
}

/** Raises `NOT_ALLOWED` for a letter that goes to one addressee, and for one whose case was made anonymous. */
function requireList(letter: Letter): void {
  if (!isToList(letter)) throw notAllowed('LETTER_HAS_NO_LIST')
  requireLetterThere(letter)
}

function notAllowed(
  code: 'LIST_SENT' | 'LETTER_HAS_NO_LIST' | 'NOBODY_WAITS' | 'ADDRESSEE_LEFT_OUT',
): DomainError {
  return new DomainError('NOT_ALLOWED', [{ path: '', code }])
}
