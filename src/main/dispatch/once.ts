import { addHours } from '#core/kernel/calendar.ts'
import { DomainError, invalid } from '#core/kernel/errors.ts'
import type { CommandContext, QueryContext } from '#core/ports/context.ts'
import type { DoneCommand } from '#core/ports/drafts.ts'

/** How long it is remembered that a command was done. */
export const HOURS_REMEMBERED = 24

/** Reads anew what a command answered, from the thing it made or changed. Null when that is not there any more. */
export type Again = (context: QueryContext, madeId: string) => Promise<unknown>

/**
 * A command as its window sent it: under which id, how its answer is read anew (null where it cannot be), and the command it
 * takes back, of those it can (`undoing.ts`).
 */
export type Sent = Readonly<{
  id: string
  route: string
  again: Again | null
  undoes?: string | null
  takesBack?: readonly string[]
}>

/** The hour in which each board last forgot what is older than a day. */
const forgottenIn = new WeakMap<object, string>()

/**
 * The answer to a command that was done before, read anew: whoever repeats it gets that, and nothing is done. Raises `INVALID_INPUT` for an id of somebody else or of another command, `NOT_FOUND` when what was
 * made is gone, `DONE_BEFORE` when the answer was for once only, as a ticket for a file is.
 */
export async function answerOf(
  context: QueryContext,
  sent: Sent,
  done: DoneCommand,
): Promise<unknown> {
  if (done.personId !== context.actor.personId || done.route !== sent.route) {
    throw invalid('commandId', 'WRONG_FORMAT')
  }
  if (sent.again === null) throw new DomainError('DONE_BEFORE')
  const answer = await sent.again(context, done.madeId)
  if (answer === null) throw new DomainError('NOT_FOUND')
  return answer
}

/** Keeps with a command, in its own transaction, that it was done; now and then what is older than a day is forgotten. */
export async function keepDone(
  board: object,
  { repositories: { doneCommands }, actor, clock }: CommandContext,
  { id, route }: Sent,
  answer: unknown,
): Promise<void> {
  const doneAt = clock.now()
  await doneCommands.add({ id, personId: actor.personId, route, madeId: madeBy(answer), doneAt })
  const hour = doneAt.slice(0, 13)
  if (forgottenIn.get(board) === hour) return
  await doneCommands.forgetBefore(addHours(doneAt, -HOURS_REMEMBERED))
  forgottenIn.set(board, hour)
}

/** The id of what a command answered; of what a case has one of, the id of the case; of the board's own, nothing. */
function madeBy(answer: unknown): string {
  if (typeof answer !== 'object' || answer === null) return ''
  if ('id' in answer && typeof answer.id === 'string') return answer.id
  return 'complaintId' in answer && typeof answer.complaintId === 'string' ? answer.complaintId : ''
}
