import { changedFields } from '../../audit/model.ts'
import { caseCommand } from '../../case/command/case-command.ts'
import type { HeldCase } from '../../case/command/held-case.ts'
import { DomainError } from '../../kernel/errors.ts'
import { requireFound } from '../../kernel/guards.ts'
import type { CommandContext } from '../../ports/context.ts'
import type { Hold } from '../model.ts'

/** Says that a case must be kept as it is, whatever its period; one person is enough. A case can have several such reasons. */
export async function setHold(
  context: CommandContext,
  { complaintId, reason }: Readonly<{ complaintId: string; reason: string }>,
): Promise<Hold> {
  const { answer } = await caseCommand(
    context,
    complaintId,
    async ({ write }) => {
      const hold: Hold = {
        ...{ id: context.ids.next(), complaintId, version: 1, state: 'set', reason },
        ...{ setBy: context.actor.personId, setAt: context.clock.now() },
        ...{ liftedBy: null, liftedAt: null },
      }
      await write.holds.insert(hold)
      record(context, 'hold.set', hold, {})
      return hold
    },
    'any',
  )
  return answer
}

/** Lets a case go its way again, as a second person agreed. Raises `NOT_ALLOWED` for a hold that was lifted before. */
export async function liftHold(
  context: CommandContext,
  { file, write }: HeldCase,
  holdId: string,
): Promise<void> {
  const hold = requireFound(file.holds.find(({ id }) => id === holdId))
  requireStanding(hold)
  const lifted: Hold = {
    ...{ ...hold, state: 'lifted', liftedBy: context.actor.personId },
    liftedAt: context.clock.now(),
  }
  record(context, 'hold.lifted', await write.holds.update(lifted), hold)
}

/** Raises `NOT_ALLOWED` for a hold that keeps nothing any more. */
export function requireStanding({ state }: Hold): void {
  if (state !== 'set') throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'HOLD_LIFTED' }])
}

function record(
  context: CommandContext,
  action: 'hold.set' | 'hold.lifted',
  hold: Hold,
  before: Partial<Hold>,
): void {
  const facts = ({ state, reason }: Partial<Hold>) => ({
    state: state ?? null,
    reason: reason ?? null,
  })
  context.audit({
    ...{ action, complaintId: hold.complaintId, entity: 'hold', entityId: hold.id },
    changes: changedFields(facts(before), facts(hold)),
  })
}
