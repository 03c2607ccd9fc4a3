import { caseCommand } from '../../case/command/case-command.ts'
import { requireAllowed } from '../../kernel/decision.ts'
import { DomainError } from '../../kernel/errors.ts'
import { requireFound } from '../../kernel/guards.ts'
import type { CommandContext } from '../../ports/context.ts'
import { requireStanding } from '../../retention/commands/holds.ts'
import { canErase, requireImpersonal } from '../../retention/rules.ts'
import type { Approval } from '../model.ts'
import { newApproval, recordApproval } from './record.ts'

/**
 * Proposes to make closed cases anonymous whose period is over, for a second person to decide, all or none. The reason stays
 * on record when the cases are gone: it may name nobody. Raises `NOT_ALLOWED` for one that is not due, whatever keeps it.
 */
export async function proposeErasures(
  context: CommandContext,
  { ids, reason }: Readonly<{ ids: readonly string[]; reason: string }>,
): Promise<readonly Approval[]> {
  const approvals: Approval[] = []
  for (const complaintId of new Set(ids)) {
    const { answer } = await caseCommand(
      context,
      complaintId,
      async ({ file, write, settings: { retention } }) => {
        requireAllowed(canErase(file, retention, context.clock.now()))
        requireImpersonal('reason', reason, file.complaint.complainant)
        const approval = newApproval(
          context,
          { kind: 'anonymise-complaint', complaintId, months: retention.months ?? 0, reason },
          complaintId,
          file.complaint.version,
        )
        await write.approvals.insert(approval)
        recordApproval(context, approval, 'approval.requested')
        return approval
      },
      'any',
    )
    approvals.push(answer)
  }
  return approvals
}

/** Asks to lift a hold, for a second person to decide. Raises `NOT_ALLOWED` for one that was lifted before. */
export async function requestHoldLifting(
  context: CommandContext,
  {
    complaintId,
    holdId,
    reason,
  }: Readonly<{ complaintId: string; holdId: string; reason: string }>,
): Promise<Approval> {
  const { answer } = await caseCommand(
    context,
    complaintId,
    async ({ file, write }) => {
      requireStanding(requireFound(file.holds.find(({ id }) => id === holdId)))
      const isAsked = file.approvals.some(
        ({ state, request }) =>
          state === 'pending' && request.kind === 'lift-hold' && request.holdId === holdId,
      )
      if (isAsked) {
        throw new DomainError('ALREADY_EXISTS', [{ path: '', code: 'APPROVAL_PENDING' }])
      }
      const approval = newApproval(
        context,
        { kind: 'lift-hold', complaintId, holdId, reason },
        complaintId,
        file.complaint.version,
      )
      await write.approvals.insert(approval)
      recordApproval(context, approval, 'approval.requested')
      return approval
    },
    'any',
  )
  return answer
}
