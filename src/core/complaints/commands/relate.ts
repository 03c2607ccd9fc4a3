import { caseCommand } from '../../case/command/case-command.ts'
import { invalid } from '../../kernel/errors.ts'
import type { CommandContext } from '../../ports/context.ts'

/**
 * Takes another case on record as related: of somebody else the same matter affects, who is answered in a case of their own.
 * Or takes that back. Both cases have it on record. Raises `INVALID_INPUT` for a code of no case, or of this one.
 */
export async function relateCase(
  context: CommandContext,
  { id, code, related }: Readonly<{ id: string; code: string; related: boolean }>,
): Promise<Readonly<{ changed: boolean }>> {
  const { complaints } = context.repositories
  const { answer } = await caseCommand(
    context,
    id,
    async ({ file: { complaint } }) => {
      const other = await complaints.findByCode(code.trim().toUpperCase())
      if (other === null) throw invalid('code', 'COMPLAINT_UNKNOWN')
      if (other.id === id) throw invalid('code', 'RELATED_TO_ITSELF')
      const recorded = related ? { by: context.actor.personId, at: context.clock.now() } : null
      const changed = await complaints.relate(id, other.id, recorded)
      for (const [one, another] of changed
        ? ([
            [complaint, other],
            [other, complaint],
          ] as const)
        : []) {
        context.audit({
          action: related ? 'complaint.related' : 'complaint.unrelated',
          complaintId: one.id,
          entity: 'complaint',
          entityId: one.id,
          changes: [{ field: 'relatedTo', from: null, to: another.code }],
        })
      }
      return changed
    },
    'any',
  )
  return { changed: answer }
}
