import { loadCase } from '../../case/command/load.ts'
import { DomainError } from '../../kernel/errors.ts'
import type { CommandContext } from '../../ports/context.ts'
import { coverOf, personOf } from '../cover.ts'

/**
 * Puts on record that somebody reveals whose case it is, and why. Raises `NOT_ALLOWED` where nothing is covered from them:
 * a record of what nobody needed would hide those that count.
 */
export async function revealIdentity(
  { actor, repositories, audit }: CommandContext,
  { id, reason }: Readonly<{ id: string; reason: string }>,
): Promise<void> {
  const { complaint } = await loadCase(repositories, id)
  if (coverOf(actor, personOf(complaint)).identity !== 'covered') {
    throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'IDENTITY_NOT_COVERED' }])
  }
  audit({
    action: 'complaint.identityRevealed',
    complaintId: id,
    entity: 'complaint',
    entityId: id,
    changes: [{ field: 'reason', from: null, to: reason }],
  })
}
