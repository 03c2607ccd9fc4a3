import { changedFields } from '../../audit/model.ts'
import { caseCommand } from '../../case/command/case-command.ts'
import { DomainError, invalid } from '../../kernel/errors.ts'
import { requireFound, requireVersion } from '../../kernel/guards.ts'
import type { CommandContext } from '../../ports/context.ts'
import type { Conflict } from '../model.ts'
import { isFirmShutOut } from '../rules.ts'
import { endEngagements } from './keep-from-case.ts'

/**
 * Says that a case concerns a firm: it is not engaged in it any more and gets no letter of it. Raises `INVALID_INPUT` for
 * a firm nobody knows, `ALREADY_EXISTS` when it is kept from the case already.
 */
export async function nameFirm(
  context: CommandContext,
  input: Readonly<{ complaintId: string; firmId: string; reason: string }>,
): Promise<Conflict> {
  const { complaintId, firmId, reason } = input
  const firm = await context.repositories.firms.find(firmId)
  if (firm === null) throw invalid('firmId', 'FIRM_UNKNOWN')
  const { answer } = await caseCommand(
    context,
    complaintId,
    async (held) => {
      if (isFirmShutOut(held.file.conflicts, firmId)) {
        throw new DomainError('ALREADY_EXISTS', [{ path: 'firmId', code: 'CONFLICT_KNOWN' }])
      }
      const conflict: Conflict = {
        ...{ id: context.ids.next(), complaintId, version: 1, personId: null, firmId, reason },
        ...{ state: 'named', approvalId: null },
        ...{ recordedBy: context.actor.personId, recordedAt: context.clock.now() },
      }
      await held.write.conflicts.insert(conflict)
      await endEngagements(context, held, firmId)
      recordFirm(context, conflict, 'conflict.firmNamed', { firm: firm.name, reason })
      return conflict
    },
    'any',
  )
  return answer
}

/** Lets a firm in again, with the reason. */
export async function liftFirm(
  context: CommandContext,
  input: Readonly<{ complaintId: string; id: string; version: number; reason: string }>,
): Promise<Conflict> {
  const { answer } = await caseCommand(
    context,
    input.complaintId,
    async ({ file, write }) => {
      const conflict = requireFound(file.conflicts.find(({ id }) => id === input.id))
      requireVersion(conflict, input.version)
      if (conflict.firmId === null || conflict.state !== 'named') {
        throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'CONFLICT_NOT_NAMED' }])
      }
      const stored = await write.conflicts.update({ ...conflict, state: 'lifted' })
      const firm = await context.repositories.firms.find(conflict.firmId)
      const { reason } = input
      recordFirm(context, stored, 'conflict.firmLifted', { firm: firm?.name ?? '', reason })
      return stored
    },
    'any',
  )
  return answer
}

function recordFirm(
  context: CommandContext,
  { id, complaintId }: Conflict,
  action: 'conflict.firmNamed' | 'conflict.firmLifted',
  facts: Readonly<{ firm: string; reason: string }>,
): void {
  // As an engagement: who may not read firms may not read of them here either.
  context.audit({
    action,
    complaintId,
    entity: 'firmConflict',
    entityId: id,
    changes: changedFields({}, facts),
  })
}
