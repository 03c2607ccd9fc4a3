import { changedFields } from '../../audit/model.ts'
import { lockCase } from '../../case/command/load.ts'
import { settleCase } from '../../case/command/case-command.ts'
import { requireActive } from '../../complaints/status.ts'
import { requireVersion } from '../../kernel/guards.ts'
import type { CaseFile } from '../../case/case-file.ts'
import type { CommandContext, QueryContext } from '../../ports/context.ts'
import { DomainError } from '../../kernel/errors.ts'
import { loadSettings } from '../../ports/load-settings.ts'
import type { LetterFacts } from '../composition/facts.ts'
import type { Letter } from '../model.ts'

/**
 * Holds the case of a letter that is to go on and reads all that the letter states. Raises `NOT_FOUND`,
 * `CONFLICT`, or `NOT_ALLOWED` when the case is over.
 */
export async function lockLetter(
  context: CommandContext,
  input: Readonly<{ id: string; version: number }>,
): Promise<Readonly<{ letter: Letter; facts: LetterFacts }>> {
  const { letter, file } = await holdLetter(context, input)
  requireActive(file.complaint)
  return { letter, facts: await loadFacts(context, file) }
}

/**
 * Holds the case of a letter, also of one left in work when its complaint ended. A null version takes
 * the letter as it is: for acts that do not change it.
 */
export async function holdLetter(
  context: CommandContext,
  input: Readonly<{ id: string; version: number | null }>,
): Promise<Readonly<{ letter: Letter; file: CaseFile }>> {
  const found = await findLetter(context, input.id)
  const file = await lockCase(context.repositories, found.complaintId)
  // Read again under the lock: the first reading only told which case to hold.
  const letter = file.letters.find((each) => each.id === input.id)
  if (letter === undefined) throw new DomainError('NOT_FOUND')
  if (input.version !== null) requireVersion(letter, input.version)
  return { letter, file }
}

/** Everything a letter of this case may state, and the words to state it in. */
export async function loadFacts(context: QueryContext, file: CaseFile): Promise<LetterFacts> {
  const { settings, firms, people, phrases } = context.repositories
  const ids = new Set(file.engagements.map((engagement) => engagement.firmId))
  const known = ids.size === 0 ? [] : await firms.all()
  const recorder = await people.find(file.complaint.recordedBy)
  return {
    file,
    settings: await loadSettings(context.repositories),
    logo: await settings.logo(),
    firms: known.filter((firm) => ids.has(firm.id)),
    takenBy: recorder?.fullName ?? '',
    phrases: await phrases.newest(),
  }
}

/** What is undone when a letter goes back to its author. */
export const BACK_TO_DRAFT = {
  state: 'draft',
  submittedBy: null,
  submittedAt: null,
  approvedBy: null,
  approvedAt: null,
  approvedHash: null,
} as const

/** Takes a letter one step on its way, on record. */
export async function moveLetter(
  context: CommandContext,
  letter: Letter,
  action: string,
  change: Partial<Letter>,
): Promise<Letter> {
  const stored = await context.repositories.letters.update({ ...letter, ...change })
  recordLetter(context, letter, action, [
    ...changedFields({ state: letter.state }, { state: stored.state }),
    ...changedFields({ remark: null }, { remark: change.returnRemark ?? null }),
  ])
  await settleCase(context, letter.complaintId)
  return stored
}

/** Puts on record what happened to a letter. */
export function recordLetter(
  context: CommandContext,
  letter: Letter,
  action: string,
  changes: ReturnType<typeof changedFields>,
): void {
  context.audit({
    action,
    complaintId: letter.complaintId,
    entity: 'letter',
    entityId: letter.id,
    changes,
  })
}

/** Raises `NOT_FOUND`. */
export async function findLetter(context: QueryContext, id: string): Promise<Letter> {
  const letter = await context.repositories.letters.find(id)
  if (letter === null) throw new DomainError('NOT_FOUND')
  return letter
}
