import { loadCase } from '../../case/command/load.ts'
import { settleCase } from '../../case/command/case-command.ts'
import type { CommandContext, QueryContext } from '../../ports/context.ts'
import { requireAllowed } from '../../kernel/decision.ts'
import { DomainError } from '../../kernel/errors.ts'
import { hashContent } from '../composition/build.ts'
import {
  BACK_TO_DRAFT,
  findLetter,
  holdLetter,
  loadFacts,
  lockLetter,
  moveLetter,
  recordLetter,
} from './letter-case.ts'
import { situationOf } from '../composition/situation.ts'
import type { Letter } from '../model.ts'
import { canApprove, canEdit, canReturn, canSubmit, type LetterSituation } from '../rules.ts'

/** What the letter room shows: the letter, what is missing, and whether the facts moved on. */
export async function getLetter(context: QueryContext, id: string): Promise<LetterSituation> {
  const letter = await findLetter(context, id)
  const facts = await loadFacts(context, await loadCase(context.repositories, letter.complaintId))
  return situationOf(context, letter, facts)
}

/** Throws a draft away; that it existed stays on record. It may outlive its complaint's end, to be tidied away. */
export async function discardLetter(
  context: CommandContext,
  input: Readonly<{ id: string; version: number }>,
): Promise<Readonly<{ removed: true }>> {
  const { letter } = await holdLetter(context, input)
  requireAllowed(canEdit(letter))
  await context.repositories.letters.remove(letter.id, letter.version)
  recordLetter(context, letter, 'letter.discarded', [
    { field: 'state', from: letter.state, to: null },
  ])
  await settleCase(context, letter.complaintId)
  return { removed: true }
}

export async function submitLetter(
  context: CommandContext,
  input: Readonly<{ id: string; version: number }>,
): Promise<Letter> {
  const { letter, facts } = await lockLetter(context, input)
  requireAllowed(canSubmit(situationOf(context, letter, facts)))
  return moveLetter(context, letter, 'letter.submitted', {
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
  const { letter } = await holdLetter(context, input)
  requireAllowed(canReturn(letter))
  return moveLetter(context, letter, 'letter.reopened', BACK_TO_DRAFT)
}

/** By a second person, for exactly the content they saw: another hash than the stored one is refused. */
export async function approveLetter(
  context: CommandContext,
  input: Readonly<{ id: string; version: number; contentHash: string }>,
): Promise<Letter> {
  const { actor, clock } = context
  const { letter, facts } = await lockLetter(context, input)
  if (letter.editorIds.includes(actor.personId) || letter.submittedBy === actor.personId) {
    throw new DomainError('SECOND_PERSON_REQUIRED', [{ path: '', code: 'APPROVER_IS_AUTHOR' }])
  }
  requireAllowed(canApprove(situationOf(context, letter, facts), actor.personId))
  if (input.contentHash !== hashContent(letter, facts, context.sha256)) {
    throw new DomainError('CONFLICT', [{ path: 'contentHash', code: 'CONTENT_CHANGED' }])
  }
  return moveLetter(context, letter, 'letter.approved', {
    state: 'approved',
    approvedBy: actor.personId,
    approvedAt: clock.now(),
    approvedHash: input.contentHash,
  })
}

/** Sends a letter back to its author with what should change. */
export async function returnLetter(
  context: CommandContext,
  input: Readonly<{ id: string; version: number; remark: string }>,
): Promise<Letter> {
  const { letter } = await holdLetter(context, input)
  requireAllowed(canReturn(letter))
  return moveLetter(context, letter, 'letter.returned', {
    ...BACK_TO_DRAFT,
    returnRemark: input.remark,
  })
}
