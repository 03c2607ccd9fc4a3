import { personOf, requireIdentity } from '../../complaints/cover.ts'
import { requireActive } from '../../complaints/status.ts'
import { DomainError } from '../../kernel/errors.ts'
import { CASE_TABLES } from '../../ports/case-tables.ts'
import type { CommandContext } from '../../ports/context.ts'
import { loadSettings } from '../../ports/load-settings.ts'
import { requireWhole } from '../../retention/rules.ts'
import type { CaseFile } from '../case-file.ts'
import { holdCase, type HeldCase } from './held-case.ts'
import { recomputeCase } from './recompute.ts'
import { settleCase } from './settle.ts'

/** What a command on a case answers, and the case as it left it. */
export type CaseResult<Answer> = Readonly<{ answer: Answer; file: CaseFile }>

/**
 * The one way to write on a case. Holds it until the transaction ends, reads it once, hands it to `run`, and then
 * settles what follows from its facts (clocks, stage, due day, search copy) from the file in hand. A command that
 * wrote nothing leaves nothing to settle. Clocks that a change of the settings moves, and the recount has not come to, move first. Several acts that belong together are one `run`: they settle once.
 *
 * Raises `NOT_FOUND`, and `NOT_ALLOWED` for a case that was made anonymous, one that is over unless `which` is `any`, or whose person is covered from
 * whoever acts: they would write over what they do not see.
 */
export async function caseCommand<Answer>(
  context: CommandContext,
  id: string,
  run: (held: HeldCase) => Promise<Answer>,
  which: 'active' | 'any' = 'active',
): Promise<CaseResult<Answer>> {
  const tables = context.repositories[CASE_TABLES]
  const read = await tables.cases.lock(id)
  if (read === null) throw new DomainError('NOT_FOUND')
  requireWhole(read.complaint)
  requireIdentity(context.actor, personOf(read.complaint))
  if (which === 'active') requireActive(read.complaint)
  const settings = await loadSettings(context.repositories)
  const isMoved = await recomputeCase(context, read, settings)
  const counted = isMoved ? ((await tables.cases.lock(id)) ?? read) : read
  const held = holdCase(tables, counted, settings)
  const answer = await run(held)
  return { answer, file: await settleCase(context, held) }
}
