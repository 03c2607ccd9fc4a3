import type { AuditAction } from '../../audit/actions.ts'
import { changedFields } from '../../audit/model.ts'
import { caseCommand } from '../../case/command/case-command.ts'
import type { HeldCase } from '../../case/command/held-case.ts'
import { requireActive } from '../../complaints/status.ts'
import { requireFound, requireVersion } from '../../kernel/guards.ts'
import type { CommandContext } from '../../ports/context.ts'
import type { LetterFacts } from '../composition/facts.ts'
import type { Letter } from '../model.ts'
import { loadFacts } from './load-facts.ts'

/** A letter as it is on record, in the case it belongs to. */
export type HeldLetter = HeldCase & Readonly<{ letter: Letter }>

/**
 * A {@link caseCommand} on a letter, also on one left in work when its complaint ended. A null version takes the
 * letter as it is: for acts that do not change it. Raises `NOT_FOUND` or `CONFLICT`.
 */
export async function letterCommand<Answer>(
  context: CommandContext,
  input: Readonly<{ id: string; version: number | null }>,
  run: (held: HeldLetter) => Promise<Answer>,
): Promise<Answer> {
  const { complaintId } = requireFound(await context.repositories.letters.find(input.id))
  const { answer } = await caseCommand(
    context,
    complaintId,
    async (held) => {
      // Read again under the lock: the first reading only told which case to hold.
      const letter = requireFound(held.file.letters.find(({ id }) => id === input.id))
      if (input.version !== null) requireVersion(letter, input.version)
      return run({ ...held, letter })
    },
    'any',
  )
  return answer
}

/**
 * The same for a letter that is to go on, with all that it states. Raises `NOT_ALLOWED` too, when the case is over.
 */
export function goOnWithLetter<Answer>(
  context: CommandContext,
  input: Readonly<{ id: string; version: number }>,
  run: (held: HeldLetter, facts: LetterFacts) => Promise<Answer>,
): Promise<Answer> {
  return letterCommand(context, input, async (held) => {
    requireActive(held.file.complaint)
    return run(held, await loadFacts(context, held.file, held.settings))
  })
}

/** What is undone when a letter goes back to its author. */
export const BACK_TO_DRAFT = {
  state: 'draft',
  submittedBy: null,
  submittedAt: null,
  approvedBy: null,
  approvedAt: null,
  approvedHash: null,
  approvalMark: null,
} as const

/** Takes a letter one step on its way, on record. */
export async function moveLetter(
  context: CommandContext,
  { letter, write }: HeldLetter,
  action: AuditAction,
  change: Partial<Letter>,
): Promise<Letter> {
  const stored = await write.letters.update({ ...letter, ...change })
  recordLetter(context, letter, action, [
    ...changedFields({ state: letter.state }, { state: stored.state }),
    ...changedFields(
      { remark: null, approvalMark: null },
      { remark: change.returnRemark ?? null, approvalMark: change.approvalMark ?? null },
    ),
  ])
  return stored
}

/** Puts on record what happened to a letter. */
export function recordLetter(
  context: CommandContext,
  letter: Letter,
  action: AuditAction,
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
