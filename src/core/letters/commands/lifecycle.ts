import { personOf, requireIdentity } from '../../complaints/cover.ts'
import { requireAllowed } from '../../kernel/decision.ts'
import { DomainError } from '../../kernel/errors.ts'
import { requireFound } from '../../kernel/guards.ts'
import type { ApprovalMark } from '../../people/account.ts'
import { requireWord, type ApprovingWord } from '../../people/second-person.ts'
import type { CommandContext, QueryContext } from '../../ports/context.ts'
import { hashContent } from '../composition/letter-document.ts'
import type { LetterFacts } from '../composition/facts.ts'
import { situationOf } from '../composition/situation.ts'
import { LETTERS } from '../kinds.ts'
import type { Letter } from '../model.ts'
import {
  canApprove,
  canEdit,
  canReturn,
  canSubmit,
  isSecondPerson,
  type LetterSituation,
} from '../rules.ts'
import {
  BACK_TO_DRAFT,
  goOnWithLetter,
  letterCommand,
  moveLetter,
  recordLetter,
  type HeldLetter,
} from './letter-command.ts'
import { readFacts } from './load-facts.ts'

/**
 * What the letter room shows: the letter, what is missing, and whether the facts moved on. Raises `NOT_ALLOWED` for
 * whoever is not shown whose case it is.
 */
export async function getLetter(context: QueryContext, id: string): Promise<LetterSituation> {
  const letter = requireFound(await context.repositories.letters.find(id))
  const facts = await readFacts(context, letter.complaintId)
  requireIdentity(context.actor, personOf(facts.file.complaint))
  return situationOf(context, letter, facts)
}

/** Throws a draft away; that it existed stays on record. It may outlive its complaint's end, to be tidied away. */
export async function discardLetter(
  context: CommandContext,
  input: Readonly<{ id: string; version: number }>,
): Promise<Readonly<{ removed: true }>> {
  await letterCommand(context, input, async ({ letter, write }) => {
    requireAllowed(canEdit(letter))
    await write.letters.remove(letter.id, letter.version)
    recordLetter(context, letter, 'letter.discarded', [
      { field: 'state', from: letter.state, to: null },
    ])
  })
  return { removed: true }
}

export async function submitLetter(
  context: CommandContext,
  input: Readonly<{ id: string; version: number }>,
): Promise<Letter> {
  return goOnWithLetter(context, input, (held, facts) => submitHeld(context, held, facts))
}

/** Hands a held letter to the second person. Raises `NOT_ALLOWED` with what is missing. */
export async function submitHeld(
  context: CommandContext,
  held: HeldLetter,
  facts: LetterFacts,
): Promise<Letter> {
  const { letter } = held
  requireAllowed(canSubmit(situationOf(context, letter, facts)))
  return moveLetter(context, held, 'letter.submitted', {
    state: 'submitted',
    contentHash: hashContent(letter, facts, context.sha256),
    submittedBy: context.actor.personId,
    submittedAt: context.clock.now(),
    returnRemark: null,
  })
}

export async function reopenLetter(
  context: CommandContext,
  input: Readonly<{ id: string; version: number }>,
): Promise<Letter> {
  return letterCommand(context, input, async (held) => {
    requireAllowed(canReturn(held.letter))
    return moveLetter(context, held, 'letter.reopened', BACK_TO_DRAFT)
  })
}

/** By a second person, for exactly the content they saw: another hash than the stored one is refused. */
export async function approveLetter(
  context: CommandContext,
  input: Readonly<{ id: string; version: number; contentHash: string }>,
): Promise<Letter> {
  return goOnWithLetter(context, input, (held, facts) =>
    approveHeld(context, held, facts, input.contentHash),
  )
}

/** Approves a held letter for the content with this hash. Raises `SECOND_PERSON_REQUIRED`, `NOT_ALLOWED` or `CONFLICT`. */
export async function approveHeld(
  context: CommandContext,
  held: HeldLetter,
  facts: LetterFacts,
  seenHash: string,
): Promise<Letter> {
  const { actor, clock } = context
  const { letter } = held
  if (!isSecondPerson(letter, actor.personId)) {
    throw new DomainError('SECOND_PERSON_REQUIRED', [{ path: '', code: 'APPROVER_IS_AUTHOR' }])
  }
  requireAllowed(canApprove(situationOf(context, letter, facts), actor.personId))
  if (seenHash !== hashContent(letter, facts, context.sha256)) {
    throw new DomainError('CONFLICT', [{ path: 'contentHash', code: 'CONTENT_CHANGED' }])
  }
  return moveLetter(context, held, 'letter.approved', {
    state: 'approved',
    approvedBy: actor.personId,
    approvedAt: clock.now(),
    approvedHash: seenHash,
    approvalMark: markOf(requireWord(actor), letter, facts),
  })
}

/** What has to be said of the approval: also that nobody else was there to hear the complainant again. */
function markOf(
  { mark }: ApprovingWord,
  letter: Letter,
  { review }: LetterFacts,
): ApprovalMark | null {
  const nobodyElse = review?.others === false && LETTERS[letter.kind].answersComplaint
  return mark ?? (nobodyElse ? 'nobody-else' : null)
}

/** Sends a letter back to its author with what should change. */
export async function returnLetter(
  context: CommandContext,
  input: Readonly<{ id: string; version: number; remark: string }>,
): Promise<Letter> {
  return letterCommand(context, input, async (held) => {
    requireAllowed(canReturn(held.letter))
    return moveLetter(context, held, 'letter.returned', {
      ...BACK_TO_DRAFT,
      returnRemark: input.remark,
    })
  })
}
