import { caseCommand } from '../../case/command/case-command.ts'
import { DomainError, invalid } from '../../kernel/errors.ts'
import type { CommandContext } from '../../ports/context.ts'

/**
 * Takes another case on record as related: of somebody else the same matter affects, who is answered in a case of their own.
 * Or takes that back. Both cases have it on record. Raises `INVALID_INPUT` for a code of no case, or of this one,
 * `ALREADY_EXISTS` for one that is linked, `NOT_FOUND` for one to be unlinked that is not.
 */
export async function relateCase(
  context: CommandContext,
  { id, code, related }: Readonly<{ id: string; code: string; related: boolean }>,
): Promise<Readonly<{ related: boolean }>> {
  const { complaints } = context.repositories
  await caseCommand(
    context,
    id,
    async ({ file: { complaint } }) => {
      const other = await complaints.findByCode(code.trim().toUpperCase())
      if (other === null) throw invalid('code', 'COMPLAINT_UNKNOWN')
      if (other.id === id) throw invalid('code', 'RELATED_TO_ITSELF')
      const recorded = related ? { by: context.actor.personId, at: context.clock.now() } : null
      if (!(await complaints.relate(id, other.id, recorded))) {
        if (!related) throw new DomainError('NOT_FOUND')
        throw new DomainError('ALREADY_EXISTS', [{ path: 'code', code: 'RELATED_ALREADY' }])
      }
      const action = related ? 'complaint.related' : 'complaint.unrelated'
      context.audit({
        ...{ action, complaintId: id, entity: 'complaint', entityId: id },
        changes: [{ field: 'relatedTo', from: null, to: other.code }],
      })
      context.audit({
        ...{ action, complaintId: other.id, entity: 'complaint', entityId: other.id },
        changes: [{ field: 'relatedTo', from: null, to: complaint.code }],
      })
    },
    'any',
  )
  return { related }
}
